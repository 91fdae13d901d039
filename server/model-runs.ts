import { classify, type ClassifyOptions } from "./classify.ts";
import { makeAttention } from "./classify/attention.ts";
import { seriesFacts } from "./classify/facts.ts";
import { type Ask, compareVersions, UserMistake } from "./domain.ts";
import type { Engine, ModelSource, ModelState } from "./engine/engine.ts";
import { sharedLease } from "./store/lease.ts";
import type { SeriesRow } from "./store/series.ts";
import type { Store } from "./store/store.ts";

export interface ModelRunsOptions {
  store: Store;
  model: ModelSource;
  ask: Ask;
  signal: AbortSignal;
  onWriting: NonNullable<ClassifyOptions["onWriting"]>;
  say(text: string): void;
}

/** What a model does behind boards: it reads one series after the other, and beside that what people wait for in any other. */
export interface ModelRuns {
  /**
   * Reads what was not read, newest series first, until nothing is left or somebody cancels. `wanted`: a series that a person wants
   * read; while others are read it comes after them, also when its run was cancelled before. Throws UserMistake without a model.
   */
  readAll(wanted?: SeriesRow): Promise<void>;
  /** Rows that somebody sees now. While the model reads, it reads them next, whichever series they are on. */
  look(patches: readonly number[]): Promise<void>;
  /** Writes out the reasons for a patch, whatever is being read. */
  explain(series: SeriesRow, patch: number): Promise<void>;
  state(): ModelState;
}

/** One pass over all series. */
interface Pass {
  left: SeriesRow[];
  cancelled: Set<number>;
  engines: Map<number, Promise<Engine>>;
  /** Patches came, perhaps on a series that it has left already. */
  isBehind: boolean;
}

/** The passes that are going on. A series has one run at a time; several series may have theirs side by side. */
export function makeModelRuns({ store, model, ask, signal, onWriting, say }: ModelRunsOptions): ModelRuns {
  const attention = makeAttention();
  const takeLease = sharedLease(store.file, `classify-${model.name}`);
  const running = new Map<number, Promise<void>>();
  let pass: Pass | null = null;
  let trouble: string | null = null;

  /** Boards stay up without a model, and say why there is none. */
  function tell(words: string | null) {
    trouble = words;
    const what = words === null ? "model on" : "model off";
    for (const series of store.series.all()) store.changes.append("classify", series.id, null, what, { trouble });
  }

  /** The engine of a series; asked for once in a pass, because servers are asked how they are each time. */
  function engineOf(series: SeriesRow): Promise<Engine> {
    const known = pass?.engines.get(series.id);
    if (known) return known;
    const made = model.engine(seriesFacts(store, series));
    // What failed is tried again by who asks next.
    made.catch(() => pass?.engines.delete(series.id));
    pass?.engines.set(series.id, made);
    return made;
  }

  /** One run over a series: all of it, or what people look at and want explained. False when it may not or was cancelled. */
  async function run(series: SeriesRow, isWhole: boolean): Promise<boolean> {
    const engine = await engineOf(series);
    if (trouble !== null) tell(null);
    const lease = takeLease();
    if (typeof lease === "string") {
      say(`patchboard: not classifying ${series.name} by ${engine.name}: ${lease} does already.`);
      return false;
    }
    try {
      const isLookedAt = pass && !pass.cancelled.has(series.id);
      const among = isWhole ? null : isLookedAt ? attention.looked() : [];
      const { run: id } = await classify(store, engine, series, signal, { ask, among, attention, onWriting });
      if (id === null || store.runs.run(id)?.state !== "cancelled") return true;
      pass?.cancelled.add(series.id);
      return false;
    } finally {
      lease.release();
    }
  }

  /** Runs over a series until nobody waits for an explanation any more. */
  function over(series: SeriesRow, isWhole: boolean): Promise<void> {
    const work = async () => {
      try {
        for (let isFirst = true; ; isFirst = false) {
          const isOver = !(await run(series, isWhole && isFirst));
          if (isOver || signal.aborted || !attention.explanationsAsked(series.id)) return;
        }
      } catch (error) {
        if (error instanceof UserMistake && !signal.aborted) tell(error.message);
        throw error;
      } finally {
        running.delete(series.id);
      }
    };
    const promise = work();
    running.set(series.id, promise);
    return promise;
  }

  const newestFirst = () => store.series.all().sort((a, b) => compareVersions(b.version ?? "", a.version ?? ""));

  return {
    async readAll(wanted) {
      if (pass) {
        if (!wanted) pass.isBehind = true;
        else if (!pass.left.some(({ id }) => id === wanted.id)) pass.left.push(wanted);
        return;
      }
      const now: Pass = { left: newestFirst(), cancelled: new Set(), engines: new Map(), isBehind: false };
      pass = now;
      try {
        for (let series = now.left[0]; series; series = now.left[0]) {
          // What people waited for in it may still be read; how that ended is told to who began it.
          while (running.has(series.id)) await running.get(series.id)!.catch(() => {});
          if (signal.aborted) return;
          now.left.shift();
          now.cancelled.delete(series.id);
          await over(series, true);
          if (now.left.length || !now.isBehind) continue;
          now.isBehind = false;
          now.left.push(...newestFirst().filter(({ id }) => !now.cancelled.has(id)));
        }
      } finally {
        pass = null;
      }
    },
    async look(patches) {
      attention.look(patches);
      if (!pass) return;
      const elsewhere = store.board
        .seriesOf(patches)
        .filter((id) => !running.has(id) && !pass!.cancelled.has(id))
        .flatMap((id) => store.series.byId(id) ?? []);
      await Promise.all(elsewhere.map((series) => over(series, false)));
    },
    async explain(series, patch) {
      attention.explain(series.id, patch);
      if (!running.has(series.id)) await over(series, false);
    },
    state: () => (trouble === null ? model.state() : { state: "off", words: trouble }),
  };
}
