import { useLayoutEffect, useRef, useState } from "react";

/**
 * Gives a function for leaving the search: `arrive` is called when the rows are those of the text that stands there, which
 * may be some renders later. Earlier the current row would still move away from under the focus.
 */
export function useLeaveSearch(isSettled: boolean, arrive: () => void): () => void {
  const [left, setLeft] = useState(0);
  const arrived = useRef(0);
  useLayoutEffect(() => {
    if (left === arrived.current || !isSettled) return;
    arrived.current = left;
    arrive();
  }, [left, isSettled, arrive]);
  return () => setLeft((times) => times + 1);
}
