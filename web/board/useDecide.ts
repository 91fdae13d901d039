import { useCallback, useState } from "react";
import { plural } from "../ui/format.ts";
import { say } from "../ui/status.ts";
import { useOverrideVerdict, type Refused, type Wanted } from "./act/useOverrideVerdict.ts";
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
}

/**
 * Deciding: at once on screen, then saved in order. Refused decisions become conflicts, which wait beside the work until
 * somebody chooses.
 */
export function useDecide(targets: readonly TargetInfo[], named: (then: (who: string) => void) => void) {
  const override = useOverrideVerdict();
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);

  const refuse = useCallback(
    (refused: readonly Refused[], mine: Verdict | null) => {
      const found = refused.map((one) => conflictOf(one, targets, mine));
      setConflicts((old) => [...old.filter((one) => !found.some((other) => isSame(one, other))), ...found]);
      say(`${plural(found.length, "decision")} not saved: somebody decided first.`);
    },
    [targets],
  );

  /** Many cells at once, in one action. */
  const decideCells = useCallback(
    (wanted: readonly Wanted[], verdict: Verdict | null) => {
      const cells = wanted.reduce((sum, one) => sum + one.targets.length, 0);
      const word = verdict ? nameOf(verdict).toLowerCase() : "no longer decided by you";
      const [first] = wanted;
      const what = cells === 1 && first ? `${first.row.sha.slice(0, 8)} is` : `${plural(cells, "cell")} are`;
      const where = cells === 1 ? ` on ${targets[first?.targets[0]?.index ?? 0]?.branch}` : "";
      named((who) =>
        override(wanted, verdict, who, {
          onTrouble: (sentence) => say(`Not saved: ${sentence}`, "trouble"),
          onDone: (refused) => (refused.length ? refuse(refused, verdict) : say(`${what} ${word}${where}: saved.`)),
        }),
      );
    },
    [override, targets, named, refuse],
  );

  const decide = useCallback(
    (row: PatchRow, where: readonly number[], verdict: Verdict | null) => {
      const at = where.flatMap((index) => (targets[index] ? [{ id: targets[index].id, index }] : []));
      const word = verdict ? nameOf(verdict).toLowerCase() : "no longer decided by you";
      const place = at.length === 1 ? targets[at[0]?.index ?? 0]?.branch : plural(at.length, "target");
      named((who) =>
        override([{ row, targets: at }], verdict, who, {
          onTrouble: (sentence) => say(`Not saved: ${sentence}`, "trouble"),
          onDone: (refused) => {
            if (refused.length) refuse(refused, verdict);
            else say(`${row.sha.slice(0, 8)} is ${word} on ${place}: saved.`);
          },
        }),
      );
    },
    [override, targets, named, refuse],
  );
  const settle = useCallback((conflict: Conflict) => setConflicts((old) => old.filter((one) => one !== conflict)), []);
  return { decide, decideCells, conflicts, settle };
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
