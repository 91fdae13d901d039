import { useMemo } from "react";
import { changeView, useRoute } from "../../useRoute.ts";
import { useBoard } from "../BoardContext.ts";
import type { Rows } from "../BoardRows.ts";

/**
 * What the URL names and the board does not have: another branch is shown then, or no open row, and nobody is to take
 * those for what the link was about. The series' own branches are never missed: a removed one stays.
 */
export function LinkNotice({ rows: { rows, isComplete, arrived } }: { rows: Rows }) {
  const { targets, target } = useBoard();
  const { view } = useRoute();
  const { open } = view;
  const isOpenHere = useMemo(() => !open || rows.some((row) => row.sha.startsWith(open)), [open, rows]);
  const shown = targets[target]?.branch;
  const lacksBranch = view.target !== null && shown !== undefined && shown !== view.target;
  const lacksPatch = !isOpenHere && !view.matrix && isComplete && arrived === 0;
  return (
    <>
      {lacksBranch && (
        <p className="notice" role="status">
          <span>
            This board has no branch <bdi>{view.target}</bdi>: {shown} is shown.
          </span>
          <button type="button" onClick={() => changeView({ target: shown }, "replace")}>
            Go on with {shown}
          </button>
        </p>
      )}
      {lacksPatch && (
        <p className="notice" role="status">
          <span>
            This board has no patch <code>{open?.slice(0, 12)}</code>: it is of another series, or was rewritten
            upstream.
          </span>
          <button type="button" onClick={() => changeView({ open: null }, "replace")}>
            Go on without it
          </button>
        </p>
      )}
    </>
  );
}
