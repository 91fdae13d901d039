import { keptCell } from "../ui/kept.ts";

/** After a decision by key: on to the next undecided patch, or stay. */
export const afterDecision = keptCell("patchboard.afterDecision", ["next", "stay"]);
