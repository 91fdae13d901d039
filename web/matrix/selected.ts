import { Cell } from "../ui/cell.ts";
import type { Area } from "./cells.ts";

/** Which cells are selected, ready to be asked for each row. */
export interface Selected {
  area: Area | null;
  /** Patches of the area; empty without one. */
  patches: ReadonlySet<string>;
  left: number;
  right: number;
}

/** No cell but the current one. */
export const nothingSelected: Selected = { area: null, patches: new Set(), left: 0, right: -1 };

/** The selection of the matrix that is open. Outside React, so that rows it does not touch need not render again. */
export const selected = new Cell<Selected>(nothingSelected);

/** Patches that were decided together: they stay where they are, whatever the filter says now, until one moves on. */
export const keptPatches = new Cell<ReadonlySet<string>>(nothingSelected.patches);
