import { memo, useEffect, useRef } from "react";
import { useBoard } from "../board/BoardContext.ts";
import type { PatchRow } from "../board/BoardRows.ts";
import type { Chunk } from "../board/chunks.ts";
import { whenIdle } from "../board/table/whenIdle.ts";
import { fillFarCells } from "./farCells.ts";
import { MatrixRow } from "./MatrixRow.tsx";

interface Props {
  chunk: Chunk<PatchRow>;
  /** Near the screen: interactive. Else text only. */
  isNear: boolean;
  /** The current patch where it is in this chunk, else null. */
  current: string | null;
}

/** Neighbouring rows; the browser skips their layout and paint while they are off the screen. */
export const MatrixChunk = memo(function MatrixChunk({ chunk, isNear, current }: Props) {
  return (
    <div role="rowgroup" className="m-chunk" style={{ "--rows": chunk.rows.length } as React.CSSProperties}>
      {isNear ? (
        chunk.rows.map((row) => <MatrixRow key={row.id} row={row} isCurrent={row.id === current} />)
      ) : (
        <FarCells rows={chunk.rows} />
      )}
    </div>
  );
});

const FarCells = memo(function FarCells({ rows }: { rows: readonly PatchRow[] }) {
  const { targets } = useBoard();
  const ref = useRef<HTMLDivElement>(null);
  const { length } = targets;
  useEffect(() => whenIdle(() => ref.current && fillFarCells(ref.current, rows, length)), [rows, length]);
  return <div role="presentation" ref={ref} />;
});
