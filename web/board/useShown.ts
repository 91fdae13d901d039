import { useDeferredValue, useMemo, useState } from "react";
import { matrixRows } from "../matrix/cells.ts";
import { keptPatches } from "../matrix/selected.ts";
import { conditions, lettersToReview, type View } from "../route.ts";
import { useCell } from "../ui/cell.ts";
import type { PatchRow } from "./BoardRows.ts";
import { makeSelect, select as selectAll, withKept, type Filter } from "./filter.ts";
import { byNumber, makeQueue } from "./queue/order.ts";
import { useSteady } from "./search/useSteady.ts";
import type { Search } from "./search/useSearch.ts";
import { currentRow, useCurrent } from "./useCurrent.ts";

/** What the filter is about beside the view. */
interface Around {
  target: number;
  start: number;
  me: string | null;
  /** Names of the targets, as the matrix's filter has them. */
  branches: readonly string[];
  /** What the search found so far; its text may be later than what is shown. */
  search: Search;
}

/** Which rows a view shows, in which order, and which of them is the current one. */
export function useShown(rows: readonly PatchRow[], view: View, { target, start, me, search, branches }: Around) {
  const steady = useSteady(search, view.text);
  const text = useDeferredValue(steady.text);
  const found = useDeferredValue(steady.found);
  const isQueue = view.order === "queue" && !view.matrix;
  // The matrix has a filter of its own, which asks for states.
  const show = view.matrix ? lettersToReview : view.show;
  const order = useMemo(() => (isQueue ? makeQueue(target) : byNumber), [isQueue, target]);
  const only = useMemo(
    () => (isQueue ? conditions.filter((one) => one === "undecided" || view.only.includes(one)) : view.only),
    [isQueue, view.only],
  );
  const filter = useMemo<Filter>(
    () => ({ show, only, area: view.area, author: view.author, text, found, target, start, me }),
    [show, only, view.area, view.author, text, found, target, start, me],
  );
  // In the matrix the target is where the focus is: a row that was decided stays while one moves along it.
  const key = { ...filter, found: null, target: view.matrix ? null : target };
  const filterKey = JSON.stringify([key, view.order, view.matrix]);
  const { current: visited, keep, visit } = useCurrent(filterKey, order.position);
  const [select] = useState(() => makeSelect<PatchRow>());
  // Each step to the side in the matrix is another target, and all rows are gone through again: after the step is painted.
  const later = useDeferredValue(filter);
  const inForce = view.matrix ? later : filter;
  const chosen = useMemo(() => select(rows, inForce), [select, rows, inForce]);
  const decided = useCell(keptPatches);
  const inMatrix = useMemo(
    () => (view.matrix ? matrixRows(chosen.visible, view.matrix, branches, decided) : chosen.visible),
    [chosen, view.matrix, branches, decided],
  );
  const sorted = useMemo(() => order.sorted(inMatrix), [order, inMatrix]);
  // Who comes with a link to an open row has not gone anywhere yet: it is shown, and keys are about it, whatever else is filtered.
  const sought = visited || view.matrix ? null : view.open;
  const linked = useMemo(() => (sought && rows.find((row) => row.sha.startsWith(sought))) || null, [rows, sought]);
  const kept = linked?.id ?? keep;
  const visible = useMemo(() => withKept(sorted, rows, kept, order.position), [sorted, rows, kept, order]);
  const selection = useMemo(() => ({ ...chosen, visible }), [chosen, visible]);
  // Only what holds other rows is worth a word; looked for while something is held back, and that is rare.
  const hasMore = useMemo(() => {
    if (!steady.hasMore) return false;
    const { visible: all } = selectAll(rows, { ...filter, text: search.text, found: search.found });
    return all.length !== chosen.visible.length || all.some((row, i) => row !== chosen.visible[i]);
  }, [steady.hasMore, rows, filter, search.text, search.found, chosen]);
  return {
    filter,
    order,
    selection,
    /** What the matrix counts: its own filter left out. */
    matching: chosen.visible,
    current: linked || currentRow(visible, rows, visited, order.position),
    /** False until the person went to a row. */
    hasMoved: visited !== null,
    visit,
    /** Changes when other rows are wanted, or in another order. */
    filterKey,
    /** False while the matrix shows rows of an earlier filter. */
    isInForce: inForce === filter,
    /** False while rows of an earlier text are shown, or the server has still to say what else there is. */
    isSettled: text === view.text && found === steady.found && !search.isPending,
    /** The search has other rows than those shown, for when the person moves on. */
    hasMore,
  };
}
