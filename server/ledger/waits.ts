import type { Tag, WaitCondition } from "../domain.ts";
import { conditionOn, inWords } from "./conditions.ts";
import { isBackported, type LedgerPatch, type LedgerTarget, shownOn } from "./ledger.ts";
import { type Ripeness, ripeness } from "./ripeness.ts";

/** A wait on one target: for what, whether that is the author's word or a person's, and how far it is. */
export interface ShownWait extends Ripeness {
  condition: WaitCondition;
  /** The condition as the author gave it; a person who decides gives their own, or leaves the author's. */
  isAuthors: boolean;
  words: string;
}

/** The tags of a series by which waits end. */
export interface Tags {
  upstream: readonly Tag[];
  targets: ReadonlyMap<number, readonly Tag[]>;
}

/** The wait that a board shows for a patch on a target; null when its verdict is another one or it is there already. */
export function waitOn(patch: LedgerPatch, target: LedgerTarget, tags: () => Tags, now: number): ShownWait | null {
  if (shownOn(patch, target).verdict !== "wait" || isBackported(patch, target)) return null;
  const { condition, isAuthors, since } = conditionOn(patch, target);
  const { upstream, targets } = condition.kind === "tag" ? tags() : { upstream: [], targets: new Map<number, Tag[]>() };
  const found = ripeness(condition, now, {
    committedAt: patch.committedAt,
    since: since ?? patch.committedAt,
    upstream,
    target: targets.get(target.id) ?? [],
  });
  return { ...found, condition, isAuthors, words: inWords(condition) };
}
