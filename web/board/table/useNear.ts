import { startTransition, useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
import { rowElementId } from "./PatchRow.tsx";
import { headHeight } from "../../ui/useEdge.ts";
import { painted } from "../../ui/painted.ts";
import { useStable } from "../../ui/useStable.ts";
import { chunksWithin, type Chunk } from "../chunks.ts";
import { whenIdle } from "./whenIdle.ts";

/** How far beyond the screen rows are interactive already, in screens; when the page has nothing better to do. */
const margin = 0.6;
/** In between, the same chunks are near; in screens. */
const step = 0.25;
const usualRowPx = 38;

/**
 * Which chunks are near the screen. Calculated from the rows' fixed height and not observed, so that it is right in the
 * very render that changes the filter, and no row flashes by unfinished. `heightName` is the property that holds that height. The first
 * frame, and that of every other list (`listKey`), has the rows on the screen alone; those beyond it follow when the page is idle.
 */
export function useNear(
  list: RefObject<HTMLElement | null>,
  chunks: readonly Chunk<unknown>[],
  openRow: string | null,
  listKey: string,
  heightName = "--row",
): { first: number; last: number } {
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(innerHeight);
  const [row, setRow] = useState(usualRowPx);

  /** How many pixels of rows are above the screen. */
  const offset = useStable(() => {
    const detail = openRow === null ? null : document.getElementById(rowElementId(openRow))?.nextElementSibling;
    return -(list.current?.getBoundingClientRect().top ?? 0) - heightAbove(detail);
  });
  const lastOffset = useRef(0);
  const measure = useStable(() => {
    if (!list.current) return;
    lastOffset.current = offset();
    setTop(Math.floor(lastOffset.current / (innerHeight * step)) * innerHeight * step);
  });

  const lastRow = useRef<number | null>(null);
  useLayoutEffect(() => {
    const size = () => {
      const style = getComputedStyle(document.documentElement);
      const next = Number.parseFloat(style.getPropertyValue(heightName)) || usualRowPx;
      if (lastRow.current !== null && lastRow.current !== next)
        keepTopRow((lastOffset.current + headHeight()) / lastRow.current, next, offset);
      lastRow.current = next;
      setRow(next);
      setHeight(innerHeight);
      measure();
    };
    size();
    addEventListener("resize", size);
    return () => removeEventListener("resize", size);
  }, [measure, offset, heightName]);

  useEffect(() => {
    let isScheduled = false;
    const scrolled = () => {
      if (isScheduled) return;
      isScheduled = true;
      requestAnimationFrame(() => {
        isScheduled = false;
        measure();
      });
    };
    addEventListener("scroll", scrolled, { passive: true });
    return () => removeEventListener("scroll", scrolled);
  }, [measure]);

  const [shown, setShown] = useState<string | null>(null);
  useEffect(() => whenIdle(() => startTransition(() => setShown(listKey))), [listKey]);

  const beyond = shown === listKey ? height * margin : 0;
  return chunksWithin(chunks, row, top - beyond, top + height * (1 + step) + beyond);
}

/** How much of open details is above the screen: they make the list that much longer than its rows, however far one has read in them. */
function heightAbove(detail: Element | null | undefined): number {
  if (!detail) return 0;
  const { top, height } = detail.getBoundingClientRect();
  return Math.max(0, Math.min(height, -top));
}

/**
 * Has the row below the page's head stay there when rows have another height: in another density, or a much wider window.
 * `rowsAbove` is how many there were above it; meanwhile the page may have become shorter, and the browser have scrolled.
 */
function keepTopRow(rowsAbove: number, rowPx: number, offset: () => number) {
  if (rowsAbove <= 0) return;
  // The browser would scroll as well, by what it thinks that moved.
  const { style } = document.documentElement;
  style.overflowAnchor = "none";
  scrollBy(0, rowsAbove * rowPx - headHeight() - offset());
  void painted().then(() => style.removeProperty("overflow-anchor"));
}
