import type { Term, TextTerm } from "../../search/query.ts";
import { isBareId } from "../../search/query.ts";
import { isOpenEnded, wordsIn } from "../../search/words.ts";
import type { Db } from "./open.ts";

/** A commit as the index of words takes it in, all of it shown text. */
export interface IndexedText {
  id: number;
  subject: string;
  body: string;
  author: string;
  tag: string | null;
  area: string | null;
}

/** A commit whose words or paths are not in the index yet. */
export interface UnreadCommit {
  id: number;
  sha: string;
  author: string;
  message: Buffer;
  encoding: string | null;
}

/** What a patch says about another one that it needs or that goes with it; `text` as written: an id, a subject, or `previous`. */
export interface LinkRow {
  patch: number;
  number: number;
  text: string;
}

/** A commit whose paths are not known yet; `series` is one that has it as a patch, null where none has it any more. */
export interface UnreadPaths {
  id: number;
  sha: string;
  series: number | null;
}

type Index = "text" | "paths";

/** Whether `find` can answer a term: the verdict shown and what is derived from it are no columns, links need a look of their own. */
function isStored(term: Term): boolean {
  if (term.kind === "is") return term.state !== "disputed" && term.state !== "instructed";
  return term.kind !== "verdict" && term.kind !== "needs";
}

/** The full-text index: how it is filled, and which patches hold what. */
export function searchPart(db: Db) {
  const cursor = db.prepare<[string], { value: string }>("SELECT value FROM meta WHERE key = ?");
  const advance = db.prepare<[string, string]>("UPDATE meta SET value = ? WHERE key = ?");
  const unread = db.prepare<[number, number], UnreadCommit>(
    "SELECT id, sha, author, message, encoding FROM git_commit WHERE id > ? ORDER BY id LIMIT ?",
  );
  const unreadIds = db.prepare<[number, number], UnreadPaths>(
    `SELECT c.id, c.sha, (SELECT max(p.series) FROM patch p WHERE p.commit_id = c.id) AS series
     FROM git_commit c WHERE c.id > ? ORDER BY c.id LIMIT ?`,
  );
  const count = db.prepare<[number], { n: number }>("SELECT count(*) AS n FROM git_commit WHERE id > ?");
  const addText = db.prepare(
    "INSERT INTO commit_text (rowid, subject, body, author, tag, area) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const addPath = db.prepare("INSERT INTO commit_path (rowid, path) VALUES (?, ?)");
  const links = db.prepare<[number], LinkRow>(
    `SELECT p.id AS patch, p.number, j.value ->> 'text' AS text
     FROM patch p JOIN classification k ON k.patch = p.id AND k.is_current = 1, json_each(k.rest, '$.links') j
     WHERE p.series = ? AND k.rest LIKE '%"links":[{%' AND j.value ->> 'kind' IN ('needs', 'with')`,
  );
  const at = (index: Index) => Number(cursor.get(`searched ${index}`)!.value);
  /** Another process may have been there in the meantime: then what this one read is dropped. */
  const moveOn = (index: Index, from: number, to: number) => {
    if (at(index) !== from) return false;
    advance.run(String(to), `searched ${index}`);
    return true;
  };

  return {
    isStored,
    /** How many commits an index does not know yet. */
    unreadCount: (index: Index) => count.get(at(index))!.n,
    /** The next commits without words in the index, and where the index is. */
    unreadText: (limit: number) => ({ from: at("text"), commits: unread.all(at("text"), limit) }),
    /** The same for paths. */
    unreadPaths: (limit: number) => ({ from: at("paths"), commits: unreadIds.all(at("paths"), limit) }),
    /** Takes in what follows commit `from`, all in one transaction with how far the index is. */
    keepText: db.transaction((from: number, texts: readonly IndexedText[]) => {
      if (!moveOn("text", from, texts.at(-1)?.id ?? from)) return;
      for (const one of texts) addText.run(one.id, one.subject, one.body, one.author, one.tag ?? "", one.area ?? "");
    }).immediate,
    keepPaths: db.transaction((from: number, paths: readonly { id: number; path: string }[]) => {
      if (!moveOn("paths", from, paths.at(-1)?.id ?? from)) return;
      for (const { id, path } of paths) addPath.run(id, path);
    }).immediate,

    /** Row ids of the patches of a series for which all of `terms` hold, in order; `target` is the one they speak of. */
    find(series: number, target: number | null, terms: readonly Term[]): number[] {
      const conditions: string[] = [];
      const values: unknown[] = [];
      for (const term of terms) {
        const [sql, ...given] = conditionOf(term, target);
        conditions.push(` AND ${term.isNot ? "NOT " : ""}(${sql})`);
        values.push(...given);
      }
      const sql = `SELECT p.id FROM patch p WHERE p.series = ?${conditions.join("")} ORDER BY p.number, p.id`;
      return db
        .prepare<unknown[], number>(sql)
        .pluck()
        .all(series, ...values);
    },
    /** What the answers of engines say about patches that are needed. */
    needs: (series: number) => links.all(series),
  };
}

const commitIn = (what: string) => `p.commit_id IN (${what})`;
const inText = commitIn("SELECT rowid FROM commit_text WHERE commit_text MATCH ?");
const inPath = commitIn("SELECT rowid FROM commit_path WHERE commit_path MATCH ?");
const inNote = `p.id IN (SELECT n.patch FROM note_text t JOIN note n ON n.id = t.rowid WHERE note_text MATCH ? AND n.deleted_at IS NULL)`;
const byId = commitIn("SELECT id FROM git_commit WHERE sha >= ? AND sha < ?");
const isBackported = "p.id IN (SELECT patch FROM backport WHERE target = ? AND evidence <> 'claimed')";
const isDecided = "p.id IN (SELECT patch FROM override WHERE target = ? AND verdict IS NOT NULL)";
const hasNote = "p.id IN (SELECT patch FROM note WHERE deleted_at IS NULL)";
const isHidden = commitIn("SELECT id FROM git_commit WHERE is_suspicious = 1");

/** The condition and its values. All that comes from the person is a value. */
function conditionOf(term: Term, target: number | null): [sql: string, ...values: unknown[]] {
  switch (term.kind) {
    case "word": {
      const text = matchOf(term);
      const found = `${inText} OR ${inPath} OR ${inNote}`;
      const values = [`{subject body author} : ${text}`, text, text];
      return isBareId(term.text) ? [`${found} OR ${byId}`, ...values, ...range(term.text)] : [found, ...values];
    }
    case "author":
    case "tag":
    case "area":
      return [inText, `${term.kind} : ${matchOf(term)}`];
    case "path":
      return [inPath, matchOf(term)];
    case "id":
      return [term.prefixes.map(() => byId).join(" OR "), ...term.prefixes.flatMap(range)];
    case "has":
      return term.thing === "note" ? [hasNote] : [isHidden];
    case "is":
      if (term.state === "vanished") return ["p.vanished_at IS NOT NULL"];
      if (term.state === "backported") return [isBackported, target];
      if (term.state === "decided") return [isDecided, target];
  }
  throw new Error(`${term.kind} is no term for SQL`);
}

/** Words in FTS5's own writing: only letters and digits reach it, always in quotes. */
function matchOf({ text, isPhrase }: TextTerm): string {
  return `"${wordsIn(text).join(" ")}"${isOpenEnded(text, isPhrase) ? " *" : ""}`;
}

/** Ids that begin with the text, as a range that the index of ids answers. */
function range(text: string): [string, string] {
  const prefix = text.toLowerCase();
  return [prefix, `${prefix}g`];
}
