import { type Candidate, listPicks, type PickList } from "../../picks/pick-list.ts";
import { speakingAnswer } from "../domain.ts";
import { isAgreed, isBackported, type LedgerPatch, type LedgerTarget, resolver, shownOn } from "./ledger.ts";

/** The lists of one target from patch number `from` on; the patches have to be in topological order, oldest first. */
export function pickList(patches: readonly LedgerPatch[], target: LedgerTarget, from: number): PickList {
  const found = resolver(patches);
  const candidates = patches.map((patch): Candidate => {
    const shown = shownOn(patch, target);
    return {
      sha: patch.sha,
      number: patch.number,
      verdict: shown.verdict,
      // Who agreed with a guess answers for it as for a decision.
      isByPerson: shown.by !== null || isAgreed(patch, target, shown),
      isInstructed: shown.explicit,
      isVanished: patch.isVanished,
      isMerge: patch.isMerge,
      isBackported: isBackported(patch, target),
      links: (speakingAnswer(patch.classifications)?.links ?? []).flatMap(({ kind, text }) => {
        const to = found(text, patch)?.sha;
        return to ? [{ kind, to }] : [];
      }),
    };
  });
  return listPicks(candidates, target.branch, from);
}
