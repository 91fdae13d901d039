import type { Changes } from "./changes.ts";
import { commitsPart } from "./commits.ts";
import type { Db } from "./open.ts";
import { plansPart } from "./plans.ts";
import { readingsPart } from "./readings.ts";
import { stablePart } from "./stable.ts";

/** What git said, as last read: series, their stable branches, commits, patches and backports. */
export function historyPart(db: Db, changes: Changes) {
  return { ...plansPart(db, changes), ...commitsPart(db), ...readingsPart(db, changes), ...stablePart(db, changes) };
}
