import { count } from "../../ui/format.ts";
import type { PatchRow } from "../BoardRows.ts";
import type { Selection } from "../filter.ts";

/** "37 of 102 left" for the target, with a bar. */
export function Progress({ selection: { left, toReview } }: { selection: Selection<PatchRow> }) {
  const text =
    toReview === 0 ? "nothing to review" : left === 0 ? "all decided" : `${count(left)} of ${count(toReview)} left`;
  return (
    <span
      className="progress"
      title="Patches from the start of the review on that no person has decided for this target, or agreed with"
    >
      <progress aria-label="Looked at by people" max={toReview || 1} value={toReview ? toReview - left : 1} />
      {text}
    </span>
  );
}
