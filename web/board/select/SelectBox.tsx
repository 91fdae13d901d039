import { useCellPart } from "../../ui/cell.ts";
import { useBoard } from "../BoardContext.ts";
import type { PatchRow } from "../BoardRows.ts";
import { withKey } from "../keys/bindings.ts";
import { selected } from "./selected.ts";

/** Selects a row; with Shift all from the last one to it. */
export function SelectBox({ row, isCurrent }: { row: PatchRow; isCurrent: boolean }) {
  const { select } = useBoard();
  const isSelected = useCellPart(selected, ({ ids }) => ids.has(row.id));
  return (
    <input
      type="checkbox"
      className="select-box"
      aria-label={`Select patch ${row.number}`}
      title={`${withKey("Select", "select")}, with Shift all from the last one to here`}
      checked={isSelected}
      tabIndex={isCurrent ? 0 : -1}
      onChange={(event) => {
        const { nativeEvent } = event;
        select(row, "shiftKey" in nativeEvent && nativeEvent.shiftKey === true ? "extend" : "toggle");
      }}
    />
  );
}
