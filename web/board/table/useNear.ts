import { useEffect, useLayoutEffect, useState, type RefObject } from "react";
import { rowElementId } from "./PatchRow.tsx";
import { useStable } from "../../ui/useStable.ts";
import { chunksWithin, type Chunk } from "../chunks.ts";

/** How far beyond the screen rows are interactive already, in screens: more than one step of `measure`. */
const margin = 0.35;

/**
 * Which chunks are near the screen. Calculated from the rows' fixed height and not observed, so that it is right in the
 * very render that changes the filter, and no row flashes by unfinished. `heightName` is the property that holds that height.
 */
export function useNear(
  list: RefObject<HTMLElement | null>,
  chunks: readonly Chunk<unknown>[],
  openRow: string | null,
  heightName = "--row",
): { first: number; last: number } {
  const [top, setTop] = useState(0);
  const [screen, setScreen] = useState({ height: innerHeight, row: 38 });

  const measure = useStable(() => {
    const element = list.current;
    if (!element) return;
    // An open detail makes the list longer than its rows: below it, everything is that much further down.
    const detail = openRow === null ? null : document.getElementById(rowElementId(openRow))?.nextElementSibling;
    const above = detail instanceof HTMLElement && detail.getBoundingClientRect().bottom < 0 ? detail.offsetHeight : 0;
    const offset = -element.getBoundingClientRect().top - above;
    // A quarter of a screen is a step: in between the same chunks are near.
    const step = innerHeight / 4;
    setTop(Math.round(offset / step) * step);
  });

  useLayoutEffect(() => {
    const size = () => {
      const row = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue(heightName));
      setScreen({ height: innerHeight, row: row || 38 });
      measure();
    };
    size();
    addEventListener("resize", size);
    return () => removeEventListener("resize", size);
  }, [measure, heightName]);

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

  const beyond = screen.height * margin;
  return chunksWithin(chunks, screen.row, top - beyond, top + screen.height + beyond);
}
