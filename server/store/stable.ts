import type { Evidence } from "../domain.ts";
import type { Changes } from "./changes.ts";
import type { Db } from "./open.ts";

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

const who = "sync";

/** Commits of stable branches, and the backports found among them. */
export function stablePart(db: Db, changes: Changes) {
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
    `SELECT count(*) AS n FROM backport b JOIN patch p ON p.id = b.patch JOIN target t ON t.id = b.target
     WHERE p.series = ? AND p.vanished_at IS NULL AND b.evidence <> 'claimed' AND t.state <> 'gone'`,
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
