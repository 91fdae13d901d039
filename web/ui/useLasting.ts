import { useEffect, useState } from "react";

/** True from when `what` has been the same for `ms` milliseconds until it is null: for what is worth a word only when it lasts. */
export function useLasting(what: string | null, ms: number): boolean {
  const [isLasting, setLasting] = useState(false);
  useEffect(() => {
    if (what === null) return;
    const timer = setTimeout(() => setLasting(true), ms);
    return () => clearTimeout(timer);
  }, [what, ms]);
  if (what === null && isLasting) setLasting(false); // while rendering: React starts over at once
  return isLasting && what !== null;
}
