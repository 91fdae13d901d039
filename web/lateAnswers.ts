/**
 * Answers and changes come by two connections, of which either may be slower: an answer that was made before a change may
 * arrive behind it, and would put back what was there before. Answers say how far the change log was when their making began.
 * Whatever was told from behind that place is told again when the answer was taken in.
 */
export class LateAnswers {
  readonly #open = new Set<object>();
  #told: { seq: number; again: () => void }[] = [];

  /** Something is asked. What it gives is called when the answer was taken in, with the answer's place, null when it has none. */
  asked(): (seq: number | null) => void {
    const question = {};
    this.#open.add(question);
    return (seq) => {
      for (const one of this.#told) if (seq === null || one.seq > seq) one.again();
      this.#open.delete(question);
      if (this.#open.size === 0) this.#told = [];
    };
  }

  /** Changes were told that reach to `seq`; only while something is asked does anybody need them again. */
  told(seq: number, again: () => void) {
    if (this.#open.size > 0) this.#told.push({ seq, again });
  }

  /** The log is another one: its places say nothing of those before. */
  forget() {
    this.#told = [];
  }
}
