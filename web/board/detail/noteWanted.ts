import { Cell } from "../../ui/cell.ts";

/** The patch whose note field wants the focus as soon as it is there; null for none. */
export const noteWanted = new Cell<string | null>(null);
