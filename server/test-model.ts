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

/** What one run has asked, and the answers that it has not taken yet. */
interface Call {
  asked: Set<Question>;
  answered: [Question, Answer][];
  watch: Watch | undefined;
}

/** `slots`: how many patches it takes in hand at a time, of all runs together; what is asked beyond that waits its turn. */
export function testModel(slots = 1): TestModel {
  const inHand: Question[] = [];
  const waiting: Question[] = [];
  const facts: SeriesFacts[] = [];
  const calls = new Set<Call>();
  let change = Promise.withResolvers<void>();
  let broken: Error | null = null;
  const wake = () => {
    change.resolve();
    change = Promise.withResolvers();
  };
  const callOf = (question: Question) => [...calls].find(({ asked }) => asked.has(question));

  function takeInHand() {
    while (inHand.length < slots && waiting.length) {
      const next = waiting.shift()!;
      inHand.push(next);
      callOf(next)?.watch?.began(next.patch);
    }
  }
  function drop(question: Question) {
    for (const list of [inHand, waiting]) if (list.includes(question)) list.splice(list.indexOf(question), 1);
  }

  async function* answers(
    questions: Iterable<Question>,
    signal: AbortSignal,
    watch?: Watch,
  ): AsyncIterable<[Question, Answer]> {
    const call: Call = { asked: new Set(), answered: [], watch };
    calls.add(call);
    signal.addEventListener("abort", wake, { once: true });
    const source = questions[Symbol.iterator]();
    try {
      for (let isOver = false; ;) {
        while (!isOver && call.asked.size < slots) {
          const { done, value } = source.next();
          isOver = done === true;
          if (isOver) break;
          call.asked.add(value);
          waiting.push(value);
        }
        takeInHand();
        if (signal.aborted || (isOver && !call.asked.size && !call.answered.length)) return;
        if (broken) throw broken;
        const next = call.answered.shift();
        if (next) yield next;
        else await change.promise;
      }
    } finally {
      calls.delete(call);
      for (const question of call.asked) drop(question);
      takeInHand();
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
    write: (patch, text) => calls.forEach(({ watch }) => watch?.wrote(patch, text)),
    answer(patch, verdict, more = {}, transcript = {}) {
      const at = inHand.findIndex((question) => question.patch === patch);
      if (at < 0) throw new Error(`patch ${patch} is not in hand.`);
      const [question] = inHand.splice(at, 1) as [Question];
      const call = callOf(question)!;
      call.asked.delete(question);
      takeInHand();
      const empty: Transcript = { scores: null, marks: [], input: "", output: "", readTokens: 0, writtenTokens: 0 };
      call.answered.push([question, bareAnswer({ verdict, ...more, transcript: { ...empty, ...transcript } })]);
      wake();
    },
    breakDown(error) {
      broken = error;
      wake();
    },
  };
}
