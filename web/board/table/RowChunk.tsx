import { memo, useEffect, useRef } from "react";
import { PatchDetail } from "../detail/PatchDetail.tsx";
import { count } from "../../ui/format.ts";
import type { Chunk } from "../chunks.ts";
import type { PatchRow as Row } from "../BoardRows.ts";
import { fillFarRows, whenIdle } from "./farRows.ts";
import { PatchRow } from "./PatchRow.tsx";

interface Props {
  chunk: Chunk<Row>;
  target: number;
  /** Near the screen: interactive. Else text only. */
  isNear: boolean;
  /** How many rows stand under the chunk's heading. */
  headed: number;
  /** The current and the open row where they are in this chunk, else null: other chunks need not render again. */
  current: string | null;
  open: string | null;
}

/** Neighbouring rows; the browser skips their layout and paint while they are off the screen. */
export const RowChunk = memo(function RowChunk({ chunk, target, isNear, headed, current, open }: Props) {
  return (
    <div
      role="rowgroup"
      className="chunk"
      style={{ "--rows": chunk.rows.length + (chunk.heading ? 1 : 0) } as React.CSSProperties}
    >
      {chunk.heading && (
        <div role="row" className="section-head">
          <span role="rowheader">
            {chunk.heading} <small>{count(headed)}</small>
          </span>
        </div>
      )}
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
