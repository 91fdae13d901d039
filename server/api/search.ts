import { parseQuery, type Term } from "../../search/query.ts";
import { foundPatches } from "../ledger/search.ts";
import type { SeriesRow, TargetRow } from "../store/series.ts";
import type { Store } from "../store/store.ts";
import { targetOf } from "./nodes.ts";

/** What `Series.search` gives; the target is the newest one when none is named. */
export function search(store: Store, series: SeriesRow, text: string, target: string | null) {
  const started = performance.now();
  const query = parseQuery(text);
  const on: TargetRow | null = target ? targetOf(store, series, target) : (store.series.targets(series.id)[0] ?? null);
  const source = {
    find: (terms: readonly Term[]) => store.search.find(series.id, on?.id ?? null, terms),
    isStored: store.search.isStored,
    needs: () => store.search.needs(series.id),
    opinions: (ids: readonly number[], at: number | null) => store.opinions(series.id, ids, at),
    patches: store.board.patches,
  };
  const ids = foundPatches(query, source, on).map((id) => `patch:${id}`);
  const unread = Math.max(store.search.unreadCount("text"), store.search.unreadCount("paths"));
  return { ids, took: performance.now() - started, trouble: query.trouble, unread };
}
