import { count } from "../../ui/format.ts";
import { memo, useEffect, useRef } from "react";
import { chunkKey, countRows, type Chunk, type Stretch } from "../chunks.ts";
import type { Order } from "../queue/order.ts";
import type { PatchRow } from "../BoardRows.ts";
import { fillFarChunks } from "./farChunks.ts";
import { RowChunk, rowCount } from "./RowChunk.tsx";

interface Props {
  stretch: Stretch<PatchRow>;
  target: number;
  /** Keys of the first and last chunk near the screen where the stretch has any, else null, as for the two rows below. */
  nearFrom: number | null;
  nearTo: number | null;
  order: Order;
  /** What stands above its rows, and how many below it are to decide; null for nothing. */
  heading: string | null;
  headed: number;
  current: PatchRow | null;
  open: PatchRow | null;
}

/** Neighbouring chunks: components where one of them is near the screen or in use, else text only. */
export const RowStretch = memo(function RowStretch(props: Props) {
  const { stretch, target, nearFrom, nearTo, order, heading, headed, current, open } = props;
  const isFar = nearFrom === null && !current && !open;
  return (
    <div
      role="presentation"
      className="chunk"
      data-open={open !== null}
      style={rowCount(countRows(stretch.chunks) + (heading ? 1 : 0))}
    >
      {heading && (
        <div role="rowgroup">
          <div role="row" className="section-head">
            <span role="rowheader">
              {heading} <small>{count(headed)}</small>
            </span>
          </div>
        </div>
      )}
      {isFar ? (
        <FarChunks chunks={stretch.chunks} target={target} />
      ) : (
        stretch.chunks.map((chunk) => {
          const currentHere = current && isIn(chunk, current, order) ? current.id : null;
          const openHere = open && isIn(chunk, open, order) ? open.id : null;
          const isOnScreen = nearFrom !== null && nearTo !== null && chunk.key >= nearFrom && chunk.key <= nearTo;
          return (
            <RowChunk
              key={chunk.key}
              chunk={chunk}
              target={target}
              isNear={isOnScreen || currentHere !== null || openHere !== null}
              current={currentHere}
              open={openHere}
            />
          );
        })
      )}
    </div>
  );
});

function FarChunks({ chunks, target }: { chunks: readonly Chunk<PatchRow>[]; target: number }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => (ref.current ? fillFarChunks(ref.current, chunks, target) : undefined), [chunks, target]);
  return <div role="presentation" ref={ref} />;
}

const isIn = (chunk: Chunk<PatchRow>, row: PatchRow, order: Order) => chunk.key === chunkKey(order.position(row));
