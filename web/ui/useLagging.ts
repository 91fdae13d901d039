import { useEffect, useRef, useState } from "react";

/** The value as it was at most `ms` milliseconds ago: for what is dear to derive and may come a moment later. */
export function useLagging<T>(value: T, ms: number): T {
  const [shown, setShown] = useState(value);
  const latest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    latest.current = value;
    if (timer.current !== null || value === shown) return;
    timer.current = setTimeout(() => {
      timer.current = null;
      setShown(latest.current);
    }, ms);
  }, [value, shown, ms]);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  return shown;
}
