import { type RefObject, useLayoutEffect, useRef } from "react";

/** Tells the style sheet, by the name of a custom property, how high an element is: what gets the focus scrolls clear of it. */
export function useHeight<T extends HTMLElement>(property: `--${string}`): RefObject<T | null> {
  const ref = useRef<T>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const root = document.documentElement.style;
    const observer = new ResizeObserver(() => root.setProperty(property, `${element.offsetHeight}px`));
    observer.observe(element);
    return () => observer.disconnect();
  }, [property]);
  return ref;
}
