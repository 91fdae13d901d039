/** What the tests of the http engine share. */
import type { Answer } from "../../domain.ts";
import type { Engine, Question, SeriesFacts, Watch } from "../engine.ts";
import type { Pace } from "./pace.ts";
import { type HttpOptions, httpSource } from "./source.ts";

export const series: SeriesFacts = {
  project: "example",
  upstream: "master",
  version: "3.3",
  stable: [{ branch: "3.2-stable", version: "3.2" }],
  sample: [],
};

/** Short waits: nothing here is far away. */
export const quick: Partial<Pace> = { connectMs: 2_000, retryMs: 4, restMs: 10, mostWaitMs: 60, mostRefusals: 6 };

export const yesMessage = "h2: fix a crash\n\nThis must be backported as far as 2.8.";
export const noMessage = "doc: say more\n\nNo backport is needed.";
export const waitMessage = "pool: fix a leak\n\nBackport it after a period of observation.";
export const openMessage = "cli: change the prompt\n\nIt was ugly.";

let patches = 0;
/** A question about a message. */
export function about(message: string, patch = ++patches): Question {
  return { patch, message, author: "Ada", version: "3.3", stable: ["3.2"] };
}

export type TestOptions = Partial<Omit<HttpOptions, "endpoints">> & { key?: string | null; model?: string | null };

/** A source for these base URLs, all with one key and model. */
export function sourceAt(urls: string | string[], { key = null, model = null, ...options }: TestOptions = {}) {
  const endpoints = [urls].flat().map((url) => ({ url, model, key }));
  return httpSource({ endpoints, prompt: "general", pace: quick, ...options });
}

/** All answers to messages, in the order of the messages. */
export async function answersTo(
  urls: string | string[],
  messages: string[],
  options: TestOptions & { watch?: Watch } = {},
): Promise<Answer[]> {
  const engine = await sourceAt(urls, options).engine(series);
  return answersOf(engine, messages, options.watch);
}

/** The same from an engine. */
export async function answersOf(engine: Engine, messages: string[], watch?: Watch): Promise<Answer[]> {
  const answers: Answer[] = [];
  const questions = messages.map((message, at) => about(message, at));
  for await (const [question, answer] of engine.answers(questions, new AbortController().signal, watch))
    answers[question.patch] = answer;
  return answers;
}

/** The sentence that a promise is refused with. */
export async function refusalOf(promise: Promise<unknown>): Promise<string> {
  const outcome = await promise.then(
    () => null,
    (error: unknown) => error as Error,
  );
  if (!outcome) throw new Error("it was not refused");
  return `${outcome.constructor.name}: ${outcome.message}`;
}
