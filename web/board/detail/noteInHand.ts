import { Cell } from "../../ui/cell.ts";

/** Saves the note in whose field somebody was last, and that has text to save; null where there is none. */
export const noteInHand = new Cell<(() => void) | null>(null);
