import type { Classification, Evidence } from "../domain.ts";
import { asClassification, type ClassificationRow } from "./classifications.ts";
import type { OverrideRow } from "./decisions.ts";
import type { Db } from "./open.ts";
import type { SeenRow } from "./seen.ts";

export interface BackportRow {
  patch: number;
  target: number;
  sha: string;
  evidence: Evidence;
  detail: string;
  at: number;
}

/** A patch with all that decides which verdicts are shown. */
export interface PatchView {
  id: number;
  series: number;
  commitId: number;
  number: number;
  sha: string;
  subject: string;
  author: string;
  authoredAt: number;
  committedAt: number;
  isSuspicious: boolean;
  isVanished: boolean;
  /** Several parents: nothing that can be cherry-picked as it is. */
  isMerge: boolean;
  noteCount: number;
  /** Whom a note asks that nobody has answered; null for nobody. */
  asked: string | null;
  classifications: Classification[];
  overrides: Map<number, OverrideRow>;
  /** Every agreement ever given and not taken back; those that hold name the verdict that is shown. */
  seen: SeenRow[];
  backports: Map<number, BackportRow>;
}

export interface CommitRow {
  id: number;
  sha: string;
  parents: string;
  author: string;
  author_mail: string;
  authored_at: number;
  committer: string;
  committed_at: number;
  message: Buffer;
  encoding: string | null;
}

interface LeanRow {
  id: number;
  series: number;
  commitId: number;
  number: number;
  sha: string;
  subject: string;
  author: string;
  authoredAt: number;
  committedAt: number;
  isSuspicious: number;
  vanishedAt: number | null;
  isMerge: number;
}

const lean = `SELECT p.id, p.series, p.commit_id AS commitId, p.number, c.sha, c.subject, c.author,
  c.authored_at AS authoredAt, c.committed_at AS committedAt, c.is_suspicious AS isSuspicious, p.vanished_at AS vanishedAt,
  c.parents LIKE '% %' AS isMerge
  FROM patch p JOIN git_commit c ON c.id = p.commit_id`;
const given = "IN (SELECT value FROM json_each(?))";

/** What boards, lists and exports read. */
export function boardPart(db: Db) {
  const page = db.prepare<[number, number, number, number], LeanRow>(
    `${lean} WHERE p.series = ? AND (p.number, p.id) > (?, ?) ORDER BY p.number, p.id LIMIT ?`,
  );
  const byIds = db.prepare<[string], LeanRow>(`${lean} WHERE p.id ${given} ORDER BY p.number, p.id`);
  const bySha = db.prepare<[number, string, string], { id: number }>(
    `SELECT p.id FROM patch p JOIN git_commit c ON c.id = p.commit_id WHERE p.series = ? AND c.sha >= ? AND c.sha < ? LIMIT 2`,
  );
  const byNumber = db.prepare<[number, number], { id: number }>(
    "SELECT id FROM patch WHERE series = ? AND number = ? AND vanished_at IS NULL",
  );
  const newest = db.prepare<[number, number], { id: number }>(
    "SELECT id FROM patch WHERE series = ? AND vanished_at IS NULL ORDER BY number DESC LIMIT ?",
  );
  const seriesOf = db.prepare<[string], { series: number }>(`SELECT DISTINCT series FROM patch WHERE id ${given}`);
  const bySubject = db.prepare<[number, string], { id: number }>(
    "SELECT p.id FROM patch p JOIN git_commit c ON c.id = p.commit_id WHERE p.series = ? AND c.subject = ? LIMIT 2",
  );
  const classifications = db.prepare<[string], ClassificationRow>(
    `SELECT k.*, t.scores, t.marks FROM classification k LEFT JOIN transcript t ON t.classification = k.id
     WHERE k.is_current = 1 AND k.patch ${given}`,
  );
  const overrides = db.prepare<[string], OverrideRow>(`SELECT * FROM override WHERE patch ${given}`);
  const seen = db.prepare<[string], SeenRow>(`SELECT * FROM seen WHERE patch ${given} ORDER BY at`);
  const backports = db.prepare<[string], BackportRow>(`SELECT * FROM backport WHERE patch ${given}`);
  const notes = db.prepare<[string], { patch: number; n: number }>(
    `SELECT patch, count(*) AS n FROM note WHERE patch ${given} AND deleted_at IS NULL GROUP BY patch`,
  );
  const asked = db.prepare<[string], { patch: number; asks: string }>(
    `SELECT q.patch, q.asks FROM note q WHERE q.patch ${given} AND q.asks IS NOT NULL AND q.deleted_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM note n WHERE n.patch = q.patch AND n.id > q.behind_note
       AND n.who <> q.who AND n.deleted_at IS NULL)
     AND NOT EXISTS (SELECT 1 FROM decision d JOIN action a ON a.id = d.action
       WHERE d.patch = q.patch AND a.id > q.behind_action AND a.undoes IS NULL AND a.undone_by IS NULL)
     ORDER BY q.id`,
  );
  const commit = db.prepare<[number], CommitRow>("SELECT * FROM git_commit WHERE id = ?");

  function views(rows: readonly LeanRow[]): PatchView[] {
    const ids = JSON.stringify(rows.map((row) => row.id));
    const found = new Map<number, PatchView>();
    for (const { vanishedAt, isSuspicious, isMerge, ...row } of rows) {
      const none = { asked: null, classifications: [], overrides: new Map(), seen: [], backports: new Map() };
      const empty = { noteCount: 0, ...none };
      const flags = { isSuspicious: isSuspicious === 1, isVanished: vanishedAt !== null, isMerge: isMerge === 1 };
      found.set(row.id, { ...row, ...empty, ...flags });
    }
    for (const row of classifications.all(ids)) found.get(row.patch)!.classifications.push(asClassification(row));
    for (const row of overrides.all(ids)) found.get(row.patch)!.overrides.set(row.target, row);
    for (const row of seen.all(ids)) found.get(row.patch)!.seen.push(row);
    for (const row of backports.all(ids)) found.get(row.patch)!.backports.set(row.target, row);
    for (const row of notes.all(ids)) found.get(row.patch)!.noteCount = row.n;
    for (const row of asked.all(ids)) found.get(row.patch)!.asked = row.asks;
    return [...found.values()];
  }

  return {
    /** At most `limit` patches behind the one with `number` and `id`, in order. */
    page: (series: number, number: number, id: number, limit: number) => views(page.all(series, number, id, limit)),
    patches: (ids: readonly number[]) => (ids.length ? views(byIds.all(JSON.stringify(ids))) : []),
    /** The series that these patches are on. */
    seriesOf: (ids: readonly number[]) => seriesOf.all(JSON.stringify(ids)).map((row) => row.series),
    commit: (id: number) => commit.get(id) ?? null,

    /** Every patch of a series, in pages, so that memory stays flat. */
    *all(series: number): Generator<PatchView> {
      let [number, id] = [0, 0];
      for (;;) {
        const rows = this.page(series, number, id, 1_000);
        yield* rows;
        const last = rows.at(-1);
        if (!last) return;
        [number, id] = [last.number, last.id];
      }
    },

    /** The patch that a message names: by id (7 digits or more), or by subject; null when none or several fit. */
    resolve(series: number, text: string): number | null {
      const sha = /^[0-9a-f]{7,64}$/.test(text) ? text : null;
      const rows = sha ? bySha.all(series, sha, `${sha}g`) : bySubject.all(series, text);
      return rows.length === 1 ? rows[0]!.id : null;
    },
    newest: (series: number, limit: number) => newest.all(series, limit).map((row) => row.id),
    byNumber: (series: number, number: number) => byNumber.get(series, number)?.id ?? null,
  };
}
