import type { Db } from "./open.ts";

/** How a target stood at the end of a day or week. */
export interface TimelinePoint {
  /** Milliseconds since 1970 at the start of that day or week, UTC. */
  from: number;
  decided: number;
  waiting: number;
  picked: number;
}

const dayMs = 86_400_000;
// Day 0 was a Thursday: weeks that begin three days earlier begin on a Monday.
const mondayShift = 3;
// Bound numbers are floating-point ones: without the casts a division would not round.
const [days, shift] = ["CAST(@days AS INTEGER)", "CAST(@shift AS INTEGER)"];
const bucket = `((at / ${dayMs} + ${shift}) / ${days} * ${days} - ${shift})`;

/** What people decided for a target and what was picked to it, over time. */
export function timelinePart(db: Db) {
  const points = db.prepare<[object], TimelinePoint>(
    `WITH step AS (
       SELECT a.at, (d.after IS NOT NULL) - (d.before IS NOT NULL) AS decided,
         (d.after IS 'wait') - (d.before IS NOT NULL AND d.before ->> '$.verdict' = 'wait') AS waiting, 0 AS picked
       FROM decision d JOIN action a ON a.id = d.action WHERE d.target = @target
       UNION ALL
       SELECT b.at, 0, 0, 1 FROM backport b JOIN patch p ON p.id = b.patch
       WHERE b.target = @target AND b.evidence <> 'claimed' AND p.vanished_at IS NULL
     )
     SELECT * FROM (
       SELECT ${bucket} * ${dayMs} AS "from",
         sum(sum(decided)) OVER running AS decided, sum(sum(waiting)) OVER running AS waiting,
         sum(sum(picked)) OVER running AS picked
       FROM step GROUP BY 1 WINDOW running AS (ORDER BY ${bucket})
     ) ORDER BY "from" DESC LIMIT @last`,
  );
  return {
    /** The last days or weeks in which something happened, at most `last` of them, oldest first; sums from the beginning on. */
    points: (target: number, by: "day" | "week", last: number) =>
      points
        .all({ target, last, ...(by === "day" ? { days: 1, shift: 0 } : { days: 7, shift: mondayShift }) })
        .toReversed(),
  };
}
