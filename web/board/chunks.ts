/** Neighbouring rows that are rendered, memoised and skipped together. */
export interface Chunk<R> {
  /** The lowest position that belongs here: stable while rows come and go inside. */
  key: number;
  /** What stands above its rows, as high as one of them; null for nothing. */
  heading: string | null;
  rows: readonly R[];
}

/** Neighbouring chunks, which are one element and one component to the page while all of them are far from the screen. */
export interface Stretch<R> {
  /** The lowest position that belongs here. */
  key: number;
  chunks: readonly Chunk<R>[];
}

/** Rows per chunk. Smaller ones cost observers and elements, larger ones put more interactive rows near the screen. */
export const chunkSize = 10;

/** Positions per stretch. The browser observes each chunk that it does not skip with its stretch, in every frame. */
export const stretchSize = 50 * chunkSize;

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
  const chunks = cut(
    previous,
    visible,
    (row) => chunkKey(position(row)),
    (chunk) => chunk.rows,
    (key, rows): Chunk<R> => ({ key, heading: null, rows }),
  );
  let section: string | null = null;
  return chunks.map((chunk) => {
    const here = sectionAt(chunk.key);
    const heading = here === section ? null : here;
    section = here;
    return chunk.heading === heading ? chunk : { ...chunk, heading };
  });
}

/** Groups chunks into stretches, in the same way. */
export function cutStretches<R>(previous: readonly Stretch<R>[], all: readonly Chunk<R>[]): Stretch<R>[] {
  return cut(
    previous,
    all,
    (chunk) => stretchKey(chunk.key),
    (stretch) => stretch.chunks,
    (key, chunks) => ({ key, chunks }),
  );
}

/** Groups neighbours of the same key, in ascending order. Looks into one item of a group that stayed the same, and not into all. */
function cut<T, G extends { readonly key: number }>(
  previous: readonly G[],
  items: readonly T[],
  keyOf: (item: T) => number,
  itemsOf: (group: G) => readonly T[],
  make: (key: number, items: readonly T[]) => G,
): G[] {
  const groups: G[] = [];
  let old = 0;
  for (let from = 0; from < items.length;) {
    const key = keyOf(items[from]!);
    while ((previous[old]?.key ?? key) < key) old++;
    const before = previous[old]?.key === key ? previous[old] : undefined;
    const same = before && isAt(items, from, itemsOf(before)) ? itemsOf(before).length : 0;
    let end = from + same;
    while (end < items.length && keyOf(items[end]!) === key) end++;
    groups.push(before && end === from + same ? before : make(key, items.slice(from, end)));
    from = end;
  }
  return groups;
}

/** The key of the chunk that a position belongs to. */
export const chunkKey = (position: number): number => position - (position % chunkSize);

/** The key of the stretch that a position belongs to. A section of a queue begins a new one. */
export const stretchKey = (position: number): number => position - (position % stretchSize);

/** How many rows the chunks hold. */
export const countRows = (chunks: readonly Chunk<unknown>[]): number =>
  chunks.reduce((sum, chunk) => sum + chunk.rows.length, 0);

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

/** True when `list` holds exactly those items from that place on. */
function isAt(list: readonly unknown[], place: number, those: readonly unknown[]): boolean {
  for (let i = 0; i < those.length; i++) if (list[place + i] !== those[i]) return false;
  return true;
}
