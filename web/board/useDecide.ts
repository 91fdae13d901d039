import { useCallback, useState } from "react";
import { plural } from "../ui/format.ts";
import { say } from "../ui/status.ts";
import { useOverrideVerdict, type Refused } from "./act/useOverrideVerdict.ts";
import { verdictNames, type TargetInfo, type Verdict } from "./BoardContext.ts";
import type { PatchRow } from "./BoardRows.ts";

/** A refused decision with what was wanted, until somebody chooses. */
export interface Conflict {
  patch: string;
  sha: string;
  target: number;
  branch: string;
  /** What stands, and what this person wanted instead. */
  theirs: Verdict;
  by: string | null;
  mine: Verdict | null;
  /** Whose word `mine` is when it came in a file; not there for this person's own. */
  wanter?: string;
}

/**
 * Deciding: at once on screen, then saved in order. Refused decisions become conflicts, which wait beside the work until
 * somebody chooses.
 */
export function useDecide(targets: readonly TargetInfo[], named: (then: (who: string) => void) => void) {
  const override = useOverrideVerdict();
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);

  const decide = useCallback(
    (row: PatchRow, where: readonly number[], verdict: Verdict | null) => {
      const at = where.flatMap((index) => (targets[index] ? [{ id: targets[index].id, index }] : []));
      const word = verdict ? nameOf(verdict).toLowerCase() : "no longer decided by you";
      const place = at.length === 1 ? targets[at[0]?.index ?? 0]?.branch : plural(at.length, "target");
      named((who) =>
        override([row], at, verdict, who, {
          onTrouble: (sentence) => say(`Not saved: ${sentence}`, "trouble"),
          onDone: (refused) => {
            const found = refused.map((one) => conflictOf(one, targets, verdict));
            if (found.length) {
              setConflicts((old) => [...old.filter((one) => !found.some((other) => isSame(one, other))), ...found]);
              say(`${plural(found.length, "decision")} not saved: somebody decided first.`);
            } else say(`${row.sha.slice(0, 8)} is ${word} on ${place}: saved.`);
          },
        }),
      );
    },
    [override, targets, named],
  );
  const settle = useCallback((conflict: Conflict) => setConflicts((old) => old.filter((one) => one !== conflict)), []);
  return { decide, conflicts, settle };
}

const nameOf = (verdict: Verdict) => verdictNames.find(([value]) => value === verdict)?.[2] ?? verdict;

const isSame = (a: Conflict, b: Conflict) => a.patch === b.patch && a.target === b.target;

function conflictOf(refused: Refused, targets: readonly TargetInfo[], mine: Verdict | null): Conflict {
  return {
    patch: refused.patch.id,
    sha: refused.patch.sha,
    target: targets.findIndex((target) => target.id === refused.target.id),
    branch: refused.target.branch,
    theirs: refused.verdict as Verdict,
    by: refused.by ?? null,
    mine,
  };
}
