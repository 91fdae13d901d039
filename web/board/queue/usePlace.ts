import { useEffect, useRef } from "react";
import { useKeepPlace } from "../act/useKeepPlace.ts";
import type { TargetInfo } from "../BoardContext.ts";
import type { PatchRow } from "../BoardRows.ts";

const settleMs = 2_000;

/** Remembers where the person is, once a row has been the current one for a moment. */
export function usePlace(
  me: string | null,
  current: PatchRow | null,
  hasMoved: boolean,
  target: TargetInfo | undefined,
) {
  const keepPlace = useKeepPlace();
  const last = useRef("");
  const [patch, on] = [current?.id, target?.id];
  useEffect(() => {
    if (me === null || !hasMoved || !patch || !on || last.current === `${patch} ${on}`) return;
    const timer = setTimeout(() => {
      last.current = `${patch} ${on}`;
      keepPlace(patch, on);
    }, settleMs);
    return () => clearTimeout(timer);
  }, [me, hasMoved, patch, on, keepPlace]);
}
