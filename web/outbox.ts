import { Cell } from "./ui/cell.ts";
import type { Letter } from "./unsent/letter.ts";
import type { LetterBox } from "./unsent/letterBox.ts";

/** The server could not be reached, or went away before it answered: what was asked may or may not have happened. */
export class ConnectionLost extends Error {}

/**
 * Sends what people decided, one after another in their order. While the server cannot be reached a letter waits and is
 * sent again as it was (its clientMutationId makes that harmless); anything else that fails is the sender's to tell. Until
 * it is answered the browser keeps it, so that it outlives the page.
 */
export class Outbox {
  /** What has no answer yet, in its order. */
  readonly waiting = new Cell<readonly Letter[]>([]);
  /** False while something waits that the browser would not keep. */
  readonly isKept = new Cell(true);
  readonly box: LetterBox;
  #last: Promise<unknown> = Promise.resolve();
  #returned: () => Promise<void>;
  #unkept = new Set<string>();

  /** `returned` resolves when another attempt is worth while. */
  constructor(box: LetterBox, returned: () => Promise<void>) {
    this.box = box;
    this.#returned = returned;
  }

  send<T>(letter: Letter, attempt: () => Promise<T>): Promise<T> {
    if (!this.box.keep(letter)) this.#unkept.add(letter.id);
    this.isKept.set(this.#unkept.size === 0);
    this.waiting.set([...this.waiting.get(), letter]);
    const answer = this.#last.then(() => this.#untilAnswered(attempt));
    this.#last = answer.catch(() => {}); // the sender hears of it; the next letter has its own fate
    return answer.finally(() => this.#settle(letter));
  }

  #settle(letter: Letter) {
    this.box.drop(letter.id);
    this.#unkept.delete(letter.id);
    this.isKept.set(this.#unkept.size === 0);
    this.waiting.set(this.waiting.get().filter((one) => one !== letter));
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
