import { useEffect, useState } from "react";
import { useCell } from "../../ui/cell.ts";
import { atRows, watchRows } from "./atRows.ts";
import type { Search } from "./useSearch.ts";

type Applied = Pick<Search, "text" | "found">;

/** What of a search is applied to the rows, and whether there is more that waits for the person to move. */
export interface Steady extends Applied {
  hasMore: boolean;
}

/**
 * Keeps rows from moving under somebody: what the server finds a moment after the search was typed is taken in at once as long
 * as the person is still at the search box, and else when they leave the rows, move on by key, scroll, or ask for it.
 */
export function useSteady(search: Search, typed: string): Steady {
  const isAtRows = useCell(atRows);
  useEffect(watchRows, []);
  const [applied, setApplied] = useState<Applied & { typed: string }>({ ...search, typed });
  const next = applyLate(applied, { text: search.text, found: search.found, typed }, isAtRows);
  if (next !== applied) setApplied(next); // while rendering: no frame shows the old one again
  return { text: next.text, found: next.found, hasMore: next.text !== search.text || next.found !== search.found };
}

/** What is applied next: all that came, unless somebody is at the rows and typed nothing since. */
export function applyLate<A extends Applied & { typed: string }>(applied: A, latest: A, isAtRows: boolean): A {
  const isSame = applied.text === latest.text && applied.found === latest.found && applied.typed === latest.typed;
  return isSame || (isAtRows && applied.typed === latest.typed) ? applied : latest;
}
