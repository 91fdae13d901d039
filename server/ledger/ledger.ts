import {
  type Classification,
  type Shown,
  shownVerdict,
  speakingAnswer,
  type Verdict,
  type WaitCondition,
} from "../domain.ts";
import { conditionOn } from "./conditions.ts";

/** One stable branch in the ledger of a patch. */
export interface LedgerBranch {
  target: string;
  verdict: Verdict;
  by: string | null;
  /** What a wait waits for: as a person said it, else as the author's words were read; null for any other verdict. */
  condition: WaitCondition | null;
  backport: { id: string; evidence: string } | null;
}

/** One patch as `export --format json` gives it: stable, documented in README. */
export interface LedgerRow {
  id: string;
  number: number;
  subject: string;
  author: string;
  /** Author date, ISO 8601, UTC. */
  date: string;
  verdict: Verdict;
  /** The person who decided for the target; null where a machine did. */
  by: string | null;
  /** The engine whose answer is shown; null where a person decided or nothing has read the patch. */
  engine: string | null;
  reason: string;
  quote: string | null;
  oldest: string | null;
  /** `id` is a full commit id where the series holds it, else as written. */
  links: { kind: string; id: string }[];
  notes: { who: string; at: string; text: string }[];
  branches: LedgerBranch[];
}

/** What the ledger needs to know of a patch; the store's view of a patch fits. */
export interface LedgerPatch {
  id: number;
  number: number;
  sha: string;
  subject: string;
  author: string;
  authoredAt: number;
  committedAt: number;
  isVanished: boolean;
  isMerge: boolean;
  classifications: readonly Classification[];
  overrides: ReadonlyMap<
    number,
    { verdict: Verdict | null; who: string; at: number; reason: string | null; condition?: string | null }
  >;
  /** Agreements of people; those that hold name the verdict that is shown. */
  seen: readonly { target: number; verdict: Verdict; at: number }[];
  backports: ReadonlyMap<number, { sha: string; evidence: string }>;
}

export interface LedgerTarget {
  id: number;
  branch: string;
  version: string | null;
}

/** The verdict shown for a patch on a target. */
export function shownOn(patch: LedgerPatch, target: LedgerTarget): Shown {
  const override = patch.overrides.get(target.id);
  const decided = override?.verdict ? { ...override, verdict: override.verdict } : null;
  return shownVerdict(decided, patch.classifications, target.version);
}

/** True when a person looked at the verdict that is shown and agreed with it. */
export function isAgreed(patch: LedgerPatch, target: LedgerTarget, shown: Shown): boolean {
  return patch.seen.some((one) => one.target === target.id && one.verdict === shown.verdict);
}

/** True when the stable branch holds the patch; a claim that nothing confirms does not count. */
export function isBackported(patch: LedgerPatch, target: LedgerTarget): boolean {
  const found = patch.backports.get(target.id);
  return found !== undefined && found.evidence !== "claimed";
}

/** The whole ledger for one target, in the order of `patches`. */
export function ledgerRows(
  patches: readonly LedgerPatch[],
  target: LedgerTarget,
  targets: readonly LedgerTarget[],
  notesOf: (patch: number) => readonly { who: string; at: number; text: string }[],
): LedgerRow[] {
  const known = resolver(patches);
  return patches.map((patch) => {
    const shown = shownOn(patch, target);
    const answer = speakingAnswer(patch.classifications);
    return {
      id: patch.sha,
      number: patch.number,
      subject: patch.subject,
      author: patch.author,
      date: iso(patch.authoredAt),
      verdict: shown.verdict,
      by: shown.by,
      engine: shown.engine,
      reason: shown.reason,
      quote: answer?.quote?.text ?? null,
      oldest: answer?.oldest ?? null,
      links: (answer?.links ?? []).map((link) => ({ kind: link.kind, id: known(link.text, patch)?.sha ?? link.text })),
      notes: notesOf(patch.id).map(({ who, at, text }) => ({ who, at: iso(at), text })),
      branches: targets.map((one) => {
        const { verdict, by } = shownOn(patch, one);
        const found = patch.backports.get(one.id);
        return {
          target: one.branch,
          verdict,
          by,
          condition: verdict === "wait" ? conditionOn(patch, one).condition : null,
          backport: found ? { id: found.sha, evidence: found.evidence } : null,
        };
      }),
    };
  });
}

/** Finds the patch that a message names: by an id of 7 digits or more, by its subject, or the one before (`previous`). */
export function resolver(patches: readonly LedgerPatch[]) {
  const bySubject = new Map<string, LedgerPatch | null>();
  const byPrefix = new Map<string, LedgerPatch[]>();
  const byNumber = new Map<number, LedgerPatch>();
  for (const patch of patches) {
    bySubject.set(patch.subject, bySubject.has(patch.subject) ? null : patch);
    const prefix = patch.sha.slice(0, 7);
    const same = byPrefix.get(prefix);
    if (same) same.push(patch);
    else byPrefix.set(prefix, [patch]);
    if (!patch.isVanished) byNumber.set(patch.number, patch);
  }
  return (text: string, from: LedgerPatch): LedgerPatch | null => {
    if (text === "previous") return byNumber.get(from.number - 1) ?? null;
    if (!/^[0-9a-f]{7,64}$/.test(text)) return bySubject.get(text) ?? null;
    const fitting = (byPrefix.get(text.slice(0, 7)) ?? []).filter((patch) => patch.sha.startsWith(text));
    return fitting.length === 1 ? fitting[0]! : null;
  };
}

export const iso = (ms: number) => {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? "1970-01-01T00:00:00Z" : date.toISOString().replace(".000Z", "Z");
};
