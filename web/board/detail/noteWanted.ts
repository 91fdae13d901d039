import { Cell } from "../../ui/cell.ts";

/** The patch whose note field wants the focus as soon as it is there; null for none. */
export const noteWanted = new Cell<string | null>(null);

/** Asks for the note field of a patch: what is typed from now on is a note, although its details may still be on their way. */
export function wantNote(patch: string): void {
  ahead = "";
  noteWanted.set(patch);
}

/** What was typed before the field was there; the field, which takes it over, has the focus from then on. */
export function takeTyped(): string {
  noteWanted.set(null);
  const typed = ahead;
  ahead = "";
  return typed;
}

/** Nobody waits for that field any more: its details were closed, or a person gave up. */
export function giveUpNote(patch: string): void {
  if (noteWanted.get() === patch) takeTyped();
}

/** Keeps a key, by its name, for the field that is on its way; false when there is none, or the key says nothing in a text. */
export function typeAhead(key: string): boolean {
  if (noteWanted.get() === null) return false;
  if (key === "Backspace") ahead = [...ahead].slice(0, -1).join("");
  else if (key === "Enter") ahead += "\n";
  else if ([...key].length === 1) ahead += key;
  else return false;
  return true;
}

let ahead = "";
