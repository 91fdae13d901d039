import { useCallback, useLayoutEffect, useRef } from "react";

/** A function that never changes and always does what the latest render meant. Not to be called while rendering. */
export function useStable<A extends readonly unknown[], R>(latest: (...args: A) => R): (...args: A) => R {
  const ref = useRef(latest);
  useLayoutEffect(() => {
    ref.current = latest;
  });
  return useCallback((...args: A) => ref.current(...args), []);
}
