import { Cell } from "../../ui/cell.ts";

/** The patch whose diff a key asked to show, or to hide, as soon as its details are there; null for none. */
export const diffWanted = new Cell<string | null>(null);
