import { basename } from "node:path";
import type { SeriesFacts } from "../engine/engine.ts";
import { shownMessage } from "../git/text.ts";
import type { SeriesRow } from "../store/series.ts";
import type { Store } from "../store/store.ts";

const sampleSize = 200;

/** What a prompt may say of a series, as the last sync left it. */
export function seriesFacts(store: Store, series: SeriesRow): SeriesFacts {
  const newest = store.board.newest(series.id, sampleSize);
  const messages = store.classifications.asked(newest).map((one) => shownMessage(one.message, one.encoding));
  return {
    project: basename(series.repository.replace(/\/(?:\.git)?$/, "").replace(/\.git$/, "")),
    upstream: series.upstream,
    version: series.version,
    stable: store.series.targets(series.id).map(({ branch, version }) => ({ branch, version })),
    sample: messages,
  };
}
