import { Cell } from "../ui/cell.ts";

/** Patches whose decisions the server has not confirmed, with how many are on their way. */
export const unsaved = new Cell<ReadonlyMap<string, number>>(new Map());

/** Patches that somebody else decided a moment ago, and who. */
export const glowing = new Cell<ReadonlyMap<string, string>>(new Map());

const glowMs = 6_000;

/** Marks patches as not saved yet; call what it gives back when the server has answered. */
export function markUnsaved(ids: readonly string[]): () => void {
  const add = (by: number) => {
    const next = new Map(unsaved.get());
    for (const id of ids) {
      const count = (next.get(id) ?? 0) + by;
      if (count > 0) next.set(id, count);
      else next.delete(id);
    }
    unsaved.set(next);
  };
  add(1);
  return () => add(-1);
}

/** Lets rows glow for a while; a row that somebody changes again meanwhile begins anew. */
export function glow(who: ReadonlyMap<string, string>): void {
  glowing.set(new Map([...glowing.get(), ...who]));
  setTimeout(() => {
    const next = new Map(glowing.get());
    for (const [id, name] of who) if (next.get(id) === name) next.delete(id);
    glowing.set(next);
  }, glowMs);
}

/** Patches that an engine with a model has in hand now. */
export const reading = new Cell<ReadonlySet<string>>(new Set());
