import { performance } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import type { Answer } from "./domain.ts";
import type { Engine, Question } from "./engine/engine.ts";
import { shownMessage } from "./git/text.ts";
import type { Unanswered } from "./store/classifications.ts";
import type { SeriesRow } from "./store/series.ts";
import type { Store } from "./store/store.ts";

const batchSize = 200;
const batchMs = 100;

export interface ClassifyReport {
  run: number | null;
  engine: string;
  planned: number;
  done: number;
  failed: number;
  ms: number;
}

interface Kept {
  patch: Unanswered;
  answer: Answer;
  ms: number;
}

/**
 * Lets an engine read every patch of a series that it has not read, and keeps each answer as it comes. Safe to stop at any
 * time: what is kept stays kept, the rest is asked again by the next run. An engine that is down ends the run and throws.
 */
export async function classify(
  store: Store,
  engine: Engine,
  series: SeriesRow,
  signal: AbortSignal,
  onProgress: (done: number, planned: number) => void = () => {},
): Promise<ClassifyReport> {
  const started = performance.now();
  const { classifications } = store;
  classifications.endAbandonedRuns(series.id);
  const planned = classifications.countUnanswered(series.id, engine);
  const report = { run: null as number | null, engine: engine.name, planned, done: 0, failed: 0, ms: 0 };
  if (!planned) return report;
  const run = classifications.startRun(series.id, engine, planned);
  report.run = run;

  const stop = new AbortController();
  const asked = new Map<number, Unanswered>();
  let kept: Kept[] = [];
  let flushed = started;
  const flush = () => {
    if (kept.length) classifications.keepAnswers(run, series.id, engine, kept);
    report.done += kept.length;
    kept = [];
    flushed = performance.now();
    onProgress(report.done, planned);
    if (classifications.run(run)?.is_cancel_asked) stop.abort();
  };
  try {
    let before = performance.now();
    const either = AbortSignal.any([signal, stop.signal]);
    for await (const [question, answer] of engine.answers(questions(store, engine, series, asked), either)) {
      const now = performance.now();
      kept.push({ patch: asked.get(question.patch)!, answer, ms: now - before });
      asked.delete(question.patch);
      if (kept.length >= batchSize || now - flushed >= batchMs) {
        flush();
        // Others get their turn: this process may be serving boards at the same time.
        await setImmediate();
      }
      before = performance.now();
      if (either.aborted) break;
    }
    flush();
    classifications.endRun(run, either.aborted && report.done < planned ? "cancelled" : "done");
  } catch (error) {
    if (kept.length) flush();
    if (signal.aborted || stop.signal.aborted) classifications.endRun(run, "cancelled");
    else {
      classifications.endRun(run, "failed", error instanceof Error ? error.message : String(error));
      throw error;
    }
  }
  report.ms = Math.round(performance.now() - started);
  return report;
}

function* questions(
  store: Store,
  engine: Engine,
  series: SeriesRow,
  asked: Map<number, Unanswered>,
): Generator<Question> {
  const stable = store.series.targets(series.id).flatMap((target) => target.version ?? []);
  for (const patch of store.classifications.unanswered(series.id, engine)) {
    asked.set(patch.patch, patch);
    const message = shownMessage(patch.message, patch.encoding);
    yield { patch: patch.patch, message, author: patch.author, version: series.version, stable };
  }
}
