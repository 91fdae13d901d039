/** What a model is writing right now, for who watches; nothing of it is kept. */
export interface Writings {
  /** All written so far about a patch; null when it is done or given up. */
  write(patch: number, text: string | null): void;
  /** What stands there now; null when nothing is being written about the patch. */
  now(patch: number): string | null;
  /** Resolves at the next word about the patch, or when aborted. */
  next(patch: number, signal: AbortSignal): Promise<void>;
}

export function makeWritings(): Writings {
  const texts = new Map<number, string>();
  const waiting = new Map<number, Set<() => void>>();
  return {
    write(patch, text) {
      if (text === null) texts.delete(patch);
      else texts.set(patch, text);
      for (const wake of waiting.get(patch) ?? []) wake();
    },
    now: (patch) => texts.get(patch) ?? null,
    next: (patch, signal) =>
      new Promise((resolve) => {
        const wakes = waiting.get(patch) ?? new Set();
        const done = () => {
          wakes.delete(done);
          if (!wakes.size) waiting.delete(patch);
          signal.removeEventListener("abort", done);
          resolve();
        };
        if (signal.aborted) return resolve();
        waiting.set(patch, wakes.add(done));
        signal.addEventListener("abort", done, { once: true });
      }),
  };
}
