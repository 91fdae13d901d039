import type { PatchRow } from "../BoardRows.ts";
import { isReviewed } from "../filter.ts";

/** A BUG or DOC that a machine wants to leave out, or that its author said nothing about: nobody should miss it. */
export function isConspicuous(row: PatchRow, target: number): boolean {
  if (isReviewed(row, target) || row.isInstructed) return false;
  if (row.rule === "bug-without-instruction") return true;
  // Where tags tell fixes of nothing that matters (CLEANUP: fix a typo), they are believed.
  if (row.rule === "fix-without-instruction" && !row.tag) return true;
  return row.verdicts[target] === "NO" && /^(BUG|DOC)\b/.test(row.subject);
}
