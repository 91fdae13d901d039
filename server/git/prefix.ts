/** A short id that fits more commits than that is no id; the same commit may be on every branch, though. */
const maxSamePrefix = 64;

/** Finds by full id or prefix; several when a prefix fits several. The same commit on two branches is one. */
export function prefixIndex<One extends { sha: string }>(all: Iterable<One>): (id: string) => readonly One[] {
  const sorted = [...all].sort((a, b) => (a.sha < b.sha ? -1 : a.sha > b.sha ? 1 : 0));
  return (wanted) => {
    const id = wanted.toLowerCase();
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.sha < id) low = middle + 1;
      else high = middle;
    }
    const found: One[] = [];
    for (const one of sorted.slice(low, low + maxSamePrefix)) {
      if (one.sha.startsWith(id) && found.at(-1)?.sha !== one.sha) found.push(one);
    }
    return found;
  };
}
