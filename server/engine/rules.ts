/** The engine that reads what authors wrote: no model, no network, the same answer every time. */
import { setImmediate as breathe } from "node:timers/promises";
import type { Answer } from "../domain.ts";
import type { Engine, Question } from "./engine.ts";
import { answerTo } from "./rules/verdict.ts";

/** Raise whenever an answer could change; `rules.test.ts` holds the fingerprint of the answers that this number stands for. */
export const rulesVersion = "5";

/** Between two breaths the event loop waits: about ten milliseconds of work. */
const answersPerBreath = 256;

/** The rules engine. Answers in the order of the questions, thousands a second, and lets the event loop in now and then. */
export function rulesEngine(): Engine {
  return { name: "rules", version: rulesVersion, model: null, prompt: null, promptText: null, answers };
}

async function* answers(questions: Iterable<Question>, signal: AbortSignal): AsyncIterable<[Question, Answer]> {
  let answered = 0;
  for (const question of questions) {
    if (signal.aborted) return;
    yield [question, answerTo(question)];
    if (++answered % answersPerBreath === 0) await breathe();
  }
}
