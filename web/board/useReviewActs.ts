import { say } from "../ui/status.ts";
import { useRedo } from "./act/useRedo.ts";
import { useUndo } from "./act/useUndo.ts";
import type { BoardShared } from "./BoardContext.ts";
import type { PatchRow } from "./BoardRows.ts";
import { isBackported, isSeenBy, isUndecided } from "./filter.ts";
import type { Act } from "./keys/commands.ts";
import type { Bulk } from "./select/useBulk.ts";
import { afterDecision } from "./settings.ts";

interface Around {
  series: string;
  visible: readonly PatchRow[];
  current: PatchRow | null;
  /** A queue begins again at its top: what was passed over is still in it. */
  isQueue: boolean;
  shared: BoardShared;
  bulk: Bulk;
  /** Puts the focus on a row. */
  focus: (row: PatchRow) => void;
  /** The same, with the open details following. */
  go: (row: PatchRow | undefined) => void;
}

/** Deciding, agreeing and taking back: on the selection where there is one, else on the current row. */
export function useReviewActs({ series, visible, current, isQueue, shared, bulk, focus, go }: Around) {
  const undo = useUndo(series);
  const redo = useRedo(series);

  const goOn = () => {
    if (!current) return;
    if (afterDecision.get() === "stay") return focus(current);
    const at = visible.indexOf(current);
    const left = (row: PatchRow) => row !== current && isUndecided(row, shared.target);
    const next = visible.slice(at + 1).find(left) ?? (isQueue ? visible.slice(0, at).find(left) : undefined);
    if (next) go(next);
    else focus(current);
  };

  const done = (
    what: string | null | undefined,
    verb: string,
    conflicts: readonly { by: string | null | undefined }[],
  ) => {
    if (conflicts.length)
      say(`Not all of it could be ${verb.toLowerCase()}: ${conflicts[0]?.by ?? "somebody"} decided since.`, "trouble");
    else say(what ? `${verb}: ${what}.` : `There is nothing of yours to be ${verb.toLowerCase()}.`);
  };
  const find = (patches: readonly { id: string }[]) => {
    const row = visible.find((one) => one.id === patches[0]?.id);
    if (row) focus(row);
  };

  return {
    decide({ verdict, everywhere }: Extract<Act, { do: "decide" }>) {
      if (bulk.rows.length) return bulk.propose({ verdict, everywhere });
      if (!current) return;
      const all = shared.targets.map((_, i) => i);
      const open = all.filter((i) => shared.targets[i]?.isPresent && !isBackported(current, i));
      shared.decide(current, everywhere ? open : [shared.target], verdict);
      goOn();
    },
    agree() {
      if (bulk.rows.length) return bulk.propose({ verdict: "AGREE", everywhere: false });
      if (!current) return;
      if (!isSeenBy(current, shared.target, shared.me)) shared.agree(current, shared.target);
      goOn();
    },
    undo: () =>
      shared.named(() =>
        undo(
          ({ undone, conflicts, patches }) => {
            done(undone, "Undone", conflicts);
            find(patches);
          },
          (sentence) => say(`Not undone: ${sentence}`, "trouble"),
        ),
      ),
    redo: () =>
      shared.named(() =>
        redo(
          ({ redone, conflicts, patches }) => {
            done(redone, "Done again", conflicts);
            find(patches);
          },
          (sentence) => say(`Not done again: ${sentence}`, "trouble"),
        ),
      ),
  };
}
