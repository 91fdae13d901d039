/** Neighbouring rows that are rendered, memoised and skipped together. */
export interface Chunk<R> {
  /** The lowest patch number that belongs here: stable while rows come and go inside. */
  key: number;
  rows: readonly R[];
}

/** Neighbouring chunks, which are one element and one component to the page while all of them are far from the screen. */
export interface Stretch<R> {
  /** The lowest patch number that belongs here. */
  key: number;
  chunks: readonly Chunk<R>[];
}

/** Rows per chunk. Smaller ones cost observers and elements, larger ones put more interactive rows near the screen. */
export const chunkSize = 25;

/** Patch numbers per stretch. The browser observes each chunk that it does not skip with its stretch, in every frame. */
export const stretchSize = 20 * chunkSize;

/**
 * Cuts the visible rows by patch number and not by place, so that a row that leaves changes one chunk and not all behind it,
 * and pages that arrive in front change none. Chunks of `previous` whose rows are the same objects are reused, and memoised components skip them.
 */
export function cutChunks<R extends { readonly number: number }>(
  previous: readonly Chunk<R>[],
  visible: readonly R[],
): Chunk<R>[] {
  const old = new Map(previous.map((chunk) => [chunk.key, chunk]));
  return cut(
    visible,
    (row) => chunkKey(row.number),
    (key, rows) => {
      const before = old.get(key);
      return before && areSame(before.rows, rows) ? before : { key, rows };
    },
  );
}

/** Groups chunks into stretches, in the same way. */
export function cutStretches<R>(previous: readonly Stretch<R>[], all: readonly Chunk<R>[]): Stretch<R>[] {
  const old = new Map(previous.map((stretch) => [stretch.key, stretch]));
  return cut(
    all,
    (chunk) => stretchKey(chunk.key),
    (key, chunks) => {
      const before = old.get(key);
      return before && areSame(before.chunks, chunks) ? before : { key, chunks };
    },
  );
}

function cut<T, G>(
  items: readonly T[],
  keyOf: (item: T) => number,
  make: (key: number, items: readonly T[]) => G,
): G[] {
  const groups: G[] = [];
  let from = 0;
  let key = items[0] ? keyOf(items[0]) : 0;
  for (let i = 1; i <= items.length; i++) {
    const item = items[i];
    const next = item === undefined ? -1 : keyOf(item);
    if (next === key) continue;
    groups.push(make(key, items.slice(from, i)));
    [from, key] = [i, next];
  }
  return groups;
}

/** The key of the chunk that a patch number belongs to. */
export const chunkKey = (number: number): number => number - (number % chunkSize);

/** The key of the stretch that a patch number belongs to. */
export const stretchKey = (number: number): number => number - (number % stretchSize);

/** First and last chunk (inclusive) that touch the stretch from `from` to `to`, in pixels from the top of the first one. */
export function chunksWithin(
  chunks: readonly Chunk<unknown>[],
  rowHeight: number,
  from: number,
  to: number,
): { first: number; last: number } {
  let [top, first, last] = [0, -1, -1];
  for (let i = 0; i < chunks.length && top < to; i++) {
    const bottom = top + (chunks[i]?.rows.length ?? 0) * rowHeight;
    if (bottom > from) {
      if (first < 0) first = i;
      last = i;
    }
    top = bottom;
  }
  return first < 0 ? { first: chunks.length - 1, last: chunks.length - 1 } : { first, last };
}

function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}
