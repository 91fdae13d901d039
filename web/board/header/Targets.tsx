import { useLayoutEffect, useMemo, useRef, useState } from "react";
import type { View } from "../../route.ts";
import { count } from "../../ui/format.ts";
import { changeView } from "../../useRoute.ts";
import { useBoard } from "../BoardContext.ts";
import { makeLeftPerTarget, type Row } from "../filter.ts";
import { Key } from "../keys/Key.tsx";
import { startNumber } from "../../../picks/start.ts";

/** Which stable branch is being filled, with what each still has to have decided. */
export function Targets({ rows, start }: { rows: readonly Row[]; start: View["start"] }) {
  const { targets, target } = useBoard();
  const starts = useMemo(() => targets.map((one) => startNumber(start, one.lastBackported)), [targets, start]);
  const [leftPerTarget] = useState(makeLeftPerTarget);
  const left = useMemo(() => leftPerTarget(rows, starts), [leftPerTarget, rows, starts]);
  const ref = useInSight(target);
  if (!targets.length) {
    return (
      <span className="muted" title="patchboard sync --target BRANCH, as often as there are branches">
        no stable branch found: name them with --target
      </span>
    );
  }
  return (
    <div role="radiogroup" aria-label="Target" className="targets" ref={ref}>
      {targets.map((one, i) => (
        <label
          key={one.id}
          title={`${one.branch}: ${left[i]} undecided${one.isPresent ? "" : "; the branch is gone"}`}
          data-gone={!one.isPresent}
        >
          <input
            type="radio"
            name="target"
            aria-label={one.branch}
            checked={i === target}
            onChange={() => changeView({ target: one.branch })}
          />
          <span aria-hidden="true">
            {one.label}
            <small>{count(left[i] ?? 0)}</small>
          </span>
        </label>
      ))}
      {targets.length > 1 && (
        <span className="target-keys">
          <Key of="previous-target" /> <Key of="next-target" />
        </span>
      )}
    </div>
  );
}

/** Where there are more targets than room, the one that is shown is in sight. */
function useInSight(target: number) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const list = ref.current;
    const shown = list?.children[target];
    if (!list || !(shown instanceof HTMLElement)) return;
    // Not scrollIntoView, which would also move the page on a phone, where the head scrolls away.
    const atEnd = shown.offsetLeft + shown.offsetWidth - list.clientWidth;
    list.scrollLeft = Math.min(shown.offsetLeft, Math.max(list.scrollLeft, atEnd));
  }, [target]);
  return ref;
}
