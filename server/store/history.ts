import type { Evidence } from "../domain.ts";
import type { Changes } from "./changes.ts";
import type { Db } from "./open.ts";

/** A commit to keep; the message as bytes, all other texts safe to show. */
export interface CommitRow {
  sha: string;
  parents: string;
  author: string;
  authorMail: string;
  authoredAt: number;
  committer: string;
  committedAt: number;
  subject: string;
  message: Buffer;
  encoding: string | null;
  isSuspicious: boolean;
}

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

export interface StableRow {
  sha: string;
  author: string;
  authoredAt: number;
  committedAt: number;
  subject: string;
  claims: string[];
  reverts: string | null;
  patchId: string | null;
}

export interface BackportRow {
  patch: number;
  target: number;
  sha: string;
  evidence: Evidence;
  detail: string;
  at: number;
}

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

/** What git said, as last read: series, their stable branches, commits, patches and backports. */
export function historyPart(db: Db, changes: Changes) {
  return {
    ...seriesStatements(db, changes),
    ...commitStatements(db),
    ...patchStatements(db, changes),
    ...targetStatements(db, changes),
  };
}

function seriesStatements(db: Db, changes: Changes) {
  const byName = db.prepare<[string], { id: number; repository: string }>(
    "SELECT id, repository FROM series WHERE name = ?",
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
        if (known) update.run({ ...row, id: series });
        else changes.append(who, series, null, "series added", { name: plan.name });
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
    endSync: db.transaction((series: number, fingerprint: string) => {
      done.run(Date.now(), series);
      remember.run(`refs:${series}`, fingerprint);
    }).immediate,
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

/**
 * Runs a transaction without waiting for the disk: git still has what a power cut would take away, and the next transaction
 * waits for all before it. Synchronous from end to end, so that nothing else is ever written that way.
 */
function asBulk<Args extends unknown[], Result>(db: Db, work: (...args: Args) => Result): (...args: Args) => Result {
  return (...args) => {
    db.pragma("synchronous = NORMAL");
    db.pragma("wal_autocheckpoint = 0");
    try {
      return work(...args);
    } finally {
      db.pragma("wal_autocheckpoint = 1000");
      db.pragma("synchronous = FULL");
    }
  };
}

function commitStatements(db: Db) {
  const insert = db.prepare<
    [string, string, string, string, number, string, number, string, Buffer, string | null, number]
  >(
    `INSERT INTO git_commit (sha, parents, author, author_mail, authored_at, committer, committed_at, subject, message, encoding,
       is_suspicious) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const bySha = db.prepare<[string], { id: number; parents: string }>(
    "SELECT id, parents FROM git_commit WHERE sha = ?",
  );
  const any = db.prepare<[], { id: number }>("SELECT id FROM git_commit LIMIT 1");
  const keepPatchId = db.prepare<[string, string]>("UPDATE git_commit SET patch_id = ? WHERE sha = ?");
  const keepStablePatchId = db.prepare<[string, string]>("UPDATE stable_commit SET patch_id = ? WHERE sha = ?");
  return {
    hasCommits: () => any.get() !== undefined,
    commitBySha: (sha: string) => bySha.get(sha) ?? null,
    /** Keeps commits that are not there yet; `kept` hears each row id. Told to nobody: patches are, when they are known. */
    keepCommits: asBulk(
      db,
      db.transaction((commits: Iterable<CommitRow>, kept: (commit: CommitRow, id: number) => void) => {
        for (const one of commits) {
          const { sha, parents, author, authorMail, authoredAt, committer, committedAt, subject, message, encoding } =
            one;
          const names = [sha, parents, author, authorMail, authoredAt, committer, committedAt, subject] as const;
          kept(one, insert.run(...names, message, encoding, one.isSuspicious ? 1 : 0).lastInsertRowid as number);
        }
      }).immediate,
    ),
    /** Writes what bulk transactions left in the log into the database file, before a decision has to wait for it. */
    endBulk: () => void db.pragma("wal_checkpoint(PASSIVE)"),
    /** Keeps computed patch-ids of commits and stable commits, by full id; empty means that there is none. */
    keepPatchIds: db.transaction((patchIds: ReadonlyMap<string, string>) => {
      for (const [sha, patchId] of patchIds) {
        keepPatchId.run(patchId, sha);
        keepStablePatchId.run(patchId, sha);
      }
    }).immediate,
  };
}

function patchStatements(db: Db, changes: Changes) {
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

function targetStatements(db: Db, changes: Changes) {
  const insert = db.prepare(
    `INSERT OR IGNORE INTO stable_commit (target, sha, author, authored_at, committed_at, subject, claims, reverts, patch_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const remove = db.prepare<[number]>("DELETE FROM stable_commit WHERE target = ?");
  const all = db.prepare<[number], Omit<StableRow, "claims"> & { claims: string }>(
    `SELECT sha, author, authored_at AS authoredAt, committed_at AS committedAt, subject, claims, reverts, patch_id AS patchId
     FROM stable_commit WHERE target = ? ORDER BY id`,
  );
  const head = db.prepare<[string, number]>("UPDATE target SET head_sha = ? WHERE id = ?");
  // What is known of a vanished patch stays as it is: nothing was read about it.
  const backports = db.prepare<[number], BackportRow>(
    "SELECT b.* FROM backport b JOIN patch p ON p.id = b.patch WHERE b.target = ? AND p.vanished_at IS NULL",
  );
  const count = db.prepare<[number], { n: number }>(
    `SELECT count(*) AS n FROM backport b JOIN patch p ON p.id = b.patch
     WHERE p.series = ? AND p.vanished_at IS NULL AND b.evidence <> 'claimed'`,
  );
  const put = db.prepare<[number, number, string, string, string, number]>(
    "INSERT OR REPLACE INTO backport (patch, target, sha, evidence, detail, at) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const drop = db.prepare<[number, number]>("DELETE FROM backport WHERE patch = ? AND target = ?");
  return {
    /** The commits of a stable branch that are not on the upstream, oldest first. */
    stableCommits: (target: number): StableRow[] =>
      all.all(target).map((row) => ({ ...row, claims: JSON.parse(row.claims) as string[] })),
    /** Adds commits of a stable branch, oldest first; `isWhole`: they replace all that was read of it before. */
    keepStableCommits: db.transaction((target: number, commits: readonly StableRow[], isWhole: boolean) => {
      const patchIds = new Map(isWhole ? all.all(target).map((one) => [one.sha, one.patchId]) : []);
      if (isWhole) remove.run(target);
      for (const one of commits) {
        const patchId = one.patchId ?? patchIds.get(one.sha) ?? null;
        const claims = JSON.stringify(one.claims);
        insert.run(
          target,
          one.sha,
          one.author,
          one.authoredAt,
          one.committedAt,
          one.subject,
          claims,
          one.reverts,
          patchId,
        );
      }
    }).immediate,
    /** What was found on a target, of living patches, claims too. */
    backports: (target: number) => backports.all(target),
    backportCount: (series: number) => count.get(series)!.n,
    /**
     * Replaces the backports of a target by what was found now and notes that its head has been read. The first reading is
     * one change; later each patch whose backport differs is one.
     */
    keepBackports: db.transaction(
      (series: number, target: number, headSha: string, isFirst: boolean, found: readonly BackportRow[]) => {
        const before = new Map(backports.all(target).map((row) => [row.patch, row]));
        for (const one of found) {
          const known = before.get(one.patch);
          before.delete(one.patch);
          if (known && known.sha === one.sha && known.evidence === one.evidence && known.detail === one.detail)
            continue;
          put.run(one.patch, target, one.sha, one.evidence, one.detail, one.at);
          if (!isFirst)
            changes.append(who, series, one.patch, "backport", { target, sha: one.sha, evidence: one.evidence });
        }
        for (const patch of before.keys()) {
          drop.run(patch, target);
          changes.append(who, series, patch, "backport", { target, sha: null, evidence: null });
        }
        head.run(headSha, target);
        if (isFirst) changes.append(who, series, null, "target read", { target, backports: found.length });
      },
    ).immediate,
  };
}
