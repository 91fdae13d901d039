import { useState } from "react";
import { useStable } from "../ui/useStable.ts";
import type { PatchRow } from "./BoardRows.ts";

interface Current {
  id: string;
  position: number;
  /** The filter under which the row was visited: it stays shown until that changes or another row is visited. */
  under: string;
}

/** The row that keys act on, and the one that stays although the filter no longer wants it. Visiting none starts over. */
export function useCurrent(filterKey: string, position: (row: PatchRow) => number) {
  const [current, setCurrent] = useState<Current | null>(null);
  const visit = useStable((row: PatchRow | null) => {
    if (row === null) setCurrent(null);
    else if (current?.id !== row.id || current.under !== filterKey)
      setCurrent({ id: row.id, position: position(row), under: filterKey });
  });
  return { current, keep: current?.under === filterKey ? current.id : null, visit };
}

/** The current row among those shown; when it is gone, the one that took its place in the order as it is now. */
export function currentRow(
  visible: readonly PatchRow[],
  rows: readonly PatchRow[],
  current: Current | null,
  position: (row: PatchRow) => number,
): PatchRow | null {
  if (!current) return visible[0] ?? null;
  const same = visible.find((row) => row.id === current.id);
  if (same) return same;
  // Queue and numbers have positions of their own: the one that it was visited at may be of the other order.
  const hidden = rows.find((row) => row.id === current.id);
  const at = hidden ? position(hidden) : current.position;
  return visible.find((row) => position(row) >= at) ?? visible.at(-1) ?? null;
}
