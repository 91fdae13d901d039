import { useState } from "react";
import { cutChunks, cutStretches, type Chunk, type Stretch } from "../chunks.ts";
import type { PatchRow } from "../BoardRows.ts";
import type { Order } from "../queue/order.ts";

interface Cuts {
  visible: readonly PatchRow[];
  order: Order;
  chunks: Chunk<PatchRow>[];
  stretches: Stretch<PatchRow>[];
}

/** The visible rows in chunks and stretches; one whose rows are the same objects stays the same object. */
export function useCuts(visible: readonly PatchRow[], order: Order): Cuts {
  const [last, setLast] = useState<Cuts>({ visible: [], order, chunks: [], stretches: [] });
  if (last.visible === visible && last.order === order) return last;
  const chunks = cutChunks(last.chunks, visible, order.position, order.sectionAt);
  const next = { visible, order, chunks, stretches: cutStretches(last.stretches, chunks) };
  setLast(next); // while rendering: React starts over at once, before any child
  return next;
}
