/** Neighbouring rows that are rendered, memoised and skipped together. */
export interface Chunk<R> {
  /** The lowest patch number that belongs here: stable while rows come and go inside. */
  key: number;
  rows: readonly R[];
}

/** Rows per chunk. Smaller ones cost observers and elements, larger ones put more interactive rows near the screen. */
export const chunkSize = 25;

/**
 * Cuts the visible rows by patch number and not by place, so that a row that leaves changes one chunk and not all behind it,
 * and pages that arrive in front change none. Chunks of `previous` whose rows are the same objects are reused, and memoised components skip them.
 */
export function cutChunks<R extends { readonly number: number }>(
  previous: readonly Chunk<R>[],
  visible: readonly R[],
): Chunk<R>[] {
  const chunks: Chunk<R>[] = [];
  const old = new Map(previous.map((chunk) => [chunk.key, chunk]));
  let key = -1;
  let rows: R[] = [];
  const close = () => {
    if (!rows.length) return;
    const before = old.get(key);
    chunks.push(before && areSame(before.rows, rows) ? before : { key, rows });
  };
  for (const row of visible) {
    const of = chunkKey(row.number);
    if (of !== key) {
      close();
      [key, rows] = [of, []];
    }
    rows.push(row);
  }
  close();
  return chunks;
}

/** The key of the chunk that a patch number belongs to. */
export const chunkKey = (number: number): number => number - (number % chunkSize);

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
