import { wholeView, type Only } from "../../route.ts";
import { count } from "../../ui/format.ts";
import { changeView } from "../../useRoute.ts";
import type { PatchRow } from "../BoardRows.ts";
import type { Selection } from "../filter.ts";

interface Props {
  selection: Selection<PatchRow>;
  /** Only of what was read to its end is it known that none is left. */
  reading: "under way" | "over" | "failed";
}

/** "37 of 102 left" for the target, with a bar. */
export function Progress({ selection: { left, toReview }, reading }: Props) {
  return (
    <span
      className="progress"
      title="Patches from the start of the review on that no person has decided for this target, or agreed with"
    >
      <progress
        aria-label="Looked at by people"
        max={toReview || 1}
        value={reading === "under way" ? 0 : toReview ? toReview - left : Number(reading === "over")}
      />
      {reading === "under way" ? (
        // What is not read yet may be left or done: a number of now would be wrong, and is not needed for the first rows.
        <span>reading…</span>
      ) : left > 0 ? (
        <span>
          <Count of={left} only={["undecided"]} /> of <Count of={toReview} only={[]} /> left
        </span>
      ) : reading === "failed" ? (
        <span>not read</span>
      ) : toReview === 0 ? (
        "nothing to review"
      ) : (
        "all decided"
      )}
    </span>
  );
}

/** A number that leads to exactly what it counts: what is not on the branch yet, from the start of the review on. */
function Count({ of, only }: { of: number; only: Only[] }) {
  const { area, author, text } = wholeView;
  return (
    <button
      type="button"
      className="link"
      title="Show these"
      onClick={() => changeView({ show: ["n", "u", "w", "y"], only, area, author, text })}
    >
      {count(of)}
    </button>
  );
}
