import { Cell } from "../../ui/cell.ts";
import { keptInTab } from "../../unsent/keptInTab.ts";
import type { Letter } from "../../unsent/letter.ts";
import type { Conflict } from "../useDecide.ts";

/** Refused decisions that wait for a choice. A reload would take them away and leave no trace of what was wanted. */
export const conflicts = keptInTab<readonly Conflict[]>("conflicts", [], {
  write: (all) => all,
  read: (written: Conflict[]) => written,
});

/** Letters that are not sent from here: those of another database or person. */
export const strangers = new Cell<readonly Letter[]>([]);

/** Letters that the server did not take: their text is all that is left of them. */
export const refused = new Cell<readonly Letter[]>([]);

type Place = Pick<Conflict, "patch" | "target">;

/** Adds conflicts; a newer one on the same patch and target takes the place of an older one. */
export function addConflicts(found: readonly Conflict[]): void {
  if (found.length) conflicts.set([...without(found), ...found]);
}

/** Takes away what somebody chose about, there or by deciding anew. */
export function settleConflicts(done: readonly Place[]): void {
  if (conflicts.get().length) conflicts.set(without(done));
}

function without(places: readonly Place[]): Conflict[] {
  const names = new Set(places.map(nameOf));
  return conflicts.get().filter((one) => !names.has(nameOf(one)));
}

const nameOf = ({ patch, target }: Place) => `${patch} ${target}`;
