import { useStable } from "../ui/useStable.ts";
import { changeView } from "../useRoute.ts";
import type { PatchRow } from "./BoardRows.ts";
import { isBackported, isSeenBy, isUndecided } from "./filter.ts";
import { afterDecision } from "./settings.ts";
import { openId } from "./useBoardActs.ts";
import { focusWayOut } from "./useFocus.ts";

interface Around {
  visible: readonly PatchRow[];
  current: PatchRow | null;
  open: PatchRow | null;
  target: number;
  /** Whose view it is. */
  me: string | null;
  /** A queue begins again at its top: what was passed over is still in it. */
  isQueue: boolean;
  /** In the matrix a decision leaves the current cell where it is. */
  isMatrix: boolean;
  focus: (row: PatchRow) => void;
}

/** Going from patch to patch, and on to the next undecided one when something was decided. None ever changes. */
export function useGoing({ visible, current, open, target, me, isQueue, isMatrix, focus }: Around) {
  const go = useStable((row: PatchRow | undefined) => {
    if (!row) return;
    // Open details follow, so that one can read on from patch to patch.
    if (open && open.id === current?.id && row.id !== current.id) changeView({ open: openId(row) }, "replace");
    focus(row);
  });
  /** `done` may still look undecided: rows are told a moment later. */
  const goOn = useStable((done: readonly PatchRow[]) => {
    if (!current) return;
    const ids = new Set(done.map((row) => row.id));
    if (isMatrix || afterDecision.get() === "stay" || !ids.has(current.id)) return focus(current);
    const at = visible.findIndex((row) => row.id === current.id);
    const left = (row: PatchRow) => !ids.has(row.id) && isUndecided(row, target);
    const [before, behind] = [visible.slice(0, at), visible.slice(at + 1)];
    // Where all is decided somebody was sent here to look: on to what they have not seen.
    const unseen = (row: PatchRow) => !ids.has(row.id) && !isBackported(row, target) && !isSeenBy(row, target, me);
    const next = behind.find(left) ?? (isQueue ? before.find(left) : undefined) ?? behind.find(unseen);
    if (next) go(next);
    else focus(current);
  });
  const toCurrent = useStable(() => {
    if (current) focus(current);
    else focusWayOut();
  });
  return { go, goOn, toCurrent };
}
