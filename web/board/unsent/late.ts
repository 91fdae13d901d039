import { Cell } from "../../ui/cell.ts";
import type { Letter } from "../../unsent/letter.ts";
import type { Conflict } from "../useDecide.ts";

/** Decisions of an earlier page that were refused when they arrived: somebody had decided meanwhile. */
export const lateConflicts = new Cell<readonly Conflict[]>([]);

/** Letters that are not sent from here: those of another database or person. */
export const strangers = new Cell<readonly Letter[]>([]);

/** Letters that the server did not take: their text is all that is left of them. */
export const refused = new Cell<readonly Letter[]>([]);

/** Adds conflicts; a newer one on the same patch and target takes the place of an older one. */
export function addConflicts(found: readonly Conflict[]): void {
  const isSame = (a: Conflict, b: Conflict) => a.patch === b.patch && a.target === b.target;
  const rest = lateConflicts.get().filter((one) => !found.some((other) => isSame(one, other)));
  if (found.length) lateConflicts.set([...rest, ...found]);
}

/** Takes away what somebody chose about. */
export function settleConflicts(done: Conflict | readonly Conflict[]): void {
  const settled = new Set([done].flat());
  lateConflicts.set(lateConflicts.get().filter((one) => !settled.has(one)));
}
