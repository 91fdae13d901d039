import { memo, useRef } from "react";
import { stretchKey, stretchSize, type Chunk, type Stretch } from "../chunks.ts";
import type { Order } from "../queue/order.ts";
import type { PatchRow } from "../BoardRows.ts";
import { isUndecided } from "../filter.ts";
import { RowStretch } from "./RowStretch.tsx";
import { useCuts } from "./useCuts.ts";
import { useNear } from "./useNear.ts";

interface Props {
  visible: readonly PatchRow[];
  /** How many patches the series has: what screen readers count rows of. */
  total: number;
  target: number;
  current: PatchRow | null;
  open: PatchRow | null;
  order: Order;
  /** Changes with the filter and the order, but not with each letter of a search. */
  listKey: string;
}

/** The rows of the board in their order, as a grid. Its head is part of the page's head, which stays on screen. */
export const PatchTable = memo(function PatchTable(props: Props) {
  const { visible, total, target, current, open, order, listKey } = props;
  const ref = useRef<HTMLDivElement>(null);
  const { chunks, stretches } = useCuts(visible, order);
  const sizes = sectionSizes(chunks, order, target);
  const near = useNear(ref, chunks, open?.id ?? null, listKey);
  const nearFrom = chunks[near.first]?.key ?? 0;
  const nearTo = chunks[near.last]?.key ?? 0;
  return (
    <div role="grid" aria-label="Patches" aria-rowcount={total + 1} aria-multiselectable className="patches" ref={ref}>
      <div role="row" aria-rowindex={1} className="unseen">
        {["Number", "Commit", "Subject and reason", "Author", "Verdict", "Stable branches"].map((name) => (
          <span key={name} role="columnheader">
            {name}
          </span>
        ))}
      </div>
      {stretches.map((stretch) => {
        const heading = stretch.chunks[0]?.heading ?? null;
        const isNear = stretch.key <= nearTo && stretch.key + stretchSize > nearFrom;
        return (
          <RowStretch
            key={stretch.key}
            stretch={stretch}
            target={target}
            nearFrom={isNear ? nearFrom : null}
            nearTo={isNear ? nearTo : null}
            order={order}
            heading={heading}
            headed={heading === null ? 0 : (sizes.get(heading) ?? 0)}
            current={current && isIn(stretch, current, order) ? current : null}
            open={open && isIn(stretch, open, order) ? open : null}
          />
        );
      })}
    </div>
  );
});

const isIn = (stretch: Stretch<PatchRow>, row: PatchRow, order: Order) =>
  stretch.key === stretchKey(order.position(row));

/** How many rows of each section somebody still has to decide: one that was just decided stays a while, and is done. */
function sectionSizes(chunks: readonly Chunk<PatchRow>[], order: Order, target: number): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const { key, rows } of chunks) {
    const section = order.sectionAt(key);
    if (section === null) break;
    sizes.set(section, (sizes.get(section) ?? 0) + rows.filter((row) => isUndecided(row, target)).length);
  }
  return sizes;
}
