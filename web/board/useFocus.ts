import { useLayoutEffect, useState } from "react";
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
