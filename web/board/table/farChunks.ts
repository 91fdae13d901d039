import type { Chunk } from "../chunks.ts";
import type { PatchRow } from "../BoardRows.ts";
import { element, fillFarRows } from "./farRows.ts";
import { whenIdle } from "./whenIdle.ts";

/** Makes `into` hold these chunks as text, as soon as the page is idle; what it gives back calls off what is left to do. */
export function fillFarChunks(into: Element, chunks: readonly Chunk<PatchRow>[], target: number): () => void {
  const waits = new Set<() => void>();
  const wait = (work: () => void) => {
    const stop = whenIdle(() => {
      waits.delete(stop);
      work();
    });
    waits.add(stop);
  };
  wait(() => {
    placeChunks(into, chunks).forEach((holder, i) => wait(() => fillFarRows(holder, chunks[i]?.rows ?? [], target)));
  });
  return () => {
    for (const stop of waits) stop();
  };
}

/** Brings the elements of chunks into line with `chunks`; gives the elements that their rows belong in. */
function placeChunks(into: Element, chunks: readonly Chunk<PatchRow>[]): Element[] {
  const old = new Map(
    [...into.children].map((one) => [Number((one as HTMLElement).dataset["key"]), one as HTMLElement]),
  );
  const placed = chunks.map(({ key, rows }) => {
    const one = old.get(key) ?? farChunk(key);
    one.style.setProperty("--rows", String(rows.length));
    return one;
  });
  const kept = new Set(placed);
  for (const one of old.values()) if (!kept.has(one)) one.remove();
  placed.forEach((one, i) => {
    if (into.children[i] !== one) into.insertBefore(one, into.children[i] ?? null);
  });
  return placed.map((one) => one.firstElementChild!);
}

function farChunk(key: number): HTMLElement {
  const made = element("rowgroup", "chunk");
  made.dataset["key"] = String(key);
  made.append(element("presentation", ""));
  return made;
}
