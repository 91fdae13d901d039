import { memo, useRef, useState } from "react";
import { cutChunks, cutStretches, stretchKey, stretchSize, type Chunk, type Stretch } from "../chunks.ts";
import type { PatchRow } from "../BoardRows.ts";
import { RowStretch } from "./RowStretch.tsx";
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
  const { chunks, stretches } = useCuts(visible);
  const near = useNear(ref, chunks, open?.id ?? null);
  const nearFrom = chunks[near.first]?.key ?? 0;
  const nearTo = chunks[near.last]?.key ?? 0;
  return (
    <div role="grid" aria-label="Patches" aria-rowcount={total + 1} className="patches" ref={ref}>
      <div role="row" aria-rowindex={1} className="unseen">
        {["Number", "Commit", "Subject and reason", "Author", "Verdict", "Stable branches"].map((name) => (
          <span key={name} role="columnheader">
            {name}
          </span>
        ))}
      </div>
      {stretches.map((stretch) => {
        const isNear = stretch.key <= nearTo && stretch.key + stretchSize > nearFrom;
        return (
          <RowStretch
            key={stretch.key}
            stretch={stretch}
            target={target}
            nearFrom={isNear ? nearFrom : null}
            nearTo={isNear ? nearTo : null}
            current={current && isIn(stretch, current) ? current : null}
            open={open && isIn(stretch, open) ? open : null}
          />
        );
      })}
    </div>
  );
});

const isIn = (stretch: Stretch<PatchRow>, row: PatchRow) => stretch.key === stretchKey(row.number);

interface Cuts {
  visible: readonly PatchRow[];
  chunks: Chunk<PatchRow>[];
  stretches: Stretch<PatchRow>[];
}

/** The visible rows in chunks and stretches; one whose rows are the same objects stays the same object. */
function useCuts(visible: readonly PatchRow[]): Cuts {
  const [last, setLast] = useState<Cuts>({ visible: [], chunks: [], stretches: [] });
  if (last.visible === visible) return last;
  const chunks = cutChunks(last.chunks, visible);
  const next = { visible, chunks, stretches: cutStretches(last.stretches, chunks) };
  setLast(next); // while rendering: React starts over at once, before any child
  return next;
}
