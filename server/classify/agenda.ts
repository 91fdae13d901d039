import type { Question } from "../engine/engine.ts";
import { shownMessage } from "../git/text.ts";
import type { Asked } from "../store/classifications.ts";
import type { SeriesRow } from "../store/series.ts";
import type { Store } from "../store/store.ts";
import type { Attention } from "./attention.ts";

const messagesPerPage = 500;

/** A question as it was handed to the engine. */
export interface Pending {
  asked: Asked;
  since: number;
}

/**
 * The questions of one run, made when the engine asks for the next one: explanations that people wait for first, then rows that
 * somebody looks at, then the rest in order. Messages are read in pages, so that memory stays flat.
 */
export function* agenda(
  store: Store,
  series: SeriesRow,
  patches: readonly number[],
  attention: Attention | null,
  pending: Map<number, Pending>,
): Generator<Question> {
  const stable = store.series.targets(series.id).flatMap((target) => target.version ?? []);
  const waiting = new Set(patches);
  const read = new Map<number, Asked>();
  let order = 0;

  function nextInOrder(): number | null {
    while (order < patches.length && !waiting.has(patches[order]!)) order++;
    return patches[order] ?? null;
  }
  function asked(patch: number): Asked | null {
    if (!read.has(patch)) {
      const page = patches.slice(order, order + messagesPerPage).filter((one) => waiting.has(one));
      for (const one of store.classifications.asked([patch, ...page])) read.set(one.patch, one);
    }
    const found = read.get(patch) ?? null;
    read.delete(patch);
    return found;
  }

  for (;;) {
    const explained = attention?.takeExplanation(series.id) ?? null;
    const patch = explained ?? attention?.firstLooked(waiting) ?? nextInOrder();
    if (patch === null) return;
    const one = asked(patch);
    waiting.delete(patch);
    if (!one || pending.has(patch)) continue;
    pending.set(patch, { asked: one, since: performance.now() });
    const message = shownMessage(one.message, one.encoding);
    const question = { patch, message, author: one.author, version: series.version, stable };
    yield explained === null ? question : { ...question, isExplanationAsked: true };
  }
}
