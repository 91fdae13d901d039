import { once } from "node:events";
import type { BatchItem, CustomBatchingPrioritizationStrategy, EvaluationPriority } from "node-llama-cpp";

/** Turns of the microtask queue that a batch waits for sequences which are on their way: three is what they take. */
const mostPasses = 100;
/** Who reads comes first, so that many write together; but while somebody watches, so many tokens are written before the next one. */
const tokensPerRead = 8;
/** One, and one that is ready to: more would wait, and could not be given to a patch that comes later. */
const mostReaders = 2;
/** The beginning of the form; nothing that is read to be scored is so short. */
const longestLead = 8;

/**
 * What the sequences of one context evaluate together. llama.cpp reads the weights once for a batch, however many sequences write in
 * it, but splits a batch whose sequences are not neighbours; and node-llama-cpp decodes as soon as one sequence has its next token,
 * and lets nobody change the context as long as others go on writing.
 */
export interface Batches {
  /** Whether one more sequence may begin with a patch: one that a person waits for before all others, and these not beside it. */
  hasRoom(isWatched: boolean): boolean;
  /** A sequence begins with a patch; `read` is to be called when it has read, `done` when it is done. */
  begin(place: number, isWatched: boolean): { read(): void; done(): void };
  /**
   * To be awaited between reading and writing, because forgetting stops all others, and many write together: until nobody reads or is
   * about to, or the signal.
   */
  mayWrite(place: number, signal: AbortSignal): Promise<void>;
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

const placeOf = (item: BatchItem) => item.evaluationPriority - 1;

/** Makes what the sequences of one context share. */
export function makeBatches(): Batches {
  /** Sequences whose next token is on its way here. */
  let coming = 0;
  let passes = 0;
  /** Tokens to be written before somebody reads again. */
  let owed = 0;
  let waiting = 0;
  let gone: PromiseWithResolvers<void> | null = null;
  /** Sequences that read, or are about to. */
  let readers = 0;
  let watchedReaders = 0;
  let nobodyReads = Promise.withResolvers<void>();
  /** Places of the sequences that a person waits for. */
  const watched = new Set<number>();
  function read(item: BatchItem, size: number) {
    owed = tokensPerRead;
    return [{ item, processAmount: Math.min(size, item.tokens.length) }];
  }
  const inOrder = (items: readonly BatchItem[], size: number) =>
    items
      .toSorted((a, b) => a.evaluationPriority - b.evaluationPriority)
      .slice(0, size)
      .map((item) => ({ item, processAmount: item.tokens.length }));

  async function pause() {
    // Somebody else may need it by the time that this one is done.
    for (let one = gone; one; one = gone) await one.promise;
  }

  return {
    hasRoom: (isWatched) => (isWatched ? watchedReaders < mostReaders : readers < mostReaders && !watched.size),
    begin(place, isWatched) {
      let isReading = true;
      if (!readers++) nobodyReads = Promise.withResolvers();
      if (isWatched) {
        watched.add(place);
        watchedReaders++;
      }
      const read = () => {
        if (!isReading) return;
        isReading = false;
        if (isWatched) watchedReaders--;
        if (!--readers) nobodyReads.resolve();
      };
      const done = () => {
        read();
        watched.delete(place);
      };
      return { read, done };
    },
    async mayWrite(place, signal) {
      if (watched.has(place)) return;
      const stopped = once(signal, "abort").catch(() => {});
      const mustWait = () => readers > 0 && !signal.aborted;
      while (mustWait()) await Promise.race([nobodyReads.promise, stopped]);
    },
    prioritize({ items, size }) {
      // Who reads does so alone: scores depend on nothing but the message.
      const reading = items.filter((item) => item.tokens.length > longestLead);
      const reader = reading.find((item) => watched.has(placeOf(item))) ?? reading[0];
      const writers = items.filter((item) => item.tokens.length === 1);
      const leads = items.filter((item) => item.tokens.length > 1 && item.tokens.length <= longestLead);
      if (reader && !(owed && coming && watched.size)) return read(reader, size);
      if (writers.length < coming && passes++ < mostPasses) return [];
      passes = 0;
      // Sequences with equally many tokens are evaluated together; others are split.
      if (leads.length) return inOrder(leads, Math.floor(size / longestLead));
      if (reader && !writers.length) return read(reader, size);
      if (owed) owed--;
      return inOrder(writers, size);
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
