import { memo, useRef, useState } from "react";
import type { Chunk } from "../chunks.ts";
import { chunkKey, cutChunks } from "../chunks.ts";
import type { Order } from "../queue/order.ts";
import type { PatchRow } from "../BoardRows.ts";
import { RowChunk } from "./RowChunk.tsx";
import { useNear } from "./useNear.ts";

interface Props {
  visible: readonly PatchRow[];
  /** How many patches the series has: what screen readers count rows of. */
  total: number;
  target: number;
  current: PatchRow | null;
  open: PatchRow | null;
  order: Order;
}

/** The rows of the board in their order, as a grid. Its head is part of the page's head, which stays on screen. */
export const PatchTable = memo(function PatchTable({ visible, total, target, current, open, order }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const chunks = useChunks(visible, order);
  const sizes = sectionSizes(chunks, order);
  const near = useNear(ref, chunks, open?.id ?? null);
  return (
    <div role="grid" aria-label="Patches" aria-rowcount={total + 1} aria-multiselectable className="patches" ref={ref}>
      <div role="row" aria-rowindex={1} className="unseen">
        {["Number", "Commit", "Subject and reason", "Author", "Verdict", "Stable branches"].map((name) => (
          <span key={name} role="columnheader">
            {name}
          </span>
        ))}
      </div>
      {chunks.map((chunk, i) => {
        const currentHere = current && isIn(chunk, current, order) ? current.id : null;
        const openHere = open && isIn(chunk, open, order) ? open.id : null;
        const isNear = (i >= near.first && i <= near.last) || currentHere !== null || openHere !== null;
        return (
          <RowChunk
            key={chunk.key}
            chunk={chunk}
            target={target}
            isNear={isNear}
            headed={chunk.heading === null ? 0 : (sizes.get(chunk.heading) ?? 0)}
            current={currentHere}
            open={openHere}
          />
        );
      })}
    </div>
  );
});

const isIn = (chunk: Chunk<PatchRow>, row: PatchRow, order: Order) => chunk.key === chunkKey(order.position(row));

/** How many rows each section has. */
function sectionSizes(chunks: readonly Chunk<PatchRow>[], order: Order): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const { key, rows } of chunks) {
    const section = order.sectionAt(key);
    if (section === null) break;
    sizes.set(section, (sizes.get(section) ?? 0) + rows.length);
  }
  return sizes;
}

/** The visible rows in chunks; a chunk whose rows are the same objects stays the same object. */
function useChunks(visible: readonly PatchRow[], order: Order): readonly Chunk<PatchRow>[] {
  const [last, setLast] = useState<{ visible: readonly PatchRow[]; order: Order; chunks: Chunk<PatchRow>[] }>({
    visible: [],
    order,
    chunks: [],
  });
  if (last.visible === visible && last.order === order) return last.chunks;
  const next = { visible, order, chunks: cutChunks(last.chunks, visible, order.position, order.sectionAt) };
  setLast(next); // while rendering: React starts over at once, before any child
  return next.chunks;
}
