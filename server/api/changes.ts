import { setTimeout as sleep } from "node:timers/promises";
import type { Work, Writings } from "./context.ts";
import type { ChangeRow } from "../store/changes.ts";
import type { SeriesRow } from "../store/series.ts";
import type { Store } from "../store/store.ts";
import { type PatchNode, patchNodes } from "./nodes.ts";

/** A page takes a batch in at once: more would cost it a frame that somebody sees. */
const patchesPerBatch = 150;
const changesPerBatch = 2_000;
const minIntervalMs = 200;
/** While there is more to tell than fits into a batch. */
const behindIntervalMs = 100;
const writingIntervalMs = 100;

const told: ReadonlySet<string> = new Set(["took back", "did again"]);

export interface Batch {
  seq: number;
  patches: PatchNode[];
  /** What people did in one go, told as one. */
  events: ChangeRow[];
  series: SeriesRow;
  isStale: boolean;
}

/**
 * Follows the change log of a series from a cursor on. One subscriber holds one number: a slow one gets fewer, larger
 * batches, nothing queues up for it, and who comes back goes on where it was.
 */
export function follow(
  store: Store,
  work: Pick<Work, "syncState">,
  series: SeriesRow,
  after: number,
  epoch: string,
): AsyncIterableIterator<Batch> {
  const atWork = () => workNow(store, work, series);
  return abortable(async function* (signal) {
    if (epoch !== store.epoch || after > store.changes.lastSeq()) {
      yield { seq: store.changes.lastSeq(), patches: [], events: [], series, isStale: true };
      return;
    }
    let seq = after;
    // What a page was told when it was loaded may be over by now.
    let before: string | null = null;
    while (!signal.aborted) {
      // Registered before reading: a write in between is not missed.
      const stop = new AbortController();
      const next = store.changes.next(AbortSignal.any([signal, stop.signal]));
      const now = atWork();
      const batch = read(store, series, seq, now !== before);
      before = now;
      if (batch) {
        stop.abort();
        seq = batch.seq;
        yield batch;
        const isBehind = batch.patches.length === patchesPerBatch;
        await sleep(isBehind ? behindIntervalMs : minIntervalMs, undefined, { signal }).catch(() => {});
      } else {
        await next;
      }
    }
  });
}

/** What goes on and has no rows in the log: which patches an engine has in hand, and how far the repository is read. */
function workNow(store: Store, work: Pick<Work, "syncState">, series: SeriesRow): string {
  return JSON.stringify([store.runs.last(series.id)?.reading, work.syncState(series.id)]);
}

function read(store: Store, series: SeriesRow, after: number, isOtherWork: boolean): Batch | null {
  const patches = new Set<number>();
  const events: ChangeRow[] = [];
  let seq = after;
  for (const row of store.changes.after(series.id, after, changesPerBatch)) {
    if (row.patch !== null) {
      if (!patches.has(row.patch) && patches.size === patchesPerBatch) break;
      patches.add(row.patch);
    }
    if (told.has(row.what)) events.push(row);
    seq = row.seq;
  }
  if (seq === after && !isOtherWork) return null;
  const now = store.series.byId(series.id) ?? series;
  const nodes = patchNodes(store, store.board.patches([...patches]));
  return { seq, patches: nodes, events, series: now, isStale: false };
}

/** What a model writes about a patch: what stands there now, and again whenever that changes. */
export function followWriting(writings: Writings, patch: number): AsyncIterableIterator<string | null> {
  return abortable(async function* (signal) {
    let shown: string | null | undefined;
    while (!signal.aborted) {
      const stop = new AbortController();
      const next = writings.next(patch, AbortSignal.any([signal, stop.signal]));
      const text = writings.now(patch);
      if (text === shown) {
        await next;
        continue;
      }
      stop.abort();
      yield (shown = text);
      await sleep(writingIntervalMs, undefined, { signal }).catch(() => {});
    }
  });
}

/**
 * An iterator whose `return` does not wait for the step it is parked in: a plain async generator would keep an idle
 * subscription alive after its client has gone.
 */
export function abortable<T>(make: (signal: AbortSignal) => AsyncGenerator<T, void, void>): AsyncIterableIterator<T> {
  const controller = new AbortController();
  const inner = make(controller.signal);
  return {
    next: () => inner.next(),
    return: () => {
      controller.abort();
      return inner.return();
    },
    throw: (error) => {
      controller.abort();
      return inner.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
