import type { Verdict } from "../BoardContext.ts";
import type { PatchRow } from "../BoardRows.ts";
import type { WaitInput } from "../../__generated__/useOverrideVerdictMutation.graphql.ts";
import { isBackported, isSeenBy } from "../filter.ts";

/** What a person is about to do with many patches: a verdict, or agreeing with those that are shown. */
export interface Proposal {
  verdict: Verdict | "AGREE";
  /** On all targets, and not only on the one that is shown. */
  everywhere: boolean;
  /** What a wait waits for, where that was said. */
  condition?: WaitInput;
}

/** What a proposal would do. */
export interface Preview {
  /** The patches that change, with the indexes of the targets on which they do. */
  changes: readonly { row: PatchRow; targets: readonly number[] }[];
  /** Patches that are as proposed already, or on the stable branch: they stay as they are. */
  unchanged: number;
  /** People whose decisions would be replaced by another verdict, with how many of them. */
  replaced: readonly (readonly [who: string, count: number])[];
}

/** Looks at each patch and target that a proposal is about; nothing is decided twice, and nothing that is backported. */
export function previewOf(
  rows: readonly PatchRow[],
  targets: readonly number[],
  proposal: Proposal,
  me: string | null,
): Preview {
  const changes: { row: PatchRow; targets: readonly number[] }[] = [];
  const replaced = new Map<string, number>();
  for (const row of rows) {
    const changing = targets.filter((target) => !isBackported(row, target) && isChange(row, target, proposal, me));
    if (changing.length) changes.push({ row, targets: changing });
    for (const target of changing) {
      const by = row.deciders[target];
      if (by != null && proposal.verdict !== "AGREE") replaced.set(by, (replaced.get(by) ?? 0) + 1);
    }
  }
  return {
    changes,
    unchanged: rows.length - changes.length,
    replaced: [...replaced].toSorted(([, a], [, b]) => b - a),
  };
}

function isChange(row: PatchRow, target: number, { verdict, condition }: Proposal, me: string | null): boolean {
  if (verdict === "AGREE") return !isSeenBy(row, target, me);
  // Another end of a wait is a decision, although the verdict is the same.
  if (condition !== undefined) return true;
  // A machine's verdict that is the same becomes a person's: that is a change. So is waiting on when a wait is over.
  return row.verdicts[target] !== verdict || row.deciders[target] == null || row.waits[target]?.isDue === true;
}
