import type { Db } from "./open.ts";

/** Where a person is in a review. */
export interface PlaceRow {
  series: number;
  who: string;
  patch: number;
  target: number;
  at: number;
}

const placesShown = 20;

/** The patch at which each person was last. No decision and no trace of one: it is not in the change log. */
export function placesPart(db: Db) {
  const keep = db.prepare(
    `INSERT INTO place SELECT p.series, @who, p.id, t.id, @at FROM patch p JOIN target t ON t.series = p.series
     WHERE p.id = @patch AND t.id = @target
     ON CONFLICT (series, who) DO UPDATE SET patch = excluded.patch, target = excluded.target, at = excluded.at`,
  );
  const ofSeries = db.prepare<[number, number], PlaceRow>(
    "SELECT * FROM place WHERE series = ? ORDER BY at DESC LIMIT ?",
  );
  return {
    /** Nothing when the patch is not of the target's series. */
    keep: (who: string, patch: number, target: number) => void keep.run({ who, patch, target, at: Date.now() }),
    /** The last person first, at most 20. */
    ofSeries: (series: number) => ofSeries.all(series, placesShown),
  };
}
