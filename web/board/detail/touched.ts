import { Cell } from "../../ui/cell.ts";

/** Patches of the last batch of changes: open details read themselves again when theirs is among them. */
export const touched = new Cell<readonly string[]>([]);
