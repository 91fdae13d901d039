import { useCallback } from "react";
import { plural } from "../ui/format.ts";
import { say } from "../ui/status.ts";
import { useMarkSeen } from "./act/useMarkSeen.ts";
import { useOverrideVerdict, type Outcome, type Refused, type Wanted, type Wish } from "./act/useOverrideVerdict.ts";
import { nameOf, type TargetInfo, type Verdict } from "./BoardContext.ts";
import type { BoardRows, PatchRow } from "./BoardRows.ts";
import { wishWords } from "./wait/condition.ts";
import type { WaitInput } from "../__generated__/useOverrideVerdictMutation.graphql.ts";
import type { Preview, Proposal } from "./select/preview.ts";
import { addConflicts } from "./unsent/late.ts";

/** A refused decision with what was wanted, until somebody chooses. */
export interface Conflict {
  patch: string;
  sha: string;
  /** Id of the stable branch: it stays what it is while others come. */
  target: string;
  branch: string;
  /** What stands, and what this person wanted instead. */
  theirs: Verdict;
  by: string | null;
  mine: Verdict | null;
  /** What `mine` was to wait for, where that was said. */
  condition?: WaitInput | null;
  /** Whose word `mine` is when it came in a file; not there for this person's own. */
  wanter?: string;
}

/**
 * Deciding: at once on screen, then saved in order. Refused decisions become conflicts, which wait beside the work until
 * somebody chooses; a refused agreement only has to be looked at again.
 */
export function useDecide(
  targets: readonly TargetInfo[],
  named: (then: (who: string) => void) => void,
  source: BoardRows,
) {
  const override = useToldNow(source, useOverrideVerdict());
  const markSeen = useToldNow(source, useMarkSeen());

  const keep = useCallback((refused: readonly Refused[], wish: Wish) => {
    const found = refused.map((one) => conflictOf(one, wish)).filter((one) => !isMoot(one));
    addConflicts(found);
    return found.length;
  }, []);

  const decide = useCallback(
    (row: PatchRow, where: readonly number[], verdict: Verdict | null, condition: WaitInput | null = null) => {
      const at = targetsAt(targets, where);
      const word = verdict ? wordOf(verdict, condition) : "no longer decided by you";
      const place = at.length === 1 ? targets[at[0]?.index ?? 0]?.branch : plural(at.length, "target");
      named((who) =>
        override([{ row, targets: at }], { verdict, condition }, who, null, {
          onTrouble: notSaved,
          onDone: (refused, over) => {
            const left = keep(refused, { verdict, condition });
            if (left) say(tooLate(left));
            else say(`${row.sha.slice(0, 8)} is ${word} on ${place}: ${savedBy(refused, over)}.`);
          },
        }),
      );
    },
    [override, targets, named, keep],
  );

  /** Many cells at once, in one action. */
  const decideCells = useCallback(
    (wanted: readonly Wanted[], verdict: Verdict | null, condition: WaitInput | null = null) => {
      const cells = wanted.reduce((sum, one) => sum + one.targets.length, 0);
      const word = verdict ? wordOf(verdict, condition) : "no longer decided by you";
      const [first] = wanted;
      const what = cells === 1 && first ? `${first.row.sha.slice(0, 8)} is` : `${plural(cells, "cell")} are`;
      const where = cells === 1 ? ` on ${targets[first?.targets[0]?.index ?? 0]?.branch}` : "";
      named((who) =>
        override(wanted, { verdict, condition }, who, null, {
          onTrouble: notSaved,
          onDone: (refused, over) => {
            const left = keep(refused, { verdict, condition });
            if (left) say(tooLate(left));
            else say(`${what} ${word}${where}: ${savedBy(refused, over)}.`);
          },
        }),
      );
    },
    [override, targets, named, keep],
  );

  const agree = useCallback(
    (row: PatchRow, index: number) => {
      const id = row.sha.slice(0, 8);
      const word = nameOf(row.verdicts[index] as Verdict).toLowerCase();
      named((who) =>
        markSeen([{ row, targets: targetsAt(targets, [index]) }], who, null, {
          onTrouble: notSaved,
          onDone: ({ length }) =>
            say(length ? `${id} shows another verdict by now: look again.` : `${id}: seen, and agreed with ${word}.`),
        }),
      );
    },
    [markSeen, targets, named],
  );

  /** The same of many cells, in one action. */
  const agreeCells = useCallback(
    (wanted: readonly Wanted[]) => {
      const cells = plural(
        wanted.reduce((sum, one) => sum + one.targets.length, 0),
        "cell",
      );
      named((who) =>
        markSeen(wanted, who, null, {
          onTrouble: notSaved,
          onDone: ({ length }) =>
            say(length ? `${length} of ${cells} changed: look again.` : `${cells}: seen and agreed.`),
        }),
      );
    },
    [markSeen, named],
  );

  /** One call of a larger action; resolves with how many decisions were refused, rejects with a sentence. */
  const send = useCallback(
    (changes: Preview["changes"], { verdict, condition }: Proposal, who: string, action: string) =>
      new Promise<number>((resolve, reject) => {
        const outcome: Outcome = {
          onTrouble: (sentence) => reject(new Error(sentence)),
          onDone: (refused) => {
            resolve(verdict === "AGREE" ? refused.length : keep(refused, { verdict, condition }));
          },
        };
        const wanted = changes.map(({ row, targets: where }) => ({ row, targets: targetsAt(targets, where) }));
        if (verdict === "AGREE") markSeen(wanted, who, action, outcome);
        else override(wanted, { verdict, condition }, who, action, outcome);
      }),
    [override, markSeen, targets, keep],
  );

  return { decide, decideCells, agree, agreeCells, send };
}

/** Has the rows of what is done at hand when the same key goes on to the next one: one render and not two. */
function useToldNow<Args extends unknown[]>(source: BoardRows, act: (...args: Args) => void) {
  return useCallback(
    (...args: Args) => {
      act(...args);
      source.tellNow();
    },
    [act, source],
  );
}

/** There is nothing to choose where both wanted the same; of a wait that is so unless it was said for what. */
export const isMoot = ({ theirs, by, mine, condition }: Conflict) => by !== null && theirs === mine && !condition;

const wordOf = (verdict: Verdict, condition: WaitInput | null) => nameOf(verdict).toLowerCase() + wishWords(condition);

const tooLate = (count: number) => `${plural(count, "decision")} not saved: somebody decided first.`;

// A wait whose time has come already would be taken for one that comes back.
const savedBy = ([first]: readonly Refused[], over: number) =>
  first
    ? `${first.by} decided the same first`
    : over
      ? "saved, but its time has come already, so that it does not come back"
      : "saved";

const notSaved = (sentence: string) => say(`Not saved: ${sentence}`, "trouble");

const targetsAt = (targets: readonly TargetInfo[], where: readonly number[]) =>
  where.flatMap((index) => (targets[index] ? [{ id: targets[index].id, index }] : []));

/** A refused decision beside what was wanted. */
export function conflictOf(refused: Refused, { verdict, condition = null }: Wish): Conflict {
  return {
    patch: refused.patch.id,
    sha: refused.patch.sha,
    target: refused.target.id,
    branch: refused.target.branch,
    theirs: refused.verdict as Verdict,
    by: refused.by ?? null,
    mine: verdict,
    condition,
  };
}
