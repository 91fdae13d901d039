import { useDeferredValue, useMemo, useState } from "react";
import { conditions, type View } from "../route.ts";
import type { PatchRow } from "./BoardRows.ts";
import { makeSelect, withKept, type Filter } from "./filter.ts";
import { byNumber, makeQueue } from "./queue/order.ts";
import { currentRow, useCurrent } from "./useCurrent.ts";

/** What the filter is about beside the view. */
interface Around {
  target: number;
  start: number;
  me: string | null;
  /** What the search found so far; its text may be later than what is shown. */
  search: { text: string; found: Filter["found"] };
}

/** Which rows a view shows, in which order, and which of them is the current one. */
export function useShown(rows: readonly PatchRow[], view: View, { target, start, me, search }: Around) {
  const text = useDeferredValue(search.text);
  const found = useDeferredValue(search.found);
  const isQueue = view.order === "queue";
  const order = useMemo(() => (isQueue ? makeQueue(target) : byNumber), [isQueue, target]);
  const only = useMemo(
    () => (isQueue ? conditions.filter((one) => one === "undecided" || view.only.includes(one)) : view.only),
    [isQueue, view.only],
  );
  const filter = useMemo<Filter>(
    () => ({ show: view.show, only, area: view.area, author: view.author, text, found, target, start, me }),
    [view.show, only, view.area, view.author, text, found, target, start, me],
  );
  const {
    current: visited,
    keep,
    visit,
  } = useCurrent(JSON.stringify([{ ...filter, found: null }, view.order]), order.position);
  const [select] = useState(() => makeSelect<PatchRow>());
  const chosen = useMemo(() => select(rows, filter), [select, rows, filter]);
  const sorted = useMemo(() => order.sorted(chosen.visible), [order, chosen]);
  const visible = useMemo(() => withKept(sorted, rows, keep, order.position), [sorted, rows, keep, order]);
  const selection = useMemo(() => ({ ...chosen, visible }), [chosen, visible]);
  return {
    filter,
    order,
    selection,
    current: currentRow(visible, visited, order.position),
    /** False until the person went to a row. */
    hasMoved: visited !== null,
    visit,
    /** False while rows of an earlier text are still shown. */
    isSettled: text === view.text,
  };
}
