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

/** Commits as git has them, shared by all series. */
export function commitsPart(db: Db) {
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
    keepCommits: db.transaction((commits: Iterable<CommitRow>, kept: (commit: CommitRow, id: number) => void) => {
      for (const one of commits) {
        const { lastInsertRowid } = insert.run(
          one.sha,
          one.parents,
          one.author,
          one.authorMail,
          one.authoredAt,
          one.committer,
          one.committedAt,
          one.subject,
          one.message,
          one.encoding,
          one.isSuspicious ? 1 : 0,
        );
        kept(one, lastInsertRowid as number);
      }
    }).immediate,
    /** Until `endBulk`, nothing is copied from the log into the database file: pages that grow again would be copied twice. */
    beginBulk: () => void db.pragma("wal_autocheckpoint = 0"),
    /** Copies what the bulk left in the log, before a decision has to wait for it. */
    endBulk: () => {
      db.pragma("wal_autocheckpoint = 1000");
      db.pragma("wal_checkpoint(PASSIVE)");
    },
    /** Keeps computed patch-ids of commits and stable commits, by full id; empty means that there is none. */
    keepPatchIds: db.transaction((patchIds: ReadonlyMap<string, string>) => {
      for (const [sha, patchId] of patchIds) {
        keepPatchId.run(patchId, sha);
        keepStablePatchId.run(patchId, sha);
      }
    }).immediate,
  };
}
