import { memo, useEffect, useRef, type CSSProperties } from "react";
import { PatchDetail } from "../detail/PatchDetail.tsx";
import type { Chunk } from "../chunks.ts";
import type { PatchRow as Row } from "../BoardRows.ts";
import { fillFarRows } from "./farRows.ts";
import { PatchRow } from "./PatchRow.tsx";
import { whenIdle } from "./whenIdle.ts";

interface Props {
  chunk: Chunk<Row>;
  target: number;
  /** Near the screen: interactive. Else text only. */
  isNear: boolean;
  /** The current and the open row where they are in this chunk, else null: other chunks need not render again. */
  current: string | null;
  open: string | null;
}

/** Neighbouring rows; the browser skips their layout and paint while they are off the screen. */
export const RowChunk = memo(function RowChunk({ chunk, target, isNear, current, open }: Props) {
  return (
    <div role="rowgroup" className="chunk" data-open={open !== null} style={rowCount(chunk.rows.length)}>
      {isNear ? (
        chunk.rows.map((row) => (
          <PatchRow key={row.id} row={row} isCurrent={row.id === current}>
            {row.id === open && <PatchDetail key={row.id} row={row} />}
          </PatchRow>
        ))
      ) : (
        <FarRows rows={chunk.rows} target={target} />
      )}
    </div>
  );
});

/** Tells the style sheet how high so many rows are. */
export const rowCount = (rows: number) => ({ "--rows": rows }) as CSSProperties;

function FarRows({ rows, target }: { rows: readonly Row[]; target: number }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      whenIdle(() => {
        if (ref.current) fillFarRows(ref.current, rows, target);
      }),
    [rows, target],
  );
  return <div role="presentation" ref={ref} />;
}
