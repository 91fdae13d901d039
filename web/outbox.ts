import { Cell } from "./ui/cell.ts";

/** The server could not be reached, or went away before it answered: what was asked may or may not have happened. */
export class ConnectionLost extends Error {}

/**
 * Sends what people decided, one after another in their order. While the server cannot be reached a request waits and is
 * sent again as it was (its clientMutationId makes that harmless); anything else that fails is the sender's to tell.
 */
export class Outbox {
  /** How many requests have no answer yet. */
  readonly waiting = new Cell(0);
  #last: Promise<unknown> = Promise.resolve();
  #returned: () => Promise<void>;

  /** `returned` resolves when another attempt is worth while. */
  constructor(returned: () => Promise<void>) {
    this.#returned = returned;
  }

  send<T>(attempt: () => Promise<T>): Promise<T> {
    this.waiting.set(this.waiting.get() + 1);
    const answer = this.#last.then(() => this.#untilAnswered(attempt));
    this.#last = answer.catch(() => {}); // the sender hears of it; the next request has its own fate
    return answer.finally(() => this.waiting.set(this.waiting.get() - 1));
  }

  async #untilAnswered<T>(attempt: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof ConnectionLost)) throw error;
        await this.#returned();
      }
    }
  }
}
