import { memo } from "react";
import type { PatchRow } from "../board/BoardRows.ts";
import { chunkKey, countRows, type Stretch } from "../board/chunks.ts";
import { rowCount } from "../board/table/RowChunk.tsx";
import { MatrixChunk } from "./MatrixChunk.tsx";

interface Props {
  stretch: Stretch<PatchRow>;
  /** Keys of the first and last chunk near the screen where the stretch has any, else null, as for the current patch. */
  nearFrom: number | null;
  nearTo: number | null;
  current: PatchRow | null;
  branches: number;
}

/** Neighbouring chunks, which the browser observes as one, and React skips as one, while all of them are far from the screen. */
export const MatrixStretch = memo(function MatrixStretch({ stretch, nearFrom, nearTo, current, branches }: Props) {
  return (
    <div role="presentation" className="m-chunk" style={rowCount(countRows(stretch.chunks))}>
      {stretch.chunks.map((chunk) => {
        const currentHere = current && chunk.key === chunkKey(current.number) ? current.id : null;
        const isOnScreen = nearFrom !== null && nearTo !== null && chunk.key >= nearFrom && chunk.key <= nearTo;
        return (
          <MatrixChunk
            key={chunk.key}
            chunk={chunk}
            isNear={isOnScreen || currentHere !== null}
            current={currentHere}
            branches={branches}
          />
        );
      })}
    </div>
  );
});
