import { Cell } from "../../ui/cell.ts";
import { keptInTab } from "../../unsent/keptInTab.ts";

/** Notes that are being written, by patch: they outlive the closing of the details, and a reload. */
export const drafts = keptTexts<string>("drafts");

/** What is typed over a note, and the revision that it was typed over. */
export interface Edit {
  text: string;
  expected: number;
}

/** Notes that are being edited, by note; they outlive the same. */
export const edits = keptTexts<Edit>("edits");

function keptTexts<T>(name: string) {
  return keptInTab<ReadonlyMap<string, T>>(name, new Map(), {
    write: (all) => [...all],
    read: (written: [string, T][]) => new Map(written),
  });
}

/** Replaces what is typed over a note; null when nobody edits it any more. */
export function keepEdit(note: string, edit: Edit | null): void {
  const others = [...edits.get()].filter(([other]) => other !== note);
  edits.set(new Map(edit ? [...others, [note, edit]] : others));
}

/** The patch whose note field wants the focus as soon as it is there; null for none. */
export const noteWanted = new Cell<string | null>(null);

/** Replaces the draft of a patch; an empty one is none. */
export function keepDraft(patch: string, text: string): void {
  const others = [...drafts.get()].filter(([other]) => other !== patch);
  drafts.set(new Map(text ? [...others, [patch, text]] : others));
}

/** Nobody waits for that field any more: its details were closed. What was typed for it stays its draft. */
export function giveUpNote(patch: string): void {
  if (noteWanted.get() === patch) noteWanted.set(null);
}

/**
 * Takes a key, by its name, for the field that is on its way: its draft grows, and the board has no part in it. False when no
 * field is wanted, or the key says nothing in a text.
 */
export function typeAhead(key: string): boolean {
  const patch = noteWanted.get();
  if (patch === null) return false;
  const text = drafts.get().get(patch) ?? "";
  if (key === "Backspace") keepDraft(patch, text.replace(/.$/su, ""));
  else if (key === "Enter") keepDraft(patch, `${text}\n`);
  else if (/^.$/u.test(key)) keepDraft(patch, text + key);
  else return false;
  return true;
}
