import type { KeptTag, WaitCondition } from "../domain.ts";
import { conditionOn, inWords } from "./conditions.ts";
import { isBackported, type LedgerPatch, type LedgerTarget, shownOn } from "./ledger.ts";
import { type Ripeness, ripeness } from "./ripeness.ts";

/** A wait on one target: for what, whether that is the author's word or a person's, and how far it is. */
export interface ShownWait extends Ripeness {
  condition: WaitCondition;
  /** The condition as the author gave it; a person who decides gives their own, or leaves the author's. */
  isAuthors: boolean;
  words: string;
  /** It came true after the last word of a person, decision or agreement: somebody should look again. */
  isDue: boolean;
}

/** The tags of a series by which waits end. */
export interface Tags {
  upstream: readonly KeptTag[];
  targets: ReadonlyMap<number, readonly KeptTag[]>;
}

/** The wait that a board shows for a patch on a target; null when its verdict is another one or it is there already. */
export function waitOn(patch: LedgerPatch, target: LedgerTarget, tags: () => Tags, now: number): ShownWait | null {
  if (shownOn(patch, target).verdict !== "wait" || isBackported(patch, target)) return null;
  const { condition, isAuthors, since } = conditionOn(patch, target);
  const { upstream, targets } =
    condition.kind === "tag" ? tags() : { upstream: [], targets: new Map<number, KeptTag[]>() };
  const found = ripeness(condition, now, {
    committedAt: patch.committedAt,
    since: since ?? patch.committedAt,
    upstream,
    target: targets.get(target.id) ?? [],
  });
  const isDue = found.isRipe && isAfter(found, lastWord(patch, target));
  return { ...found, condition, isAuthors, words: inWords(condition), isDue };
}

/** Whether a condition came true after that time, as far as anybody here could know. */
export function isAfter({ at, cameAt }: Ripeness, time: number): boolean {
  return at !== null && Math.max(at, cameAt ?? -Infinity) > time;
}

/** When a person last said that the patch is to wait there; -Infinity when nobody did. */
function lastWord(patch: LedgerPatch, target: LedgerTarget): number {
  const override = patch.overrides.get(target.id);
  const agreed = patch.seen.filter((one) => one.target === target.id && one.verdict === "wait");
  return Math.max(override?.verdict ? override.at : -Infinity, ...agreed.map((one) => one.at));
}
