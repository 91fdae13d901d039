import { useCell } from "../ui/cell.ts";
import { plural } from "../ui/format.ts";
import { useBoard } from "../board/BoardContext.ts";
import { Key } from "../board/keys/Key.tsx";
import { changeView } from "../useRoute.ts";
import { chartPeriod } from "./chartPeriod.ts";
import { selected } from "./selected.ts";
import { cellStates, type CellState, type MatrixView } from "./view.ts";

/** How the states are asked for. */
export const stateNames: Record<CellState, string> = {
  there: "there",
  claimed: "claimed, not confirmed",
  yes: "wanted and not there",
  wait: "waiting",
  uncertain: "uncertain",
  no: "no",
};

/** What the matrix shows: rows with such a cell on such a branch. */
export function MatrixBar({ matrix, shown }: { matrix: MatrixView; shown: number }) {
  const { targets } = useBoard();
  const period = useCell(chartPeriod);
  return (
    <>
      <select
        aria-label="State"
        value={matrix.state ?? matrix.rows}
        data-set={matrix.state !== null || matrix.rows === "all"}
        onChange={({ target: { value } }) => {
          const state = cellStates.find((one) => one === value) ?? null;
          changeView({ matrix: { ...matrix, state, rows: value === "all" ? "all" : "mattering" } });
        }}
      >
        <option value="mattering">wanted or there</option>
        {cellStates.map((state) => (
          <option key={state} value={state}>
            {stateNames[state]}
          </option>
        ))}
        <option value="all">every patch</option>
      </select>
      <select
        aria-label="On branch"
        value={matrix.branch ?? ""}
        data-set={matrix.branch !== null}
        onChange={({ target: { value } }) => changeView({ matrix: { ...matrix, branch: value || null } })}
      >
        <option value="">on any branch</option>
        {targets.map(({ id, branch }) => (
          <option key={id} value={branch}>
            on {branch}
          </option>
        ))}
      </select>
      <select
        aria-label="Charts"
        title="What a step of the charts is"
        value={period}
        onChange={({ target: { value } }) => chartPeriod.set(value === "DAY" ? "DAY" : "WEEK")}
      >
        <option value="WEEK">charts by week</option>
        <option value="DAY">charts by day</option>
      </select>
      <span className="matrix-count">{plural(shown, "patch", "patches")}</span>
      <SelectionWords />
    </>
  );
}

/** How many cells are selected, and what can be done with them. */
function SelectionWords() {
  const { area, patches, left, right } = useCell(selected);
  const cells = area ? patches.size * (right - left + 1) : 0;
  return (
    <span role="status" className="matrix-selection">
      {cells > 1 && (
        <>
          {plural(cells, "cell")} selected: <Key of="no" /> <Key of="uncertain" /> <Key of="wait" /> <Key of="yes" />{" "}
          <Key of="until" /> <Key of="agree" />
        </>
      )}
    </span>
  );
}
