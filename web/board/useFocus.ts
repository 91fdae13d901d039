import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useStable } from "../ui/useStable.ts";
import { rowElementId } from "./table/PatchRow.tsx";
import type { PatchRow } from "./BoardRows.ts";

/**
 * Gives functions that put the focus on a row as soon as it is rendered, and scroll just as far as needed: on a given one, or
 * on the first of those that the view shows by then.
 */
export function useFocus(visit: (row: PatchRow | null) => void, current: PatchRow | null) {
  const [wanted, setWanted] = useState<{ id: string | null } | null>(null);
  const first = current?.id ?? null;
  useLayoutEffect(() => {
    const id = wanted && (wanted.id ?? first);
    const element = id && document.getElementById(rowElementId(id));
    if (!element) return;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest" });
    // Asked for once: a row that becomes the current one later is no reason to take the focus.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted]);
  const focus = useStable((row: PatchRow) => {
    visit(row);
    setWanted({ id: row.id });
  });
  const focusFirst = useStable(() => {
    visit(null);
    setWanted({ id: null });
  });
  return { focus, focusFirst };
}

/**
 * Keeps the row that has the focus in sight when a filter, an order or another start puts other rows around it. Another layout puts
 * the current one in the middle, wherever the focus is: keys are about it, and it may be none of those that were on the screen.
 * `isInForce` is false while rows of an earlier filter are shown.
 */
export function useKeptSight(current: PatchRow | null, filterKey: string, isInForce: boolean, isMatrix: boolean) {
  const last = useRef({ filterKey, isMatrix });
  useLayoutEffect(() => {
    // Only when the filter changed: who scrolls away from the current row may do so.
    if (last.current.filterKey === filterKey || !isInForce) return;
    const element = current && document.getElementById(rowElementId(current.id));
    if (current && !element) return; // the matrix is still being loaded
    const isOtherLayout = last.current.isMatrix !== isMatrix;
    last.current = { filterKey, isMatrix };
    if (isOtherLayout) element?.scrollIntoView({ block: "center" });
    else if (element === document.activeElement) element?.scrollIntoView({ block: "nearest" });
  });
}

/** Puts the focus on what stands in the place of rows: the way out of a filter that nothing matches, or the export of a done review. */
export function focusWayOut(): void {
  document.querySelector<HTMLElement>(".board-main button.main")?.focus({ preventScroll: true });
}

/**
 * Gives the focus to the current row when what had it has left the page, a row, or a button of the selection's bar or of a
 * notice: it must not fall to the page's start.
 */
export function useKeptFocus(current: PatchRow | null) {
  const wasInRows = useRef(false);
  useEffect(() => {
    const moved = ({ target }: FocusEvent) => {
      wasInRows.current = target instanceof Element && target.closest(".board-main, .selection-bar, .notice") !== null;
    };
    addEventListener("focusin", moved);
    return () => removeEventListener("focusin", moved);
  }, []);
  useLayoutEffect(() => {
    if (!wasInRows.current || document.activeElement !== document.body) return;
    if (current) document.getElementById(rowElementId(current.id))?.focus({ preventScroll: true });
    else focusWayOut();
  });
}

/** Brings a row whose details were opened to the top, so that they have the screen. */
export function useOpened(open: PatchRow | null) {
  const id = open?.id;
  useLayoutEffect(() => {
    if (id) document.getElementById(rowElementId(id))?.scrollIntoView({ block: "start" });
  }, [id]);
}
