/** The most rows that one page can say it looks at. */
const mostLooked = 200;

/** What people look at or ask about while a model reads: it goes first. Kept in the memory of the process that serves. */
export interface Attention {
  /** Rows that somebody sees now, in order; those of the last call count most. */
  look(patches: readonly number[]): void;
  /** Rows that somebody looked at last, in order. */
  looked(): readonly number[];
  /** A person asks for an explanation of this patch. */
  explain(series: number, patch: number): void;
  explanationsAsked(series: number): number;
  /** The patch of a series whose explanation was asked first, once; null when there is none. */
  takeExplanation(series: number): number | null;
  /** The first of the rows looked at that is still waiting; null when there is none. */
  firstLooked(waiting: ReadonlySet<number>): number | null;
}

export function makeAttention(): Attention {
  let looked: number[] = [];
  const explanations = new Map<number, Set<number>>();
  return {
    look: (patches) => (looked = [...new Set([...patches, ...looked])].slice(0, mostLooked)),
    looked: () => looked,
    explain(series, patch) {
      explanations.set(series, (explanations.get(series) ?? new Set()).add(patch));
    },
    explanationsAsked: (series) => explanations.get(series)?.size ?? 0,
    takeExplanation(series) {
      const asked = explanations.get(series);
      for (const patch of asked ?? []) {
        asked!.delete(patch);
        return patch;
      }
      return null;
    },
    firstLooked: (waiting) => looked.find((patch) => waiting.has(patch)) ?? null,
  };
}
