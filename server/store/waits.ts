import type { KeptTag, Tag } from "../domain.ts";
import type { Changes } from "./changes.ts";
import type { Db } from "./open.ts";

/** The tags that waits may wait for: of the upstream, and of each stable branch by its row id. */
export interface SeriesTags<T extends Tag = KeptTag> {
  upstream: readonly T[];
  targets: ReadonlyMap<number, readonly T[]>;
}

/** One wait as it was looked at. `words` tell what came true. */
export interface SeenWait {
  patch: number;
  target: number;
  isRipe: boolean;
  /** A person decided to wait before it came true: told of even when this is the first look at it. */
  isAwaited: boolean;
  words: string;
}

const who = "clock";

/** Waits: which patches wait at all, which tags can end it, and which waits have turned ripe. */
export function waitsPart(db: Db, changes: Changes) {
  const tags = db.prepare<[number], KeptTag & { target: number | null }>(
    "SELECT target, name, at, came_at AS cameAt FROM tag WHERE series = ? ORDER BY target, at, name",
  );
  const dropTags = db.prepare<[number]>("DELETE FROM tag WHERE series = ?");
  const addTag = db.prepare<[number, number | null, string, number, number]>("INSERT INTO tag VALUES (?, ?, ?, ?, ?)");
  const meta = db.prepare<[string], { value: string }>("SELECT value FROM meta WHERE key = ?");
  const remember = db.prepare<[string, string]>("INSERT OR REPLACE INTO meta VALUES (?, ?)");
  const waiting = db
    .prepare<[number, number], number>(
      `SELECT o.patch FROM override o JOIN patch p ON p.id = o.patch WHERE p.series = ? AND o.verdict = 'wait'
       UNION SELECT p.id FROM patch p JOIN classification k ON k.patch = p.id AND k.is_current = 1
       WHERE p.series = ? AND p.vanished_at IS NULL AND (k.verdict = 'wait' OR k.rest LIKE '%"verdict":"wait"%')`,
    )
    .pluck();
  const seen = db.prepare<[number], { patch: number; target: number; is_ripe: number }>(
    "SELECT w.* FROM waiting w JOIN patch p ON p.id = w.patch WHERE p.series = ?",
  );
  const see = db.prepare<[number, number, number]>("INSERT OR REPLACE INTO waiting VALUES (?, ?, ?)");
  const forget = db.prepare<[number, number]>("DELETE FROM waiting WHERE patch = ? AND target = ?");
  const branch = db.prepare<[number], string>("SELECT branch FROM target WHERE id = ?").pluck();
  const tagsKey = (series: number) => `tags of sync:${series}`;

  return {
    tags(series: number): SeriesTags {
      const byTarget = Map.groupBy(tags.all(series), (tag) => tag.target);
      const targets = [...byTarget].flatMap(([target, all]) => (target === null ? [] : [[target, all] as const]));
      return { upstream: byTarget.get(null) ?? [], targets: new Map(targets) };
    },
    /** Whether the tags were read behind the sync that ended then. */
    hasTagsOf: (series: number, syncedAt: number) => meta.get(tagsKey(series))?.value === String(syncedAt),
    /** Replaces the tags of a series by those read behind a sync; those that it did not have come now. */
    keepTags: db.transaction((series: number, syncedAt: number, read: SeriesTags<Tag>) => {
      const isFirst = meta.get(tagsKey(series)) === undefined;
      const came = new Map(tags.all(series).map(({ target, name, cameAt }) => [`${target} ${name}`, cameAt]));
      const keep = (target: number | null, { name, at }: Tag) =>
        addTag.run(series, target, name, at, came.get(`${target} ${name}`) ?? (isFirst ? 0 : syncedAt));
      dropTags.run(series);
      for (const tag of read.upstream) keep(null, tag);
      for (const [target, all] of read.targets) for (const tag of all) keep(target, tag);
      remember.run(tagsKey(series), String(syncedAt));
    }).immediate,

    /** Patches of which some engine or person says wait, for some target. */
    waiting: (series: number) => waiting.all(series, series),
    /** Keeps the waits that there are now; those that have turned ripe since the last time are told of, and counted. */
    keepWaits: db.transaction((series: number, waits: readonly SeenWait[]): number => {
      const before = new Map(seen.all(series).map((row) => [`${row.patch} ${row.target}`, row]));
      let woken = 0;
      for (const { patch, target, isRipe, isAwaited, words } of waits) {
        const known = before.get(`${patch} ${target}`);
        before.delete(`${patch} ${target}`);
        if (known && known.is_ripe === Number(isRipe)) continue;
        see.run(patch, target, Number(isRipe));
        if (!isRipe || (!known && !isAwaited)) continue;
        changes.append(who, series, patch, "ripe", { target: branch.get(target), words });
        woken++;
      }
      for (const { patch, target } of before.values()) forget.run(patch, target);
      return woken;
    }).immediate,
  };
}
