import type { Answer, Transcript, Verdict } from "./domain.ts";
import type { Engine, ModelSource, Question, SeriesFacts, Watch } from "./engine/engine.ts";
import { bareAnswer } from "./test-answer.ts";

/** A model for tests: the test itself says what it answers, and when. */
export interface TestModel extends ModelSource {
  /** Questions in hand, in the order in which they were taken. */
  readonly inHand: Question[];
  readonly facts: SeriesFacts[];
  /** Writes a piece of an explanation of a patch that is in hand. */
  write(patch: number, text: string): void;
  /** Answers a patch that is in hand. */
  answer(patch: number, verdict: Verdict, more?: Partial<Answer>, transcript?: Partial<Transcript>): void;
  /** Makes the engine break down with this error, or come back (null). */
  breakDown(error: Error | null): void;
}

/** `slots`: how many patches it takes in hand at a time. */
export function testModel(slots = 1): TestModel {
  const inHand: Question[] = [];
  const facts: SeriesFacts[] = [];
  const answered: [Question, Answer][] = [];
  let wake = () => {};
  let watcher: Watch | undefined;
  let broken: Error | null = null;

  async function* answers(
    questions: Iterable<Question>,
    signal: AbortSignal,
    watch?: Watch,
  ): AsyncIterable<[Question, Answer]> {
    watcher = watch;
    inHand.length = 0;
    signal.addEventListener("abort", () => wake(), { once: true });
    const source = questions[Symbol.iterator]();
    for (let isOver = false; ;) {
      while (!isOver && inHand.length < slots) {
        const { done, value } = source.next();
        isOver = done === true;
        if (isOver) break;
        inHand.push(value);
        watch?.began(value.patch);
      }
      if (signal.aborted || (isOver && !inHand.length && !answered.length)) return;
      if (broken) throw broken;
      const next = answered.shift();
      if (next) yield next;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  }

  const engine: Engine = {
    name: "llama",
    version: "1",
    model: "0123abcd".repeat(8),
    prompt: "general:0123abcd",
    promptText: "Judge:\n{{commit}}\nNow.",
    answers,
  };
  return {
    name: "llama",
    inHand,
    facts,
    state: () => ({ state: "ready", words: "a model of the tests" }),
    async engine(series) {
      facts.push(series);
      if (broken) throw broken;
      return engine;
    },
    async close() {
      wake();
    },
    write: (patch, text) => watcher!.wrote(patch, text),
    answer(patch, verdict, more = {}, transcript = {}) {
      const at = inHand.findIndex((question) => question.patch === patch);
      if (at < 0) throw new Error(`patch ${patch} is not in hand.`);
      const [question] = inHand.splice(at, 1);
      const empty: Transcript = { scores: null, marks: [], input: "", output: "", readTokens: 0, writtenTokens: 0 };
      answered.push([question!, bareAnswer({ verdict, ...more, transcript: { ...empty, ...transcript } })]);
      wake();
    },
    breakDown(error) {
      broken = error;
      wake();
    },
  };
}
