import type { Changes } from "./changes.ts";
import type { Db } from "./open.ts";

/** A patch with what identifies its commit. */
export interface PatchRow {
  id: number;
  commitId: number;
  sha: string;
  parents: string;
  number: number;
  author: string;
  subject: string;
  authoredAt: number;
  committedAt: number;
  patchId: string | null;
  vanishedAt: number | null;
}

/** A series as its patches come out of one reading of the upstream, oldest first. */
export interface Reading {
  headSha: string;
  baseSha: string | null;
  /** Numbers start after this one; 0 when the whole order is given. */
  after: number;
  /** Row ids of the commits. */
  commits: number[];
  /** Patches whose commit was rewritten: they go on with a new commit. */
  followed: { patch: number; commitId: number; from: string; to: string }[];
}

const who = "sync";

/** Patches of a series: what readings of its upstream made of them. */
export function readingsPart(db: Db, changes: Changes) {
  const columns = `p.id, p.commit_id AS commitId, c.sha, c.parents, p.number, c.author, c.subject, c.authored_at AS authoredAt,
    c.committed_at AS committedAt, c.patch_id AS patchId, p.vanished_at AS vanishedAt`;
  const all = db.prepare<[number], PatchRow>(
    `SELECT ${columns} FROM patch p JOIN git_commit c ON c.id = p.commit_id WHERE p.series = ? ORDER BY p.number, p.id`,
  );
  const commit = db.prepare<[number], Omit<PatchRow, "id" | "number" | "vanishedAt">>(
    `SELECT id AS commitId, sha, parents, author, subject, authored_at AS authoredAt, committed_at AS committedAt,
       patch_id AS patchId FROM git_commit WHERE id = ?`,
  );
  const last = db.prepare<[number], { number: number }>(
    "SELECT coalesce(max(number), 0) AS number FROM patch WHERE series = ? AND vanished_at IS NULL",
  );
  const vanished = db.prepare<[number], PatchRow>(
    `SELECT ${columns} FROM patch p JOIN git_commit c ON c.id = p.commit_id
     WHERE p.series = ? AND p.vanished_at IS NOT NULL ORDER BY p.number, p.id`,
  );
  const unfinished = db.prepare<[string]>("DELETE FROM meta WHERE key = ?");
  const live = db.prepare<[number], { n: number }>(
    "SELECT count(*) AS n FROM patch WHERE series = ? AND vanished_at IS NULL",
  );
  const follow = db.prepare<[number, number]>("UPDATE patch SET commit_id = ?, vanished_at = NULL WHERE id = ?");
  // The order is a JSON array of row ids: one statement for all rows is twice as fast as a statement per row.
  const order = `WITH reading AS (SELECT value AS commit_id, key + 1 + @after AS number FROM json_each(@commits))`;
  const add = db.prepare(
    `${order} INSERT INTO patch (series, commit_id, number) SELECT @series, commit_id, number FROM reading
     WHERE @isFirst OR commit_id NOT IN (SELECT commit_id FROM patch WHERE series = @series) ORDER BY number`,
  );
  const renumber = db.prepare(
    `${order} UPDATE patch SET number = reading.number FROM reading
     WHERE patch.series = @series AND patch.commit_id = reading.commit_id AND patch.number <> reading.number`,
  );
  const back = db.prepare<[object], { id: number }>(
    `${order} UPDATE patch SET vanished_at = NULL FROM reading
     WHERE patch.series = @series AND patch.commit_id = reading.commit_id AND patch.vanished_at IS NOT NULL RETURNING patch.id`,
  );
  const vanish = db.prepare<[object], { id: number }>(
    `UPDATE patch SET vanished_at = @at WHERE series = @series AND vanished_at IS NULL
     AND commit_id NOT IN (SELECT value FROM json_each(@commits)) RETURNING id`,
  );
  const any = db.prepare<[number], { id: number }>("SELECT id FROM patch WHERE series = ? LIMIT 1");
  const read = db.prepare<[string, string | null, number]>("UPDATE series SET head_sha = ?, base_sha = ? WHERE id = ?");
  /** Patches that were there before: rewritten, vanished, returned, elsewhere in the order. */
  function keepOld(series: number, reading: Reading, given: { series: number; after: number; commits: string }) {
    for (const { patch, commitId, from, to } of reading.followed) {
      follow.run(commitId, patch);
      changes.append(who, series, patch, "followed", { from, to });
    }
    if (!reading.after) {
      for (const { id } of vanish.all({ series, at: Date.now(), commits: given.commits })) {
        changes.append(who, series, id, "vanished");
      }
    }
    for (const { id } of back.all(given)) changes.append(who, series, id, "returned");
    const renumbered = renumber.run(given).changes;
    if (renumbered) changes.append(who, series, null, "patches renumbered", { count: renumbered });
  }
  return {
    /** All patches of a series, oldest first, vanished ones too. */
    patches: (series: number) => all.all(series),
    vanishedPatches: (series: number) => vanished.all(series),
    livePatchCount: (series: number) => live.get(series)!.n,
    lastNumber: (series: number) => last.get(series)!.number,
    commitById: (id: number) => commit.get(id)!,
    /**
     * Takes a reading of the upstream in: new patches, numbers, patches that vanished, came back or were rewritten. Gives
     * how many are new. With `after`, the reading only adds to what is there.
     */
    keepReading: db.transaction((series: number, reading: Reading): number => {
      const given = { series, after: reading.after, commits: JSON.stringify(reading.commits) };
      const isFirst = any.get(series) === undefined;
      if (!isFirst) keepOld(series, reading, given);
      const added = add.run({ ...given, isFirst: isFirst ? 1 : 0 }).changes;
      const [from, to] = [reading.after + 1, reading.after + reading.commits.length];
      if (added) changes.append(who, series, null, "patches added", { from, to, count: added });
      read.run(reading.headSha, reading.baseSha, series);
      unfinished.run(`refs:${series}`);
      return added;
    }).immediate,
  };
}
