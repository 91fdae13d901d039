import { type RefObject, useLayoutEffect, useRef } from "react";

/** What may stay at an edge of the screen while the page scrolls, and how high it is now. */
const heights = { head: 0, matrixHead: 0, foot: 0 };

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
    const measure = () => tell(edge, stays() ? element.offsetHeight : 0);
    // The observer is heard after what else the same render does, such as putting a row in sight.
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
      tell(edge, 0);
    };
  }, [edge]);
  return ref;
}

/** Nothing here is a custom property of the root: a change of one has a browser style all rows anew, 15 ms for the first of them. */
function tell(edge: keyof typeof heights, height: number) {
  heights[edge] = height;
  const { head, matrixHead, foot } = heights;
  document.body.style.setProperty("--head", `${head}px`);
  document.body.style.setProperty("--foot", `${foot}px`);
  document.documentElement.style.scrollPaddingBlock = `${head + matrixHead + gapPx}px ${foot + roomAtFootPx}px`;
}
