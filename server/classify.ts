import { performance } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import { agenda, type Pending } from "./classify/agenda.ts";
import type { Attention } from "./classify/attention.ts";
import { patchesToAsk } from "./classify/settlements.ts";
import type { Ask } from "./domain.ts";
import type { Engine, Watch } from "./engine/engine.ts";
import type { Kept } from "./store/classifications.ts";
import type { SeriesRow } from "./store/series.ts";
import type { Store } from "./store/store.ts";

const batchSize = 200;
const batchMs = 100;
const idleMs = 200;

export interface ClassifyReport {
  run: number | null;
  engine: string;
  planned: number;
  done: number;
  failed: number;
  ms: number;
}

export interface ClassifyOptions {
  /** Which patches to ask about (default: all). */
  ask?: Ask;
  /** Only these patches, and explanations that people asked for (default: all of the series). */
  among?: readonly number[] | null;
  /** What people look at meanwhile. */
  attention?: Attention;
  onProgress?: (done: number, planned: number) => void;
  /** Hears what the engine writes about a patch; the empty text when it begins, null when the answer is kept. */
  onWriting?: (patch: number, text: string | null) => void;
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
  { ask = "all", among = null, attention, onProgress = () => {}, onWriting = () => {} }: ClassifyOptions = {},
): Promise<ClassifyReport> {
  const started = performance.now();
  const { classifications, runs } = store;
  runs.endAbandoned(series.id, engine.name);
  const patches = patchesToAsk(store, series, engine, ask, among);
  const planned = patches.length + (attention?.explanationsAsked(series.id) ?? 0);
  const report = { run: null as number | null, engine: engine.name, planned, done: 0, failed: 0, ms: 0 };
  if (!planned) return report;
  const run = runs.start(series.id, engine, planned);
  report.run = run;

  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const pending = new Map<number, Pending>();
  const reading = new Set<number>();
  let kept: Kept[] = [];
  let flushed = started;
  const flush = () => {
    if (kept.length) classifications.keepAnswers(run, series.id, engine, engine.promptText, kept);
    for (const { patch, answer } of kept) {
      onWriting(patch.patch, null);
      if (answer.transcript?.marks.includes("failed")) report.failed++;
      else report.done++;
    }
    if (kept.filter(({ patch }) => reading.delete(patch.patch)).length) runs.setReading(run, [...reading]);
    kept = [];
    flushed = performance.now();
    onProgress(report.done + report.failed, planned);
    if (runs.run(run)?.is_cancel_asked) stop.abort();
  };
  // Of an engine that takes a minute for an answer, the one before is kept meanwhile, and a cancel is heard.
  let broken: unknown = null;
  const timer = setInterval(() => {
    try {
      flush();
    } catch (error) {
      broken = error;
      stop.abort();
    }
  }, idleMs);
  const watch: Watch = {
    began(patch) {
      runs.setReading(run, [...reading.add(patch)]);
      onWriting(patch, "");
    },
    // A last word may come behind its answer.
    wrote: (patch, text) => void (reading.has(patch) && onWriting(patch, text)),
  };
  try {
    const questions = agenda(store, series, patches, attention ?? null, pending);
    for await (const [question, answer] of engine.answers(questions, either, watch)) {
      const now = performance.now();
      const { asked, since } = pending.get(question.patch)!;
      kept.push({ patch: asked, answer, ms: now - since });
      pending.delete(question.patch);
      if (kept.length >= batchSize || now - flushed >= batchMs) {
        flush();
        // Others get their turn: this process may be serving boards at the same time.
        await setImmediate();
      }
      if (either.aborted) break;
    }
    if (broken) throw broken;
    flush();
    const isCut = either.aborted && report.done + report.failed < planned;
    runs.end(run, isCut ? "cancelled" : "done");
  } catch (error) {
    if (kept.length && !broken) flush();
    if (either.aborted && !broken) runs.end(run, "cancelled");
    else {
      runs.end(run, "failed", error instanceof Error ? error.message : String(error));
      throw error;
    }
  } finally {
    clearInterval(timer);
    for (const patch of reading) onWriting(patch, null);
  }
  report.ms = Math.round(performance.now() - started);
  return report;
}
