import { useMemo } from "react";
import { useCell } from "../../ui/cell.ts";
import { count } from "../../ui/format.ts";
import { nameOf, useBoard, type Verdict } from "../BoardContext.ts";
import type { PatchRow } from "../BoardRows.ts";
import { wishWords } from "../wait/condition.ts";
import type { Conflict } from "../useDecide.ts";
import { conflicts as kept, settleConflicts } from "../unsent/late.ts";

/** Decisions that were refused because somebody decided first: both values, and the choice. */
export function Conflicts({ rows }: { rows: readonly PatchRow[] }) {
  const { decide, jump, targets } = useBoard();
  const all = useCell(kept);
  const rowOf = useMemo(() => new Map(all.length ? rows.map((row) => [row.id, row]) : []), [all, rows]);
  const targetOf = (conflict: Conflict) => targets.findIndex((one) => one.id === conflict.target);
  const conflicts = all.flatMap((conflict) => {
    const target = targetOf(conflict);
    if (target < 0) return []; // of another board
    return asItStands(conflict, rowOf.get(conflict.patch), target);
  });
  if (!conflicts.length) return null;
  const setMine = (conflict: Conflict) => {
    const row = rowOf.get(conflict.patch);
    if (row) decide(row, [targetOf(conflict)], conflict.mine, conflict.condition);
  };
  // For what others wait is in the row, which came with the refusal.
  const untilOf = (conflict: Conflict) => {
    if (conflict.theirs !== "WAIT") return "";
    const wait = rowOf.get(conflict.patch)?.waits[targetOf(conflict)];
    return wait ? ` ${wait.words}` : "";
  };
  return (
    <ul className="notice conflicts" aria-label="Refused decisions">
      {conflicts.slice(0, shownAtOnce).map((conflict) => (
        <li key={`${conflict.patch} ${conflict.target}`}>
          <span>
            <button type="button" className="link" onClick={() => jump(conflict.sha)}>
              <code>{conflict.sha.slice(0, 8)}</code>
            </button>{" "}
            on {conflict.branch}: <Theirs {...conflict} until={untilOf(conflict)} />,{" "}
            {conflict.wanter ? <bdi>{conflict.wanter}</bdi> : "you"} wanted <strong>{mineOf(conflict)}</strong>.
          </span>
          <button type="button" onClick={() => settleConflicts([conflict])}>
            Keep {wordOf(conflict.theirs)}
            {conflict.mine === "WAIT" && untilOf(conflict)}
          </button>
          <button type="button" className="main" onClick={() => setMine(conflict)}>
            Set {mineOf(conflict)}
          </button>
        </li>
      ))}
      {conflicts.length > 1 && (
        <li>
          {conflicts.length > shownAtOnce && `and ${count(conflicts.length - shownAtOnce)} more. `}
          <button type="button" onClick={() => settleConflicts(conflicts)}>
            Keep all as others set them
          </button>
        </li>
      )}
    </ul>
  );
}

/** The conflict with what stands by now, which is what the choice is about; as it was where the row is not there yet. */
function asItStands(conflict: Conflict, row: PatchRow | undefined, target: number): Conflict {
  if (!row) return conflict;
  return { ...conflict, theirs: row.verdicts[target] as Verdict, by: row.deciders[target] ?? null };
}

/** What stands. Nobody's decision does where one was taken back: no machine decides again what a person has. */
function Theirs({ by, theirs, until }: Conflict & { until: string }) {
  const word = (
    <strong>
      {wordOf(theirs)}
      {until}
    </strong>
  );
  if (by === null) return <>a decision was taken back first, which leaves {word}</>;
  return (
    <>
      <bdi>{by}</bdi> set {word} first
    </>
  );
}

const shownAtOnce = 5;

const mineOf = ({ mine, condition }: Conflict) => (mine ? wordOf(mine) + wishWords(condition) : "no decision");

const wordOf = (verdict: Verdict) => nameOf(verdict).toLowerCase();
