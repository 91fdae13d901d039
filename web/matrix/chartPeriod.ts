import { keptCell } from "../ui/kept.ts";

/** What one step of the charts is. */
export const chartPeriod = keptCell("patchboard.chartPeriod", ["WEEK", "DAY"]);
