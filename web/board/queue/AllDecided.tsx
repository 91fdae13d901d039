import "./queue.css";
import { count, plural } from "../../ui/format.ts";
import { changeView } from "../../useRoute.ts";
import { useBoard } from "../BoardContext.ts";
import type { PatchRow } from "../BoardRows.ts";
import { isSeenBy, leftPerTarget, letterOf } from "../filter.ts";
import { Key } from "../keys/Key.tsx";
import type { Act } from "../keys/commands.ts";
import { startNumber } from "../../../picks/start.ts";
import type { View } from "../../route.ts";

interface Props {
  rows: readonly PatchRow[];
  view: View;
  perform: (act: Act) => void;
}

/** The end of a review: what came out, what to do with it, and where something is left. */
export function AllDecided({ rows, view, perform }: Props) {
  const { targets, target, me } = useBoard();
  const here = targets[target];
  const starts = targets.map((one) => startNumber(view.start, one.lastBackported));
  const reviewed = rows.filter((row) => row.number >= (starts[target] ?? 0) && "nuwy".includes(letterOf(row, target)));
  const of = (verdict: string) => reviewed.filter((row) => row.verdicts[target] === verdict).length;
  const unseen = reviewed.filter((row) => !isSeenBy(row, target, me)).length;
  const left = leftPerTarget(rows, starts);
  const next = targets.findIndex((one, i) => i !== target && one.isPresent && (left[i] ?? 0) > 0);
  return (
    <section className="all-decided" aria-label="All decided">
      <p>
        <strong>All decided.</strong>{" "}
        {reviewed.length === 1
          ? "A person looked at the one patch"
          : `People looked at all ${count(reviewed.length)} patches`}{" "}
        to review for {here?.branch}: <b data-verdict="Y">{count(of("YES"))} yes</b>,{" "}
        <b data-verdict="W">{count(of("WAIT"))} wait</b>, <b data-verdict="N">{count(of("NO"))} no</b>
        {of("UNCERTAIN") > 0 && (
          <>
            , <b data-verdict="U">{count(of("UNCERTAIN"))} uncertain</b>
          </>
        )}
        .
      </p>
      <div className="choices">
        <button type="button" className="main" onClick={() => perform({ do: "export" })}>
          Export <Key of="export" />
        </button>
        {me !== null && unseen > 0 && (
          <button type="button" onClick={() => changeView({ order: "number", only: ["unseen"] })}>
            {plural(unseen, "patch", "patches")} only others saw <Key of="unseen" />
          </button>
        )}
        {next >= 0 && (
          <button type="button" onClick={() => changeView({ target: targets[next]?.branch ?? null })}>
            {count(left[next] ?? 0)} left for {targets[next]?.branch}
          </button>
        )}
      </div>
    </section>
  );
}
