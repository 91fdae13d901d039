import { type Answer, UserMistake } from "../../domain.ts";
import type { Engine, ModelSource, ModelState, Question, Watch } from "../engine.ts";
import { promptNameFor } from "../habits.ts";
import { type FilledPrompt, filledPrompt, promptText, readPrompt } from "../prompt.ts";
import { type Endpoint, type EndpointOptions, factsWords, openEndpoint, readFacts } from "./endpoint.ts";
import { Fault } from "./fault.ts";
import { type Pace, usualPace } from "./pace.ts";
import { openPool } from "./pool.ts";
import { answersBy, type Run } from "./question.ts";

/** Raise whenever an answer could change: other requests, other repairs, other cuts. */
export const httpVersion = "1";

export interface HttpOptions {
  endpoints: readonly EndpointOptions[];
  /** One of our prompts or a file; null: the one that fits the project's messages. */
  prompt: string | null;
  /** The most requests in flight at each endpoint. */
  inFlight?: number;
  /** For one answer. */
  timeoutMs?: number;
  /** Other waits than usual. */
  pace?: Partial<Pace>;
}

const usualInFlight = 32;

/**
 * A model behind OpenAI-compatible servers: llama-server, vLLM, Ollama, NIM. All endpoints serve the same model and share
 * the work. Throws WrongUse for what is configured wrongly; the servers are asked by `engine`.
 */
export function httpSource(options: HttpOptions): ModelSource {
  if (!options.endpoints.length)
    throw new UserMistake("the http engine has no endpoint: give it --url, or engine.endpoints in the configuration.");
  const endpoints = options.endpoints.map((one) => openEndpoint(one, options.inFlight ?? usualInFlight));
  const pace: Pace = { ...usualPace, ...(options.timeoutMs && { answerMs: options.timeoutMs }), ...options.pace };
  const closed = new AbortController();
  let state: ModelState = { state: "loading", words: `${endpoints[0]!.address.host} was not asked yet` };
  let ready = state;
  const told: Told = {
    well: () => void (state = ready),
    ill: (error) => {
      if (error instanceof UserMistake) state = { state: "off", words: error.message };
      return error;
    },
  };

  return {
    name: "http",
    state: () => state,
    async engine(series) {
      const filled = filledPrompt(readPrompt(options.prompt ?? promptNameFor(series.sample)), series);
      try {
        ready = { state: "ready", words: await checkAll(endpoints, pace, closed.signal) };
        told.well();
      } catch (error) {
        throw told.ill(error);
      }
      const model = endpoints.find(({ facts }) => facts)!.facts!.model;
      return httpEngine(endpoints, filled, model, pace, closed.signal, told);
    },
    async close() {
      closed.abort(new UserMistake("the model was closed."));
    },
  };
}

/** Hears how the servers do, for the source's state; an error is given back. */
interface Told {
  well(): void;
  ill(error: unknown): unknown;
}

/**
 * Asks all endpoints what they have. One that is configured wrongly is a mistake; one that is down is left for later as long as another
 * one answers.
 */
async function checkAll(endpoints: readonly Endpoint[], pace: Pace, signal: AbortSignal): Promise<string> {
  const results = await Promise.allSettled(endpoints.map((one) => readFacts(one, pace.connectMs, signal)));
  signal.throwIfAborted();
  const words: string[] = [];
  const down: string[] = [];
  for (const [at, result] of results.entries()) {
    const endpoint = endpoints[at]!;
    endpoint.facts = result.status === "fulfilled" ? result.value : null;
    if (result.status === "fulfilled") {
      words.push(factsWords(endpoint, result.value));
      continue;
    }
    const fault = result.reason as Fault;
    if (!(fault instanceof Fault)) throw fault;
    if (fault.kind === "wrong") throw new UserMistake(fault.message);
    down.push(fault.message);
  }
  if (!words.length) throw new UserMistake(down.join(" "));
  const models = new Set(endpoints.flatMap(({ facts }) => facts?.model ?? []));
  if (models.size > 1)
    throw new UserMistake(
      `the endpoints serve different models (${[...models].join(", ")}): a run has one; name it as model, or take the others away.`,
    );
  return [...words, ...down].join("; ");
}

/** Answers of one run, as they are made; at most as many questions are taken as the servers have room for. */
function httpEngine(
  endpoints: readonly Endpoint[],
  filled: FilledPrompt,
  model: string,
  pace: Pace,
  closed: AbortSignal,
  told: Told,
): Engine {
  async function* answers(
    questions: Iterable<Question>,
    signal: AbortSignal,
    watch?: Watch,
  ): AsyncGenerator<[Question, Answer]> {
    const leaving = new AbortController();
    const stop = AbortSignal.any([signal, closed, leaving.signal]);
    const pool = openPool(endpoints, pace);
    const run: Run = { pool, filled, model, pace, signal: stop, watch, givenUp: [] };
    const asked = questions[Symbol.iterator]();
    const underWay = new Set<Promise<void>>();
    const ready: [Question, Answer][] = [];
    let hasMore = true;
    const failures: unknown[] = [];
    const start = (question: Question) => {
      const task = answersBy(question, run).then(
        (certain) => void ready.push(...certain),
        (error: unknown) => void failures.push(error),
      );
      underWay.add(task);
      void task.then(() => underWay.delete(task));
    };
    try {
      while (!stop.aborted) {
        while (hasMore && !failures.length && (pool.hasRoom() || !underWay.size)) {
          const next = asked.next();
          if (next.done) hasMore = false;
          else start(next.value);
        }
        if (ready.length) told.well();
        yield* ready.splice(0);
        if (failures.length) throw told.ill(failures[0]);
        if (!underWay.size && !hasMore) {
          yield* run.givenUp.splice(0);
          return;
        }
        await Promise.race(underWay);
      }
      closed.throwIfAborted();
    } catch (error) {
      // A run that was stopped just ends; what the servers did to it is told.
      if (!signal.aborted) throw error;
    } finally {
      leaving.abort();
      asked.return?.();
      await Promise.allSettled(underWay);
    }
  }
  return { name: "http", version: httpVersion, model, prompt: filled.key, promptText: promptText(filled), answers };
}
