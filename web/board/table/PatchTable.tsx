import { memo, useRef, useState } from "react";
import type { Chunk } from "../chunks.ts";
import { chunkKey, cutChunks } from "../chunks.ts";
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
}

/** The rows of the board, oldest first, as a grid. Its head is part of the page's head, which stays on screen. */
export const PatchTable = memo(function PatchTable({ visible, total, target, current, open }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const chunks = useChunks(visible);
  const near = useNear(ref, chunks, open?.id ?? null);
  return (
    <div role="grid" aria-label="Patches" aria-rowcount={total + 1} className="patches" ref={ref}>
      <div role="row" aria-rowindex={1} className="unseen">
        {["Number", "Commit", "Subject and reason", "Author", "Verdict", "Stable branches"].map((name) => (
          <span key={name} role="columnheader">
            {name}
          </span>
        ))}
      </div>
      {chunks.map((chunk, i) => {
        const currentHere = current && isIn(chunk, current) ? current.id : null;
        const openHere = open && isIn(chunk, open) ? open.id : null;
        const isNear = (i >= near.first && i <= near.last) || currentHere !== null || openHere !== null;
        return (
          <RowChunk
            key={chunk.key}
            chunk={chunk}
            target={target}
            isNear={isNear}
            current={currentHere}
            open={openHere}
          />
        );
      })}
    </div>
  );
});

const isIn = (chunk: Chunk<PatchRow>, row: PatchRow) => chunk.key === chunkKey(row.number);

/** The visible rows in chunks; a chunk whose rows are the same objects stays the same object. */
function useChunks(visible: readonly PatchRow[]): readonly Chunk<PatchRow>[] {
  const [last, setLast] = useState<{ visible: readonly PatchRow[]; chunks: Chunk<PatchRow>[] }>({
    visible: [],
    chunks: [],
  });
  if (last.visible === visible) return last.chunks;
  const next = { visible, chunks: cutChunks(last.chunks, visible) };
  setLast(next); // while rendering: React starts over at once, before any child
  return next.chunks;
}
