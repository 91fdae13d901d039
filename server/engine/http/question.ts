import type { Answer } from "../../domain.ts";
import type { Question, Watch } from "../engine.ts";
import type { FilledPrompt } from "../prompt.ts";
import { failedAnswer } from "../written.ts";
import { converse } from "./conversation.ts";
import { type Endpoint, type Facts, readFacts } from "./endpoint.ts";
import { Fault } from "./fault.ts";
import { inputFor } from "./input.ts";
import { jittered, type Pace, pause } from "./pace.ts";
import type { Pool, Seat } from "./pool.ts";

/** What all questions of a run share. */
export interface Run {
  pool: Pool;
  filled: FilledPrompt;
  /** The model that answers are kept under: an endpoint with another one does not take part. */
  model: string;
  pace: Pace;
  signal: AbortSignal;
  watch: Watch | undefined;
  /**
   * Questions in a row that were given up, none answered in between, with what is to be said of them. Held back until another
   * one is answered: if it is the server that fails, they are asked again by the next run.
   */
  givenUp: [Question, Answer][];
}

/** Questions given up in a row after which it is the server that fails, whatever it says of its health. */
const mostGivenUp = 2;

/**
 * Asks one question, at whichever endpoint answers it. Gives the answers that are certain by that: its own, and those that were held
 * back. It is given up, as an answer that failed, when it is the question that fails and not the server; throws UserMistake when no
 * endpoint is left, or the signal's reason.
 */
export async function answersBy(question: Question, run: Run): Promise<[Question, Answer][]> {
  const { pool, pace, signal } = run;
  let failedAt: Endpoint | null = null;
  let answeredBefore = 0;
  for (let faults = 0, tries = 0; ; tries++) {
    if (tries) await pause(jittered(pace.retryMs, tries, pace.mostWaitMs), signal);
    const seat: Seat = await pool.take(signal, failedAt);
    let fault: Fault;
    try {
      const answer = await answerAt(seat.endpoint, question, run);
      seat.leave();
      return [...run.givenUp.splice(0), [question, answer]];
    } catch (error) {
      if (!(error instanceof Fault)) {
        seat.abandon();
        throw error;
      }
      fault = error;
    }
    failedAt = seat.endpoint;
    if (fault.kind === "unwelcome") {
      seat.leave();
      return giveUp(question, fault, run);
    }
    seat.leaveAfter(fault);
    if (fault.kind !== "slow" && fault.kind !== "broken") continue;
    if (faults++ === 0) answeredBefore = pool.answered();
    if (faults < pace.mostTries) continue;
    // Others got answers, or the server is well: then it is this question.
    const isServerWell = pool.answered() > answeredBefore || (await isWell(seat.endpoint, run));
    if (isServerWell) return giveUp(question, fault, run);
  }
}

async function answerAt(endpoint: Endpoint, question: Question, { filled, model, pace, signal, watch }: Run) {
  const facts = (endpoint.facts ??= await readFacts(endpoint, pace.connectMs, signal));
  if (facts.model !== model)
    throw new Fault("wrong", `${endpoint.address.shown} serves ${facts.model} now, and this run has ${model}.`);
  watch?.began(question.patch);
  const heard = watch && ((text: string) => watch.wrote(question.patch, text));
  return converse(question, { endpoint: endpoint as Endpoint & { facts: Facts }, filled, pace, signal, heard });
}

async function isWell(endpoint: Endpoint, { pace, signal }: Run): Promise<boolean> {
  try {
    await readFacts(endpoint, pace.connectMs, signal);
    return true;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}

function giveUp(question: Question, fault: Fault, run: Run): [] {
  run.givenUp.push([question, failedAnswer(fault.message, { input: inputFor(question).input })]);
  if (run.givenUp.length > mostGivenUp)
    throw run.pool.end(`${fault.message} It was so for every question lately; look at its log.`);
  return [];
}
