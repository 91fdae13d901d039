import type { Letter } from "./letter.ts";

/**
 * The last of these letters that decides about a patch on a target; null for none. Who decides again before the answer builds
 * on that one, and on nothing if it is refused.
 */
export function lastAbout(letters: readonly Letter[], patch: string, target: string): string | null {
  const isAbout = (one: { patch: string; target: string }) => one.patch === patch && one.target === target;
  return letters.findLast(({ variables }) => variables.input.decisions?.some(isAbout))?.id ?? null;
}

/** The letters of the action that an undo would take back when all of these are answered; none where it is an answered one. */
export function lastAction(letters: readonly Letter[]): string[] {
  const done: { action: string | null; ids: string[] }[] = [];
  const undone: typeof done = [];
  for (const { id, name, variables } of letters) {
    const { decisions, agreements, action = null } = variables.input;
    const [last, back] = [done.at(-1), undone.at(-1)];
    if (name === "useUndoMutation" && last) undone.push(done.pop()!);
    else if (name === "useRedoMutation" && back) done.push(undone.pop()!);
    else if (!decisions && !agreements) continue;
    else if (last && action !== null && last.action === action) last.ids.push(id);
    else done.push({ action, ids: [id] });
  }
  return done.at(-1)?.ids ?? [];
}
