const blockSize = 250;

/**
 * Gives a function that derives a part from each block of a list. It remembers the last list: a block of the same objects
 * keeps its part as long as `by`, which is all else that parts are derived from, is the same object too.
 */
export function inBlocks<R, B, T>(derive: (rows: readonly R[], by: B) => T): (rows: readonly R[], by: B) => T[] {
  let last: { rows: readonly R[]; by: B; parts: T[] } | null = null;
  return (rows, by) => {
    const parts: T[] = [];
    for (let from = 0; from < rows.length; from += blockSize) {
      const old = last?.by === by && isSameBlock(last.rows, rows, from) ? last.parts[parts.length] : undefined;
      parts.push(old ?? derive(rows.slice(from, from + blockSize), by));
    }
    last = { rows, by, parts };
    return parts;
  };
}

function isSameBlock(a: readonly unknown[], b: readonly unknown[], from: number): boolean {
  const end = Math.min(from + blockSize, b.length);
  if (Math.min(from + blockSize, a.length) !== end) return false;
  for (let i = from; i < end; i++) if (a[i] !== b[i]) return false;
  return true;
}
