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

  const listTop = useRef(0);

  const measure = useStable(() => {
    const element = list.current;
    if (!element) return;
    // An open detail makes the list longer than its rows: below it, everything is that much further down.
    const detail = openRow === null ? null : document.getElementById(rowElementId(openRow))?.nextElementSibling;
    const above = detail instanceof HTMLElement && detail.getBoundingClientRect().bottom < 0 ? detail.offsetHeight : 0;
    listTop.current = element.getBoundingClientRect().top;
    const offset = -listTop.current - above;
    setTop(Math.floor(offset / (innerHeight * step)) * innerHeight * step);
  });

  const lastRow = useRef<number | null>(null);
  useLayoutEffect(() => {
    const size = () => {
      const style = getComputedStyle(document.documentElement);
      const next = Number.parseFloat(style.getPropertyValue(heightName)) || usualRowPx;
      if (list.current && lastRow.current !== null) keepTopRow(list.current, listTop.current, lastRow.current, next);
      lastRow.current = next;
      setRow(next);
      setHeight(innerHeight);
      measure();
    };
    size();
    addEventListener("resize", size);
    return () => removeEventListener("resize", size);
  }, [list, measure, heightName]);

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

/**
 * Has the row below the page's head stay there when rows become `now` pixels high: in another density, or a much wider window.
 * `listTop` is where the list began while they had `before`: a browser may have scrolled since, because the page became shorter.
 */
function keepTopRow(list: HTMLElement, listTop: number, before: number, now: number) {
  const rowsAbove = (headHeight() - listTop) / before;
  if (now === before || rowsAbove <= 0) return;
  // The browser would scroll as well, by what it thinks that moved.
  const { style } = document.documentElement;
  style.overflowAnchor = "none";
  scrollBy(0, list.getBoundingClientRect().top - (headHeight() - rowsAbove * now));
  void painted().then(() => style.removeProperty("overflow-anchor"));
}
