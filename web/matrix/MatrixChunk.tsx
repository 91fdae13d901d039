import { memo, useEffect, useRef } from "react";
import type { PatchRow } from "../board/BoardRows.ts";
import type { Chunk } from "../board/chunks.ts";
import { rowCount } from "../board/table/RowChunk.tsx";
import { whenIdle } from "../board/table/whenIdle.ts";
import { fillFarCells } from "./farCells.ts";
import { MatrixRow } from "./MatrixRow.tsx";

interface Props {
  chunk: Chunk<PatchRow>;
  /** Near the screen: interactive. Else text only. */
  isNear: boolean;
  /** The current patch where it is in this chunk, else null. */
  current: string | null;
  /** How many stable branches there are. A chunk that asked the board would render again at every step to the side. */
  branches: number;
}

/** Neighbouring rows; the browser skips their layout and paint while they are off the screen. */
export const MatrixChunk = memo(function MatrixChunk({ chunk, isNear, current, branches }: Props) {
  return (
    <div role="rowgroup" className="m-chunk" style={rowCount(chunk.rows.length)}>
      {isNear ? (
        chunk.rows.map((row) => <MatrixRow key={row.id} row={row} isCurrent={row.id === current} />)
      ) : (
        <FarCells rows={chunk.rows} branches={branches} />
      )}
    </div>
  );
});

const FarCells = memo(function FarCells({ rows, branches }: { rows: readonly PatchRow[]; branches: number }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => whenIdle(() => ref.current && fillFarCells(ref.current, rows, branches)), [rows, branches]);
  return <div role="presentation" ref={ref} />;
});
