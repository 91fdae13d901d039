import type { Answer, Classification, EngineName, Mark, Quote, Scores } from "../domain.ts";
import type { Changes } from "./changes.ts";
import type { Db } from "./open.ts";

/** What makes an answer the same answer: asked again only when one of these changes. */
export interface EngineKey {
  readonly name: EngineName;
  readonly version: string;
  readonly model: string | null;
  readonly prompt: string | null;
}

/** A patch that an engine has not answered yet. */
export interface Unanswered {
  patch: number;
  commitId: number;
  message: Buffer;
  encoding: string | null;
  author: string;
}

export interface RunRow {
  id: number;
  series: number;
  engine: EngineName;
  planned: number;
  done: number;
  failed: number;
  state: "running" | "done" | "cancelled" | "failed";
  trouble: string | null;
  is_cancel_asked: number;
  started_at: number;
  updated_at: number;
  ended_at: number | null;
  pid: number;
}

export interface ClassificationRow {
  id: number;
  patch: number;
  engine: EngineName;
  version: string;
  model: string;
  prompt: string;
  verdict: Classification["verdict"];
  is_explicit: number;
  strength: Classification["strength"];
  reason: string;
  quote: string | null;
  oldest: string | null;
  rest: string;
  rule: string | null;
  ms: number;
  at: number;
  /** JSON, null without a transcript or without scores. */
  scores: string | null;
  /** JSON; null without a transcript. */
  marks: string | null;
}

type Key = [series: number, engine: string, version: string, model: string, prompt: string];

/** Answers of engines and the runs that gave them. */
export function classificationsPart(db: Db, changes: Changes) {
  const missing = `FROM patch p JOIN git_commit c ON c.id = p.commit_id
    WHERE p.series = ? AND p.vanished_at IS NULL AND NOT EXISTS (SELECT 1 FROM classification k WHERE k.patch = p.id
      AND k.commit_id = p.commit_id AND k.engine = ? AND k.version = ? AND k.model = ? AND k.prompt = ?)`;
  const count = db.prepare<Key, { n: number }>(`SELECT count(*) AS n ${missing}`);
  const page = db.prepare<[...Key, number, number], Unanswered & { number: number }>(
    `SELECT p.id AS patch, c.id AS commitId, c.message, c.encoding, c.author, p.number ${missing}
     AND p.number < ? ORDER BY p.number DESC LIMIT ?`,
  );
  const retire = db.prepare(
    "UPDATE classification SET is_current = 0 WHERE patch = ? AND engine = ? AND is_current = 1",
  );
  const insert = db.prepare(
    `INSERT OR IGNORE INTO classification (patch, commit_id, engine, version, model, prompt, verdict, is_explicit, strength,
       reason, quote, oldest, rest, rule, ms, run, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const startRun = db.prepare(
    "INSERT INTO run (series, engine, version, model, prompt, planned, started_at, updated_at, pid) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const advance = db.prepare("UPDATE run SET done = done + ?, failed = failed + ?, updated_at = ? WHERE id = ?");
  const endRun = db.prepare(
    "UPDATE run SET state = ?, trouble = ?, updated_at = ?, ended_at = ? WHERE id = ? AND state = 'running'",
  );
  const oneRun = db.prepare<[number], RunRow>("SELECT * FROM run WHERE id = ?");
  const lastRun = db.prepare<[number], RunRow>("SELECT * FROM run WHERE series = ? ORDER BY id DESC LIMIT 1");
  const abandoned = db.prepare<[number], { id: number }>("SELECT id FROM run WHERE series = ? AND state = 'running'");
  const askCancel = db.prepare("UPDATE run SET is_cancel_asked = 1 WHERE id = ? AND state = 'running'");
  const key = (series: number, engine: EngineKey): Key => [
    series,
    engine.name,
    engine.version,
    engine.model ?? "",
    engine.prompt ?? "",
  ];
  const text = (value: unknown) => (value === null ? null : JSON.stringify(value));

  return {
    countUnanswered: (series: number, engine: EngineKey) => count.get(...key(series, engine))!.n,

    /** Patches without an answer from this engine, newest first, read in pages so that memory stays flat. */
    *unanswered(series: number, engine: EngineKey): Generator<Unanswered> {
      let below = Number.MAX_SAFE_INTEGER;
      for (;;) {
        const rows = page.all(...key(series, engine), below, 500);
        if (!rows.length) return;
        yield* rows;
        below = rows.at(-1)!.number;
      }
    },

    startRun: db.transaction((series: number, engine: EngineKey, planned: number): number => {
      const now = Date.now();
      const run = Number(startRun.run(...key(series, engine), planned, now, now, process.pid).lastInsertRowid);
      changes.append("classify", series, null, "run started", { run, planned });
      return run;
    }).immediate,

    /** Keeps answers, their traces and the run's progress in one transaction: none is half there after a crash. */
    keepAnswers: db.transaction(
      (
        run: number,
        series: number,
        engine: EngineKey,
        answers: readonly { patch: Unanswered; answer: Answer; ms: number }[],
      ) => {
        const now = Date.now();
        const [, name, version, model, prompt] = key(series, engine);
        for (const { patch, answer: a, ms } of answers) {
          retire.run(patch.patch, name);
          const rest = JSON.stringify({ targets: a.targets, below: a.below, conditions: a.conditions, links: a.links });
          const values = [
            a.verdict,
            a.explicit ? 1 : 0,
            a.strength,
            a.reason,
            text(a.quote),
            a.oldest,
            rest,
            a.rule,
            ms,
            run,
            now,
          ];
          insert.run(patch.patch, patch.commitId, name, version, model, prompt, ...values);
          changes.append("classify", series, patch.patch, "classified", { engine: name, verdict: a.verdict });
        }
        advance.run(answers.length, 0, now, run);
      },
    ).immediate,

    endRun: db.transaction((run: number, state: "done" | "cancelled" | "failed", trouble: string | null = null) => {
      const now = Date.now();
      if (!endRun.run(state, trouble, now, now, run).changes) return;
      changes.append("classify", oneRun.get(run)!.series, null, `run ${state}`, { run });
    }).immediate,

    /** Ends runs whose process died; only for the holder of the classify lease. */
    endAbandonedRuns(series: number) {
      for (const { id } of abandoned.all(series)) this.endRun(id, "failed", "the process that ran it ended");
    },

    run: (id: number) => oneRun.get(id) ?? null,
    lastRun: (series: number) => lastRun.get(series) ?? null,
    askCancel: db.transaction((run: RunRow, who: string) => {
      if (askCancel.run(run.id).changes) changes.append(who, run.series, null, "cancel asked", { run: run.id });
    }).immediate,
  };
}

type Rest = Pick<Answer, "targets" | "below" | "conditions" | "links">;
const emptyRest: Rest = { targets: [], below: [], conditions: [], links: [] };
const emptyRestText = JSON.stringify(emptyRest);

const noMarks: readonly Mark[] = [];

export function asClassification(row: ClassificationRow): Classification {
  // Most answers are "nothing was asked": not parsing those saves a tenth of the time of a page of rows.
  const rest = row.rest === emptyRestText ? emptyRest : (JSON.parse(row.rest) as Rest);
  return {
    ...rest,
    id: row.id,
    engine: row.engine,
    version: row.version,
    model: row.model || null,
    prompt: row.prompt || null,
    verdict: row.verdict,
    explicit: row.is_explicit === 1,
    strength: row.strength,
    reason: row.reason,
    quote: row.quote ? (JSON.parse(row.quote) as Quote) : null,
    oldest: row.oldest,
    rule: row.rule,
    scores: row.scores ? (JSON.parse(row.scores) as Scores) : null,
    marks: row.marks ? (JSON.parse(row.marks) as Mark[]) : noMarks,
    ms: row.ms,
    at: row.at,
  };
}
