import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useStable } from "../ui/useStable.ts";
import { rowElementId } from "./table/PatchRow.tsx";
import type { PatchRow } from "./BoardRows.ts";

/** Gives a function that puts the focus on a row as soon as it is rendered, and scrolls just as far as needed. */
export function useFocus(visit: (row: PatchRow) => void) {
  const [wanted, setWanted] = useState<{ id: string } | null>(null);
  useLayoutEffect(() => {
    const element = wanted && document.getElementById(rowElementId(wanted.id));
    if (!element) return;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest" });
  }, [wanted]);
  return useStable((row: PatchRow) => {
    visit(row);
    setWanted({ id: row.id });
  });
}

/** Gives the focus to the current row when the row that had it has left the page: it must not fall to the page's start. */
export function useKeptFocus(current: PatchRow | null) {
  const wasInRows = useRef(false);
  useEffect(() => {
    const moved = ({ target }: FocusEvent) => {
      wasInRows.current = target instanceof Element && target.closest("[role=grid]") !== null;
    };
    addEventListener("focusin", moved);
    return () => removeEventListener("focusin", moved);
  }, []);
  useLayoutEffect(() => {
    if (!current || !wasInRows.current || document.activeElement !== document.body) return;
    document.getElementById(rowElementId(current.id))?.focus({ preventScroll: true });
  });
}
