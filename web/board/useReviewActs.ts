import { useRef } from "react";
import { plural } from "../ui/format.ts";
import { isBusyElsewhere } from "../ui/isBusyElsewhere.ts";
import { say } from "../ui/status.ts";
import { useStable } from "../ui/useStable.ts";
import type { BoardShared } from "./BoardContext.ts";
import type { PatchRow } from "./BoardRows.ts";
import { useRedo } from "./act/useRedo.ts";
import { useUndo } from "./act/useUndo.ts";
import { isBackported, isSeenBy, isUndecided } from "./filter.ts";
import type { Act } from "./keys/commands.ts";
import type { Bulk } from "./select/useBulk.ts";
import type { Dialogs } from "./useDialogs.ts";
import type { WaitInput } from "../__generated__/useOverrideVerdictMutation.graphql.ts";

interface Around {
  series: string;
  rows: readonly PatchRow[];
  current: PatchRow | null;
  shared: BoardShared;
  bulk: Bulk;
  /** Puts the focus on a row. */
  focus: (row: PatchRow) => void;
  /** Goes on to the next undecided row when the current one is among these. */
  goOn: (done: readonly PatchRow[]) => void;
  askWait: Dialogs["askWait"];
}

/** Deciding, agreeing and taking back: on the selection where there is one, else on the current row. */
export function useReviewActs({ series, rows, current, shared, bulk, focus, goOn, askWait }: Around) {
  const undo = useUndo(series);
  const redo = useRedo(series);

  const done = (
    what: string | null | undefined,
    verb: string,
    conflicts: readonly { by: string | null | undefined }[],
  ) => {
    if (conflicts.length)
      say(`Not all of it could be ${verb.toLowerCase()}: ${conflicts[0]?.by ?? "somebody"} decided since.`, "trouble");
    else say(what ? `${verb}: ${what}.` : `There is nothing of yours to be ${verb.toLowerCase()}.`);
  };
  const steps = useRef(0);
  const find = useStable((patches: readonly { id: string }[], step: number) => {
    // An answer may take its time. Somebody who types by then is not to go on deciding with the next letters, and who has
    // gone on meanwhile stays there.
    if (isBusyElsewhere() || step !== steps.current) return;
    // Also where the view does not want it (yet): what was taken back is what one looks at.
    const row = rows.find((one) => one.id === patches[0]?.id);
    if (row) focus(row);
  });

  return {
    /** Told of whatever else the person does: what is taken back then is no longer what they look at. */
    goneOn: () => void steps.current++,
    decide({ verdict, everywhere }: Extract<Act, { do: "decide" }>) {
      if (bulk.rows.length) return bulk.propose({ verdict, everywhere });
      if (!current) return;
      const all = shared.targets.map((_, i) => i);
      const open = all.filter((i) => shared.targets[i]?.isPresent && !isBackported(current, i));
      shared.decide(current, everywhere ? open : [shared.target], verdict);
      goOn([current]);
    },
    agree() {
      if (bulk.rows.length) return bulk.propose({ verdict: "AGREE", everywhere: false });
      if (!current) return;
      if (isSeenBy(current, shared.target, shared.me))
        say(`${current.sha.slice(0, 8)}: you have agreed with that already.`);
      else shared.agree(current, shared.target);
      goOn([current]);
    },
    /** What a wait waits for: a decision like the others, also for all that are selected. */
    until() {
      const { target, targets } = shared;
      if (bulk.rows.length) {
        const about = `${plural(bulk.rows.length, "patch", "patches")}, as selected`;
        const save = (condition: WaitInput) => bulk.propose({ verdict: "WAIT", everywhere: false, condition });
        return askWait({ about, branch: targets[target]?.branch ?? "", wait: null, save });
      }
      if (!current) return;
      // Who only changes what a decided wait waits for stays with it.
      shared.askWait(current, target, () => void (isUndecided(current, target) && goOn([current])));
    },
    undo: () =>
      shared.named(() => {
        const step = steps.current;
        undo(
          ({ undone, conflicts, patches }) => {
            done(undone, "Undone", conflicts);
            find(patches, step);
          },
          (sentence) => say(`Not undone: ${sentence}`, "trouble"),
        );
      }),
    redo: () =>
      shared.named(() => {
        const step = steps.current;
        redo(
          ({ redone, conflicts, patches }) => {
            done(redone, "Done again", conflicts);
            find(patches, step);
          },
          (sentence) => say(`Not done again: ${sentence}`, "trouble"),
        );
      }),
  };
}
