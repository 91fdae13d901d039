import type { Changes } from "./changes.ts";
import type { Db } from "./open.ts";

export interface SeriesPlan {
  name: string;
  repository: string;
  upstream: string;
  base: string;
  version: string | null;
  forge: unknown;
  guessed: Record<string, string>;
}

export interface PlannedTarget {
  branch: string;
  ref: string;
  version: string | null;
}

const who = "sync";

/** Series and their stable branches as a sync planned them, and how the sync ended. */
export function plansPart(db: Db, changes: Changes) {
  const byName = db.prepare<[string], { id: number; repository: string }>(
    "SELECT id, repository FROM series WHERE name = ?",
  );
  const isAsPlanned = db.prepare(
    `SELECT 1 FROM series WHERE id = @id AND repository = @repository AND upstream = @upstream AND base = @base
       AND version IS @version AND forge IS @forge AND guessed = @guessed`,
  );
  const insert = db.prepare(
    `INSERT INTO series (name, repository, upstream, base, version, forge, guessed)
     VALUES (@name, @repository, @upstream, @base, @version, @forge, @guessed)`,
  );
  const update = db.prepare(
    `UPDATE series SET repository = @repository, upstream = @upstream, base = @base, version = @version, forge = @forge,
       guessed = @guessed WHERE id = @id`,
  );
  const keepTarget = db.prepare(
    `INSERT INTO target (series, branch, ref, version, position) VALUES (@series, @branch, @ref, @version, @position)
     ON CONFLICT (series, branch) DO UPDATE SET ref = @ref, version = @version, position = @position,
       state = CASE state WHEN 'gone' THEN 'active' ELSE state END`,
  );
  const gone = db.prepare<[number, string]>(
    `UPDATE target SET state = 'gone' WHERE series = ? AND state <> 'gone' AND branch NOT IN (SELECT value FROM json_each(?))`,
  );
  const targetsOf = db.prepare<[number], { branch: string; ref: string; version: string | null; state: string }>(
    "SELECT branch, ref, version, state FROM target WHERE series = ? ORDER BY position, id",
  );
  const done = db.prepare<[number, number]>("UPDATE series SET synced_at = ?, trouble = NULL WHERE id = ?");
  const troubled = db.prepare<[number]>("SELECT 1 FROM series WHERE id = ? AND trouble IS NOT NULL");
  const failed = db.prepare<[string, number]>("UPDATE series SET trouble = ? WHERE id = ?");
  const concerned = db.prepare<[string, string | null], { id: number }>(
    "SELECT id FROM series WHERE repository = ? AND name = coalesce(?, name)",
  );
  const remember = db.prepare<[string, string]>("INSERT OR REPLACE INTO meta VALUES (?, ?)");
  const forget = db.prepare<[string]>("DELETE FROM meta WHERE key = ?");
  const meta = db.prepare<[string], { value: string }>("SELECT value FROM meta WHERE key = ?");
  const remembered = db.prepare<[string, string], { id: number }>(
    `SELECT CAST(substr(key, 6) AS INTEGER) AS id FROM meta m
     JOIN series s ON s.id = CAST(substr(key, 6) AS INTEGER)
     WHERE key GLOB 'refs:*' AND m.value = ? AND s.repository = ?`,
  );
  return {
    /** The series whose last good sync saw exactly these refs with these wishes: nothing has to be read again. */
    seriesThatSaw: (fingerprint: string, repository: string): number | null =>
      remembered.get(fingerprint, repository)?.id ?? null,
    /** Whether the last sync came to its end; after another, even what did not move has to be matched again. */
    isComplete: (series: number) => meta.get(`refs:${series}`) !== undefined,
    /** Where the history was cut at the last sync that came to its end, empty for a whole one; null when nobody knows. */
    cutOf: (series: number) => meta.get(`cut:${series}`)?.value ?? null,
    /** A name that no series of another repository has: `name`, else `name-2` and so on. */
    freeName(name: string, repository: string): string {
      for (let i = 1; ; i++) {
        const tried = i === 1 ? name : `${name}-${i}`;
        const found = byName.get(tried);
        if (!found || found.repository === repository) return tried;
      }
    },
    /** Keeps a plan and its stable branches; branches of an earlier plan that are not in it are gone, not deleted. */
    keepPlan: db.transaction(
      (plan: SeriesPlan, targets: readonly PlannedTarget[]): { series: number; gone: string[] } => {
        const row = {
          ...plan,
          forge: plan.forge ? JSON.stringify(plan.forge) : null,
          guessed: JSON.stringify(plan.guessed),
        };
        const known = byName.get(plan.name);
        const series = known ? known.id : Number(insert.run(row).lastInsertRowid);
        if (!known) {
          changes.append(who, series, null, "series added", { name: plan.name });
        } else if (!isAsPlanned.get({ ...row, id: series })) {
          update.run({ ...row, id: series });
          changes.append(who, series, null, "series changed", { upstream: plan.upstream, base: plan.base });
        }
        const before = JSON.stringify(targetsOf.all(series));
        const living = new Set(
          targetsOf
            .all(series)
            .filter((one) => one.state !== "gone")
            .map((one) => one.branch),
        );
        for (const [position, { branch, ref, version }] of targets.entries()) {
          keepTarget.run({ series, branch, ref, version, position });
          living.delete(branch);
        }
        gone.run(series, JSON.stringify(targets.map((one) => one.branch)));
        if (JSON.stringify(targetsOf.all(series)) !== before) {
          changes.append(who, series, null, "targets", {
            branches: targets.map((one) => one.branch),
            gone: [...living],
          });
        }
        return { series, gone: [...living] };
      },
    ).immediate,
    /** A good end: the time, no trouble any more, and what the refs were, so that the next sync can end at once. */
    endSync: db.transaction((series: number, fingerprint: string, cut = "") => {
      if (troubled.get(series)) changes.append(who, series, null, "trouble", { sentence: null });
      done.run(Date.now(), series);
      remember.run(`refs:${series}`, fingerprint);
      remember.run(`cut:${series}`, cut);
    }).immediate,
    /** Looked again and nothing had moved: only the time is kept, and nobody is told. */
    sawAgain: (series: number) => void done.run(Date.now(), series),
    /** A bad end: the sentence goes on the series concerned, or on all of the repository when none is named. */
    failSync: db.transaction((repository: string, name: string | null, sentence: string) => {
      for (const { id } of concerned.all(repository, name)) {
        failed.run(sentence, id);
        forget.run(`refs:${id}`);
        changes.append(who, id, null, "trouble", { sentence });
      }
    }).immediate,
  };
}
