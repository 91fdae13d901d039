import "./wait.css";
import { useCellPart } from "../../ui/cell.ts";
import { now } from "../../ui/now.ts";
import { useBoard } from "../BoardContext.ts";
import type { PatchRow } from "../BoardRows.ts";
import { withKey } from "../keys/bindings.ts";
import { farWords, fullWords } from "./words.ts";

/** How far a wait is, as a button that asks for what it shall wait; nothing where the patch does not wait. */
export function WaitMark({ row, target, isInRow = false }: { row: PatchRow; target: number; isInRow?: boolean }) {
  const { askWait } = useBoard();
  const wait = row.waits[target];
  const far = useCellPart(now, (time) => (wait ? farWords(wait, time) : null));
  if (!wait) return null;
  // A row's own keys and its one place in the tab order stay as they are: there, `t` does the same.
  return (
    <button
      type="button"
      className="mark wait-mark"
      data-ripe={wait.isRipe}
      tabIndex={isInRow ? -1 : undefined}
      title={`${fullWords(wait)}. ${withKey("Click to change", "until")}.`}
      onClick={() => askWait(row, target)}
    >
      {far}
    </button>
  );
}
