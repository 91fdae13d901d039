import { type RefObject, useLayoutEffect, useRef } from "react";

/** What may stay at an edge of the screen while the page scrolls, by the name that looks/edges.css knows it under. */
const heights = { "--head": 0, "--matrix-head": 0, "--foot": 0 };

const gapPx = 2;
/** For what is told or asked over the foot of the page. */
const roomAtFootPx = 80;

/** Keeps what the page scrolls to clear of an element that stays at an edge, and tells the style sheet how high that is. */
export function useEdge<T extends HTMLElement>(edge: keyof typeof heights): RefObject<T | null> {
  const ref = useRef<T>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    // On a phone some of them scroll away.
    const stays = () => getComputedStyle(element).position !== "static";
    const observer = new ResizeObserver(() => tell(edge, stays() ? element.offsetHeight : 0));
    observer.observe(element);
    return () => {
      observer.disconnect();
      tell(edge, 0);
    };
  }, [edge]);
  return ref;
}

/** Neither is a custom property of the root: a change of one has a browser style all rows anew, 15 ms for the first of them. */
function tell(edge: keyof typeof heights, height: number) {
  heights[edge] = height;
  document.body.style.setProperty(edge, `${height}px`);
  const [above, below] = [heights["--head"] + heights["--matrix-head"] + gapPx, heights["--foot"] + roomAtFootPx];
  document.documentElement.style.scrollPaddingBlock = `${above}px ${below}px`;
}
