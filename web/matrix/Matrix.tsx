import "./matrix.css";
import { memo, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { useBoard } from "../board/BoardContext.ts";
import type { PatchRow } from "../board/BoardRows.ts";
import { stretchKey, stretchSize } from "../board/chunks.ts";
import { byNumber } from "../board/queue/order.ts";
import { useCuts } from "../board/table/useCuts.ts";
import { useNear } from "../board/table/useNear.ts";
import { CellChoice } from "./CellChoice.tsx";
import { cellActOf } from "./cellKeys.ts";
import { makeCountStates, type Corner } from "./cells.ts";
import { MatrixHead } from "./MatrixHead.tsx";
import { MatrixStretch } from "./MatrixStretch.tsx";
import { selected } from "./selected.ts";
import { useCellActs } from "./useCellActs.ts";
import { cellElement, cornerOf, useDrag } from "./useDrag.ts";
import type { MatrixView } from "./view.ts";

interface Props {
  series: string;
  matrix: MatrixView;
  rows: readonly PatchRow[];
  /** The rows that the board's own filter lets through: what the head counts. */
  matching: readonly PatchRow[];
  /** How many patches the series has: what screen readers count rows of. */
  total: number;
  current: PatchRow | null;
  focus: (row: PatchRow) => void;
}

/** Patches and stable branches: what is there, what is wanted, and what is still missing where. */
export function Matrix({ series, matrix, rows, matching, total, current, focus }: Props) {
  const { targets, target } = useBoard();
  const grid = useRef<HTMLDivElement>(null);
  const [choosing, setChoosing] = useState<{ at: HTMLElement; count: number } | null>(null);
  const choose = (at: Corner) => {
    const element = cellElement(grid.current, at);
    if (element) setChoosing((last) => ({ at: element, count: (last?.count ?? 0) + 1 }));
  };
  const cells = useCellActs({ rows, current, focus, choose });
  const pointer = useDrag({ ...cells, choose });
  const [countStates] = useState(makeCountStates);
  const counts = useMemo(() => countStates(matching, targets.length), [countStates, matching, targets.length]);
  const inHand = choosing && cells.inHand(false);
  const pressed = (event: KeyboardEvent) => {
    const act = event.target instanceof Element && event.target.role === "gridcell" ? cellActOf(event) : null;
    // With nothing selected, Escape closes what is open beside the matrix, and the board's own acts are about the current cell.
    const isOfArea = act?.do === "unselect" || act?.do === "agree" || act?.do === "until";
    if (!act || (isOfArea && !selected.get().area)) return;
    event.preventDefault();
    cells.act(act);
  };
  // A popover tells a moment late that it is closed: by then another one may be open, which stays.
  const close = () => {
    setChoosing((now) => (now === choosing ? null : now));
    if (current) focus(current);
  };
  return (
    <>
      <div
        role="grid"
        aria-label="Matrix"
        aria-multiselectable="true"
        aria-rowcount={total + 1}
        aria-colcount={targets.length + 1}
        className="matrix"
        ref={grid}
        onKeyDown={pressed}
        onFocus={(event) => {
          const corner = cornerOf(event.target);
          // A screen reader, or a script, may give the focus to any cell.
          if (corner && (corner.patch !== current?.id || corner.target !== target)) cells.visit(corner);
        }}
        {...pointer}
      >
        <MatrixHead series={series} matrix={matrix} counts={counts} />
        <Stretches grid={grid} rows={rows} current={current} branches={targets.length} />
      </div>
      {choosing && inHand && (
        <CellChoice
          key={choosing.count}
          cells={inHand}
          at={choosing.at}
          onClose={close}
          onDecide={(verdict) => {
            cells.decide(verdict, false);
            close();
          }}
        />
      )}
    </>
  );
}

interface StretchesProps {
  grid: React.RefObject<HTMLElement | null>;
  rows: readonly PatchRow[];
  current: PatchRow | null;
  branches: number;
}

const Stretches = memo(function Stretches({ grid, rows, current, branches }: StretchesProps) {
  const { chunks, stretches } = useCuts(rows, byNumber);
  const near = useNear(grid, chunks, null, "matrix", "--m-row");
  const nearFrom = chunks[near.first]?.key ?? 0;
  const nearTo = chunks[near.last]?.key ?? 0;
  return stretches.map((stretch) => {
    const isNear = stretch.key <= nearTo && stretch.key + stretchSize > nearFrom;
    return (
      <MatrixStretch
        key={stretch.key}
        stretch={stretch}
        nearFrom={isNear ? nearFrom : null}
        nearTo={isNear ? nearTo : null}
        current={current && stretch.key === stretchKey(current.number) ? current : null}
        branches={branches}
      />
    );
  });
});
