import { count } from "../../ui/format.ts";
import { nameOf, useBoard, type Verdict } from "../BoardContext.ts";
import type { PatchRow } from "../BoardRows.ts";
import { wishWords } from "../wait/condition.ts";
import type { Conflict } from "../useDecide.ts";

interface Props {
  conflicts: readonly Conflict[];
  rows: readonly PatchRow[];
  onSettled: (conflicts: readonly Conflict[]) => void;
}

/** Decisions that were refused because somebody decided first: both values, and the choice. */
export function Conflicts({ conflicts, rows, onSettled }: Props) {
  const { decide, jump, targets } = useBoard();
  if (!conflicts.length) return null;
  const setMine = (conflict: Conflict) => {
    const row = rows.find((one) => one.id === conflict.patch);
    const at = targets.findIndex((one) => one.id === conflict.target);
    onSettled([conflict]);
    if (row && at >= 0) decide(row, [at], conflict.mine, conflict.condition);
  };
  // For what others wait is in the row, which came with the refusal.
  const untilOf = ({ patch, target, theirs }: Conflict) => {
    if (theirs !== "WAIT") return "";
    const wait = rows.find((one) => one.id === patch)?.waits[targets.findIndex((one) => one.id === target)];
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
          <button type="button" onClick={() => onSettled([conflict])}>
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
          <button type="button" onClick={() => onSettled(conflicts)}>
            Keep all as others set them
          </button>
        </li>
      )}
    </ul>
  );
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
