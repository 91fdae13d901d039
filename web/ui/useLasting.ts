import { useEffect, useState } from "react";

/**
 * True from when `what` has been the same for `ms` milliseconds until it is null: for what is worth a word only when it lasts.
 * `since`: when it began, in milliseconds since 1970, where that was before it was seen here.
 */
export function useLasting(what: string | null, ms: number, since?: number): boolean {
  const [isLasting, setLasting] = useState(false);
  useEffect(() => {
    if (what === null) return;
    const age = since === undefined ? 0 : Date.now() - since;
    const timer = setTimeout(() => setLasting(true), Math.max(0, ms - age));
    return () => clearTimeout(timer);
  }, [what, ms, since]);
  if (what === null && isLasting) setLasting(false); // while rendering: React starts over at once
  return isLasting && what !== null;
}
