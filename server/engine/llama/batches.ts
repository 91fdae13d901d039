import type { BatchItem, CustomBatchingPrioritizationStrategy, EvaluationPriority } from "node-llama-cpp";

/** Turns of the microtask queue that a batch waits for sequences which are on their way: three is what they take. */
const mostPasses = 100;
/** Who reads comes first, so that many write together; but then come so many tokens of those that write: somebody may watch them. */
const tokensPerRead = 8;
/** Less is read in no time, such as the beginning of the form. */
const shortRead = 32;

/**
 * What the sequences of one context evaluate together. llama.cpp reads the weights once for a batch, however many sequences write in
 * it, but splits a batch whose sequences are not neighbours; and node-llama-cpp decodes as soon as one sequence has its next token,
 * and lets nobody change the context as long as others go on writing.
 */
export interface Batches {
  /** For the options of the context. */
  prioritize: CustomBatchingPrioritizationStrategy;
  /** Does what needs the context for itself, such as forgetting, while those that write pause. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** To be awaited before each part of what is read: somebody may need the context for itself. */
  pause(): Promise<void>;
  /** Passes on what a sequence writes, in turn with the others. */
  inTurn<T>(written: AsyncIterable<T>): AsyncGenerator<T>;
}

/** The place of a sequence among those of its context, as the priority of what it evaluates: only `prioritize` reads it. */
export const placed = (place: number) => (place + 1) as EvaluationPriority;

/** Makes what the sequences of one context share. */
export function makeBatches(): Batches {
  /** Sequences whose next token is on its way here. */
  let coming = 0;
  let passes = 0;
  /** Tokens to be written before somebody reads again. */
  let owed = 0;
  let waiting = 0;
  let gone: PromiseWithResolvers<void> | null = null;
  function read(item: BatchItem, size: number) {
    const processAmount = Math.min(size, item.tokens.length);
    if (processAmount > shortRead) owed = tokensPerRead;
    return [{ item, processAmount }];
  }

  async function pause() {
    // Somebody else may need it by the time that this one is done.
    for (let one = gone; one; one = gone) await one.promise;
  }

  return {
    prioritize({ items, size }) {
      // Who reads does so alone: scores depend on nothing but the message.
      const reader = items.find((item) => item.tokens.length > 1);
      const writers = items.filter((item) => item.tokens.length === 1);
      if (reader && !(owed && coming)) return read(reader, size);
      if (writers.length < coming && passes++ < mostPasses) return [];
      passes = 0;
      if (reader && !writers.length) return read(reader, size);
      if (owed) owed--;
      return writers
        .toSorted((a, b) => a.evaluationPriority - b.evaluationPriority)
        .slice(0, size)
        .map((item) => ({ item, processAmount: 1 }));
    },
    async alone(work) {
      waiting++;
      gone ??= Promise.withResolvers();
      try {
        return await work();
      } finally {
        if (--waiting === 0) {
          gone.resolve();
          gone = null;
        }
      }
    },
    pause,
    async *inTurn(written) {
      let isWriting = false;
      try {
        for await (const one of written) {
          if (!isWriting) coming++;
          isWriting = true;
          yield one;
          if (!gone) continue;
          coming--;
          isWriting = false;
          await pause();
        }
      } finally {
        if (isWriting) coming--;
      }
    },
  };
}
