import { Cell } from "../../ui/cell.ts";

/** Patches that are selected, and the one that a range goes from. */
export interface Selected {
  ids: ReadonlySet<string>;
  anchor: string | null;
}

interface Identified {
  readonly id: string;
}

const none: Selected = { ids: new Set(), anchor: null };

/** What the person selected on this board. Outside React, so that one row more renders one row again. */
export const selected = new Cell<Selected>(none);

/** Selects nothing. */
export const selectNone = (): void => selected.set(none);

/** One patch in or out; the next range goes from it. */
export function toggled({ ids }: Selected, { id }: Identified): Selected {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** Everything from the anchor to `to` as well, as the rows are shown; without an anchor in sight `to` alone. */
export function extended({ ids, anchor }: Selected, shown: readonly Identified[], to: Identified): Selected {
  const end = shown.findIndex((row) => row.id === to.id);
  const start = shown.findIndex((row) => row.id === anchor);
  if (end < 0) return { ids, anchor };
  const [first, last] = start < 0 ? [end, end] : [Math.min(start, end), Math.max(start, end)];
  const range = shown.slice(first, last + 1).map((row) => row.id);
  return { ids: new Set([...ids, ...range]), anchor: start < 0 ? to.id : anchor };
}

/** Everything that is shown; nothing, when that is selected already. */
export function allOrNone({ ids }: Selected, shown: readonly Identified[]): Selected {
  if (shown.length > 0 && shown.every((row) => ids.has(row.id))) return none;
  return { ids: new Set(shown.map((row) => row.id)), anchor: shown[0]?.id ?? null };
}
