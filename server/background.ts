import type { Work } from "./api/context.ts";
import { classify } from "./classify.ts";
import { makeSettlements } from "./classify/settlements.ts";
import { makeWritings } from "./classify/writings.ts";
import type { SeriesChoice } from "./config.ts";
import { deepen } from "./deepen.ts";
import { type Ask, UserMistake } from "./domain.ts";
import type { Engine, ModelSource, ModelState } from "./engine/engine.ts";
import { makeModelRuns } from "./model-runs.ts";
import { takeLease } from "./store/lease.ts";
import type { SeriesRow } from "./store/series.ts";
import type { Store } from "./store/store.ts";
import { sync, synced } from "./sync.ts";
import { wake } from "./sync/wake.ts";
import type { Terminal } from "./terminal.ts";

const listenMs = 100;
const quietMs = 1_000;
const wakeMs = 60_000;

/** What `serve` does besides serving: sync and classification, one at a time each, and hearing what other processes write. */
export interface Background extends Work {
  /**
   * Reads every repository and lets the engine read what is new; again every so often when asked. Gives the sentence of what
   * went wrong the first time, null when nothing did.
   */
  start(choices: readonly SeriesChoice[], everyMinutes: number): Promise<string | null>;
  /** Stops what runs and waits for it. */
  stop(): Promise<void>;
}

/** The engines of a server: one that answers at once, and a model that takes its time. */
export interface Engines {
  quick: Engine;
  model: ModelSource | null;
  ask: Ask;
}

const noModel: ModelState = { state: "none", words: "no model is configured" };

export function startBackground(store: Store, engines: Engines, terminal: Terminal): Background {
  const writings = makeWritings();
  const settlement = makeSettlements(store);
  const stop = new AbortController();
  const syncing = new Map<number, string>();
  const running = new Set<number>();
  const jobs = new Set<Promise<unknown>>();
  const listener = setInterval(() => store.changes.listen() && deepenSoon(), listenMs);
  // A wait for a day ends without anything being written.
  const waker = setInterval(() => job(wakeAll), wakeMs);
  const modelRuns =
    engines.model &&
    makeModelRuns({
      store,
      model: engines.model,
      ask: engines.ask,
      signal: stop.signal,
      onWriting: writings.write,
      say: terminal.say,
    });
  let quiet: NodeJS.Timeout | undefined;
  let isDeepening = false;
  let timer: NodeJS.Timeout | undefined;
  let beginning: string | null = null;

  /** A busy database or a full disk is no reason for the server to end: said in a sentence, and done again the next time. */
  function job(work: () => Promise<unknown>) {
    const promise: Promise<unknown> = work()
      .catch((error: unknown) => {
        if (!stop.signal.aborted) terminal.say(`patchboard: ${mistakeIn(error)}`);
      })
      .finally(() => jobs.delete(promise));
    jobs.add(promise);
  }

  /** The sentence of what went wrong; what no sentence says is thrown. */
  function mistakeIn(error: unknown): string {
    const known = store.explain(error);
    if (known instanceof UserMistake) return known.message;
    throw error;
  }

  async function wakeAll() {
    for (const series of store.series.all()) wake(store, series.id, Date.now());
  }

  async function syncOne(choice: SeriesChoice): Promise<SeriesRow | null> {
    const lease = takeLease(store.file, "sync");
    if (typeof lease === "string") {
      terminal.say(`patchboard: not syncing ${choice.repo}: ${lease} does already.`);
      return choice.series ? store.series.byName(choice.series) : null;
    }
    let series: number | null = choice.series ? (store.series.byName(choice.series)?.id ?? null) : null;
    const show = (label: string, done: number, total: number) => {
      const words = total ? `${label}: ${done} of ${total}` : `${label}: ${done}`;
      if (series !== null) syncing.set(series, words);
      else beginning = `${choice.repo}: ${words}`;
      store.changes.wake();
      terminal.progress(label, done, total);
    };
    try {
      if (series !== null) syncing.set(series, "reading the repository");
      else beginning = `reading ${choice.repo}`;
      store.changes.wake();
      const report = await sync({ store, ...choice, signal: stop.signal, progress: show, say: terminal.say });
      const row = store.series.byName(report.series)!;
      series = row.id;
      terminal.say(synced(report));
      return row;
    } finally {
      lease.release();
      beginning = null;
      if (series !== null) {
        syncing.delete(series);
        store.changes.wake();
      }
    }
  }

  /** One pass of the engine that answers at once, unless one is going on, here or in another process. */
  async function runQuick(series: SeriesRow): Promise<void> {
    const engine = engines.quick;
    if (running.has(series.id)) return;
    const lease = takeLease(store.file, `classify-${engine.name}`);
    if (typeof lease === "string")
      return terminal.say(`patchboard: not classifying ${series.name} by ${engine.name}: ${lease} does already.`);
    running.add(series.id);
    try {
      await classify(store, engine, series, stop.signal);
    } finally {
      running.delete(series.id);
      lease.release();
    }
  }

  /** When nobody writes any more: what a sync of this or another process left for later is only needed where boards search. */
  function deepenSoon() {
    clearTimeout(quiet);
    if (stop.signal.aborted) return;
    quiet = setTimeout(() => {
      if (syncing.size || beginning !== null || isDeepening) return deepenSoon();
      isDeepening = true;
      job(() => deepen({ store, signal: stop.signal, say: terminal.say }).finally(() => (isDeepening = false)));
    }, quietMs);
  }

  async function syncAndRun(choices: readonly SeriesChoice[]): Promise<string | null> {
    let trouble: string | null = null;
    for (const choice of choices) {
      if (stop.signal.aborted) return trouble;
      const series = await syncOne(choice).catch((error: unknown) => {
        const mistake = mistakeIn(error);
        // With no series at all the server ends, and says this as its last word.
        if (store.series.all().length) terminal.say(`patchboard: ${mistake}`);
        trouble ??= mistake;
        return null;
      });
      if (series) await runQuick(series);
    }
    if (modelRuns) job(() => modelRuns.readAll());
    deepenSoon();
    return trouble;
  }

  return {
    beginning: () => beginning,
    syncState: (series) => ({ isRunning: syncing.has(series), progress: syncing.get(series) ?? null }),
    modelState: () => modelRuns?.state() ?? noModel,
    startRun: (series) =>
      job(async () => {
        await runQuick(series);
        await modelRuns?.readAll(series);
      }),
    cancelRun(series, who) {
      const run = store.runs.last(series.id);
      if (run?.state === "running") store.runs.askCancel(run, who);
    },
    look: (patches) => modelRuns && job(() => modelRuns.look(patches)),
    explain(series, patch) {
      if (modelRuns) job(() => modelRuns.explain(series, patch));
      return modelRuns !== null;
    },
    settlement: (patch) => (engines.model && engines.ask === "unsettled" ? settlement(patch) : null),
    writings,
    startSync: (series) => {
      if (syncing.has(series.id)) return;
      job(() =>
        syncAndRun([{ repo: series.repository, series: series.name, upstream: null, base: null, targets: [] }]),
      );
    },
    start(choices, everyMinutes) {
      const first = syncAndRun(choices);
      job(() => first);
      if (everyMinutes) timer = setInterval(() => jobs.size || job(() => syncAndRun(choices)), everyMinutes * 60_000);
      return first;
    },
    async stop() {
      clearInterval(listener);
      clearInterval(timer);
      clearTimeout(quiet);
      clearInterval(waker);
      stop.abort();
      await Promise.allSettled(jobs);
      await engines.model?.close();
    },
  };
}
