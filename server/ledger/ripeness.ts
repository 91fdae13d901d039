import { compareVersions, type KeptTag, versionOf, type WaitCondition } from "../domain.ts";

/** What a condition is about: the commit's date, since when tags count, and the tags of both branches, in any order. */
export interface WaitFacts {
  committedAt: number;
  since: number;
  upstream: readonly KeptTag[];
  target: readonly KeptTag[];
}

/**
 * `at`: when the condition came or will come true, null while nobody knows. `tag` is the one that did it, `cameAt` when that
 * could be known here.
 */
export interface Ripeness {
  isRipe: boolean;
  at: number | null;
  tag: string | null;
  cameAt: number | null;
}

const dayMs = 24 * 3_600_000;

/** Whether and when a condition is true. A day begins at midnight UTC. */
export function ripeness(condition: WaitCondition, now: number, facts: WaitFacts): Ripeness {
  const from = (at: number | null, tag: KeptTag | null = null) => ({
    isRipe: at !== null && at <= now,
    at,
    tag: tag?.name ?? null,
    cameAt: tag?.cameAt ?? null,
  });
  switch (condition.kind) {
    case "date":
      return from(Date.parse(`${condition.day}T00:00:00Z`));
    case "days":
      return from(facts.committedAt + condition.days * dayMs);
    case "open":
      return from(null);
    case "tag": {
      const { of, pattern, days } = condition;
      // A release that is named counts whenever it was; "the next one" has to be made, or to come here, after the wait began.
      const since = isVersion(pattern) ? -Infinity : facts.since;
      const fitting = facts[of].filter((tag) => Math.max(tag.at, tag.cameAt) > since && fitsTag(tag.name, pattern));
      const first = fitting.reduce<KeptTag | null>((best, tag) => (best && best.at <= tag.at ? best : tag), null);
      return first ? from(first.at + days * dayMs, first) : from(null);
    }
  }
}

/**
 * Whether a tag's name fits a pattern: `v3.*` with * and ?; a bare version 3.2 for the release of that number, however the tag
 * spells it; nothing for any release. Candidates (-dev1, -rc2) are no releases; only a pattern with a sign for them finds them.
 */
export function fitsTag(name: string, pattern: string): boolean {
  if (pattern === "") return isRelease(name);
  if (isVersion(pattern)) return isRelease(name) && compareVersions(versionOf(name) ?? "", pattern) === 0;
  const signs = pattern
    .replace(/[\\^$.+()[\]{}|]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${signs}$`, "i").test(name);
}

const isVersion = (pattern: string) => /^\d+(?:\.\d+)*$/.test(pattern);
const isRelease = (name: string) =>
  /\d/.test(name) && !/(?:dev|rc|alpha|beta|pre|preview|snapshot)[-._]?\d*$/i.test(name);
