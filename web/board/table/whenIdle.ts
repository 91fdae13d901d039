// Work that waits for an idle moment, in the order of the page.
const waiting = new Set<() => void>();
let isScheduled = false;
const sliceMs = 8;
/** A browser may keep its idle moments back for as long as it likes: the find and screen readers wait for these rows. */
const longestWaitMs = 1_000;

/** Calls `work` when the page has nothing better to do; what it gives back calls it off. */
export function whenIdle(work: () => void): () => void {
  waiting.add(work);
  schedule();
  return () => waiting.delete(work);
}

function schedule() {
  if (isScheduled) return;
  isScheduled = true;
  const idle = globalThis.requestIdleCallback ?? ((slice: () => void) => setTimeout(slice, 30));
  idle(
    () => {
      isScheduled = false;
      const until = performance.now() + sliceMs;
      for (const work of waiting) {
        waiting.delete(work);
        work();
        if (performance.now() > until) break;
      }
      if (waiting.size) schedule();
    },
    { timeout: longestWaitMs },
  );
}
