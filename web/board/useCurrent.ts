import { useState } from "react";
import { useStable } from "../ui/useStable.ts";
import type { PatchRow } from "./BoardRows.ts";

interface Current {
  id: string;
  position: number;
  /** The filter under which the row was visited: it stays shown until that changes or another row is visited. */
  under: string;
}

/** The row that keys act on, and the one that stays although the filter no longer wants it. */
export function useCurrent(filterKey: string, position: (row: PatchRow) => number) {
  const [current, setCurrent] = useState<Current | null>(null);
  const visit = useStable((row: PatchRow) => {
    if (current?.id !== row.id || current.under !== filterKey)
      setCurrent({ id: row.id, position: position(row), under: filterKey });
  });
  return { current, keep: current?.under === filterKey ? current.id : null, visit };
}

/** The current row among those shown; when it is gone, the one that took its place. */
export function currentRow(
  visible: readonly PatchRow[],
  current: Current | null,
  position: (row: PatchRow) => number,
): PatchRow | null {
  if (!current) return visible[0] ?? null;
  const same = visible.find((row) => row.id === current.id);
  return same ?? visible.find((row) => position(row) >= current.position) ?? visible.at(-1) ?? null;
}
