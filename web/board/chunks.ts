/** Neighbouring rows that are rendered, memoised and skipped together. */
export interface Chunk<R> {
  /** The lowest position that belongs here: stable while rows come and go inside. */
  key: number;
  /** What stands above its rows, as high as one of them; null for nothing. */
  heading: string | null;
  rows: readonly R[];
}

/** Rows per chunk. Smaller ones cost observers and elements, larger ones put more interactive rows near the screen. */
export const chunkSize = 25;

/**
 * Cuts the visible rows by position (the patch number, or a queue's) and not by place in the list, so that a row that leaves changes one chunk and not all behind it,
 * and pages that arrive in front change none. Chunks of `previous` whose rows are the same objects are reused, and memoised components skip them.
 */
export function cutChunks<R extends { readonly number: number }>(
  previous: readonly Chunk<R>[],
  visible: readonly R[],
  position: (row: R) => number = (row) => row.number,
  sectionAt: (position: number) => string | null = () => null,
): Chunk<R>[] {
  const chunks: Chunk<R>[] = [];
  const old = new Map(previous.map((chunk) => [chunk.key, chunk]));
  let key = -1;
  let section: string | null = null;
  let rows: R[] = [];
  const close = () => {
    if (!rows.length) return;
    const before = old.get(key);
    const next = sectionAt(key);
    const heading = next === section ? null : next;
    section = next;
    chunks.push(before && before.heading === heading && areSame(before.rows, rows) ? before : { key, heading, rows });
  };
  for (const row of visible) {
    const of = chunkKey(position(row));
    if (of !== key) {
      close();
      [key, rows] = [of, []];
    }
    rows.push(row);
  }
  close();
  return chunks;
}

/** The key of the chunk that a position belongs to. */
export const chunkKey = (position: number): number => position - (position % chunkSize);

/** First and last chunk (inclusive) that touch the stretch from `from` to `to`, in pixels from the top of the first one. */
export function chunksWithin(
  chunks: readonly Chunk<unknown>[],
  rowHeight: number,
  from: number,
  to: number,
): { first: number; last: number } {
  let [top, first, last] = [0, -1, -1];
  for (let i = 0; i < chunks.length && top < to; i++) {
    const bottom = top + ((chunks[i]?.rows.length ?? 0) + (chunks[i]?.heading ? 1 : 0)) * rowHeight;
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
