import { isAfter, type ShownWait, waitOn } from "../ledger/waits.ts";
import type { Store } from "../store/store.ts";

/**
 * Looks at every wait of a series and tells of those that have come true since the last look, so that open boards show them.
 * Gives how many. What was ripe before anybody waited for it is only noted.
 */
export function wake(store: Pick<Store, "series" | "board" | "waits">, series: number, now: number): number {
  const targets = store.series.targets(series).filter((one) => one.state !== "gone");
  let tags: ReturnType<Store["waits"]["tags"]> | null = null;
  const tagsOnce = () => (tags ??= store.waits.tags(series));
  const waits = store.board.patches(store.waits.waiting(series)).flatMap((patch) =>
    targets.flatMap((target) => {
      const wait = waitOn(patch, target, tagsOnce, now);
      if (!wait) return [];
      const decided = patch.overrides.get(target.id);
      const isAwaited = decided?.verdict === "wait" && isAfter(wait, decided.at);
      return [{ patch: patch.id, target: target.id, isRipe: wait.isRipe, isAwaited, words: cause(wait) }];
    }),
  );
  return store.waits.keepWaits(series, waits);
}

function cause({ words, tag }: ShownWait): string {
  return tag ? `${words} (${tag})` : words;
}
