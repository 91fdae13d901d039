import { type RefObject, useLayoutEffect, useRef } from "react";

/** What may stay at an edge of the screen while the page scrolls, and how high it is now. */
const heights = { head: 0, matrixHead: 0, foot: 0 };

/** Of what stays at the top of the screen in any layout, in pixels; 0 where it scrolls away. */
export const headHeight = (): number => heights.head;

/** True while the focus is at one of the edges. */
let isWithin = false;

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
    const entered = () => enter(true);
    const left = ({ relatedTarget: to }: FocusEvent) => enter(to instanceof Node && element.contains(to));
    element.addEventListener("focusin", entered);
    element.addEventListener("focusout", left);
    return () => {
      observer.disconnect();
      element.removeEventListener("focusin", entered);
      element.removeEventListener("focusout", left);
      enter(false);
      tell(edge, 0);
    };
  }, [edge]);
  return ref;
}

/** Nothing here is a custom property of the root: a change of one has a browser style all rows anew, 15 ms for the first of them. */
function tell(edge: keyof typeof heights, height: number) {
  heights[edge] = height;
  document.body.style.setProperty("--head", `${heights.head}px`);
  document.body.style.setProperty("--foot", `${heights.foot}px`);
  keepClear();
}

/** While one goes along it or types there, a browser would scroll the page, again and again, until the field was where rows may be. */
function enter(isIn: boolean) {
  isWithin = isIn;
  keepClear();
}

function keepClear() {
  const { head, matrixHead, foot } = heights;
  const room = `${head + matrixHead + gapPx}px ${foot + roomAtFootPx}px`;
  document.documentElement.style.scrollPaddingBlock = isWithin ? "0" : room;
}
