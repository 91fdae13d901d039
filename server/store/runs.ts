import type { EngineName } from "../domain.ts";
import type { Changes } from "./changes.ts";
import type { Db } from "./open.ts";

/** What makes an answer the same answer: asked again only when one of these changes. */
export interface EngineKey {
  readonly name: EngineName;
  readonly version: string;
  readonly model: string | null;
  readonly prompt: string | null;
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
  read_tokens: number;
  written_tokens: number;
  /** JSON: ids of the patches that the engine has in hand. */
  reading: string;
}

export type KeyColumns = [engine: string, version: string, model: string, prompt: string];
export const keyColumns = (engine: EngineKey): KeyColumns => [
  engine.name,
  engine.version,
  engine.model ?? "",
  engine.prompt ?? "",
];

/** What a batch of answers adds to a run. */
export interface Advance {
  done: number;
  failed: number;
  readTokens: number;
  writtenTokens: number;
}

/** Passes of engines over a series: how far they are, and how they ended. */
export function runsPart(db: Db, changes: Changes) {
  const start = db.prepare<[number, ...KeyColumns, number, number, number, number]>(
    "INSERT INTO run (series, engine, version, model, prompt, planned, started_at, updated_at, pid) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const advance = db.prepare(
    `UPDATE run SET done = done + ?, failed = failed + ?, read_tokens = read_tokens + ?, written_tokens = written_tokens + ?,
       updated_at = ? WHERE id = ?`,
  );
  const reading = db.prepare("UPDATE run SET reading = ? WHERE id = ?");
  const end = db.prepare(
    "UPDATE run SET state = ?, trouble = ?, updated_at = ?, ended_at = ?, reading = '[]' WHERE id = ? AND state = 'running'",
  );
  const one = db.prepare<[number], RunRow>("SELECT * FROM run WHERE id = ?");
  const last = db.prepare<[number], RunRow>(
    "SELECT * FROM run WHERE series = ? ORDER BY state = 'running' DESC, id DESC LIMIT 1",
  );
  const running = db.prepare<[number, string], { id: number }>(
    "SELECT id FROM run WHERE series = ? AND engine = ? AND state = 'running'",
  );
  const askCancel = db.prepare("UPDATE run SET is_cancel_asked = 1 WHERE id = ? AND state = 'running'");

  return {
    start: db.transaction((series: number, engine: EngineKey, planned: number): number => {
      const now = Date.now();
      const values = [series, ...keyColumns(engine), planned, now, now, process.pid] as const;
      const run = Number(start.run(...values).lastInsertRowid);
      changes.append("classify", series, null, "run started", { run, planned });
      return run;
    }).immediate,

    /** Call inside the transaction that keeps the answers: progress and answers are never apart. */
    advance(run: number, { done, failed, readTokens, writtenTokens }: Advance) {
      advance.run(done, failed, readTokens, writtenTokens, Date.now(), run);
    },

    /** Says which patches the engine has in hand now. No row of the log: it is of no interest a second later. */
    setReading(run: number, patches: readonly number[]) {
      reading.run(JSON.stringify(patches), run);
      changes.wake();
    },

    end: db.transaction((run: number, state: "done" | "cancelled" | "failed", trouble: string | null = null) => {
      const now = Date.now();
      if (!end.run(state, trouble, now, now, run).changes) return;
      changes.append("classify", one.get(run)!.series, null, `run ${state}`, { run });
    }).immediate,

    /** Ends the runs of an engine whose process died; only for the holder of its lease. */
    endAbandoned(series: number, engine: EngineName) {
      for (const { id } of running.all(series, engine)) this.end(id, "failed", "the process that ran it ended");
    },

    run: (id: number) => one.get(id) ?? null,
    /** The run that is going on, else the last one; null before the first. */
    last: (series: number) => last.get(series) ?? null,
    askCancel: db.transaction((run: RunRow, who: string) => {
      if (askCancel.run(run.id).changes) changes.append(who, run.series, null, "cancel asked", { run: run.id });
    }).immediate,
  };
}

export type Runs = ReturnType<typeof runsPart>;
