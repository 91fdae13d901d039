import { UserMistake, type Answer, type Transcript } from "../../domain.ts";
import type { Question, Watch } from "../engine.ts";
import { promptInput, type FilledPrompt } from "../prompt.ts";
import { failedAnswer, readWritten, scoredAnswer, writtenAnswer } from "../written.ts";
import { Dead, type Keeper } from "./keeper.ts";
import { openLine, type Asked, type Event, type Line } from "./line.ts";
import type { Death } from "./process.ts";
import type { Reply } from "./protocol.ts";

/** A patch over which the model died twice is left aside. */
const mostDeathsOfPatch = 2;

type Given = [Question, Answer];

/**
 * Asks as many questions at a time as the model has slots, and gives the answers as they come. A child that dies is started again, and
 * what it was at is asked again, one by one: so the patch that it dies over is found, and costs no other its answer.
 */
export async function* answersFrom(
  keeper: Keeper,
  promptId: string,
  prompt: FilledPrompt,
  questions: Iterable<Question>,
  signal: AbortSignal,
  watch?: Watch,
): AsyncGenerator<Given> {
  const queue = queueOf(questions);
  const atWork = new Map<number, Asked>();
  const release = keeper.hold();
  let line: Line | null = null;
  const turn = keeper.turns.join(() => line?.wake());
  const tell = () => turn.tell(atWork.size, queue.suspects(), queue.isSuspectAtWork(atWork.size));
  let failures = 0;
  try {
    while (!signal.aborted && (atWork.size || queue.hasNext())) {
      try {
        line ??= await orAborted(openLine(keeper, promptId, prompt, atWork, watch), signal);
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof Dead)) throw error;
        endIfHopeless(keeper, error.death);
        continue;
      }
      while (turn.mayAsk() && queue.mayAsk(atWork.size, line.slots)) {
        line.ask(queue.next());
        tell();
      }
      for (const event of await line.events(signal)) {
        if (event.type !== "died") {
          const given = taken(atWork, event);
          tell();
          failures = event.type === "failed" ? failures + 1 : 0;
          if (event.type === "replied") await keeper.answered();
          if (given) yield given;
          if (event.type === "failed" && failures >= keeper.limits.mostDeaths)
            throw new UserMistake(`The model failed ${failures} times in a row; at last: ${event.cause}.`);
          continue;
        }
        line.close();
        line = null;
        const died = [...atWork.values()];
        atWork.clear();
        const given = queue.survive(died, event.death);
        tell();
        yield* given;
        endIfHopeless(keeper, event.death);
        break;
      }
    }
  } finally {
    queue.close();
    await line?.leave();
    turn.leave();
    release();
  }
}

/** What is to be asked next. */
function queueOf(questions: Iterable<Question>) {
  const source = questions[Symbol.iterator]();
  /** Were at work when a child died, one of them the cause: asked again, each alone. */
  const suspects: Asked[] = [];
  /** A suspect is at work: nothing is asked beside it. */
  let isAlone = false;
  /** Taken from the source already. */
  let ahead: Asked | null = null;
  const hasNext = () => {
    if (suspects.length || ahead) return true;
    const { value, done } = source.next();
    if (done) return false;
    ahead = { question: value, input: promptInput(value), deaths: 0, beganAt: null };
    return true;
  };
  return {
    hasNext,
    mayAsk(atWork: number, slots: number): boolean {
      if (!atWork) isAlone = false;
      if (suspects.length) return !atWork;
      return !isAlone && atWork < slots && hasNext();
    },
    next(): Asked {
      const suspect = suspects.shift();
      isAlone = suspect !== undefined;
      const asked = suspect ?? ahead!;
      if (!suspect) ahead = null;
      return asked;
    },
    suspects: () => suspects.length,
    isSuspectAtWork: (atWork: number) => isAlone && atWork > 0,
    /** What was at work when the child died is asked again, but for patches that saw it twice: those are answered. */
    survive(asked: readonly Asked[], { cause, lastWords, isWanted }: Death): Given[] {
      // With nothing but a queue behind it, a patch that had not begun did no harm; and none did when the child was sent away.
      const someBegan = asked.some((one) => one.beganAt !== null);
      for (const one of asked) if (!isWanted && (!someBegan || one.beganAt !== null)) one.deaths++;
      suspects.unshift(...asked.filter((one) => one.deaths < mostDeathsOfPatch));
      const why = `the model process ${cause} twice${lastWords ? `; ${lastWords}` : ""}.`;
      return asked
        .filter((one) => one.deaths >= mostDeathsOfPatch)
        .map(({ question, input }) => [question, failedAnswer(why, { input })]);
    },
    close: () => void source.return?.(),
  };
}

/** The answer that an event brings; null when it is not one of this run's. */
function taken(atWork: Map<number, Asked>, event: Exclude<Event, { type: "died" }>): Given | null {
  const id = event.type === "replied" ? event.reply.id : event.id;
  const asked = atWork.get(id);
  if (!asked) return null;
  atWork.delete(id);
  const answer =
    event.type === "replied" ? answerOf(asked, event.reply) : failedAnswer(`${event.cause}.`, { input: asked.input });
  return [asked.question, answer];
}

/** The answer that a reply makes. */
function answerOf({ question, input }: Asked, reply: Reply): Answer {
  const { scores, output, readTokens, writtenTokens, cutTo } = reply;
  const transcript: Transcript & { scores: Reply["scores"] } = {
    scores,
    marks: cutTo === null ? [] : ["cut"],
    input: cutTo ?? input,
    output: output ?? "",
    readTokens,
    writtenTokens,
  };
  if (output === null) return scoredAnswer(transcript);
  const written = reply.broken ?? readWritten(output);
  return typeof written === "string"
    ? failedAnswer(`the explanation is of no use: ${written}`, transcript)
    : writtenAnswer(written, question, transcript);
}

function endIfHopeless(keeper: Keeper, { cause, lastWords }: Death): void {
  if (keeper.deaths() < keeper.limits.mostDeaths) return;
  throw new UserMistake(
    `The model process died ${keeper.deaths()} times without an answer; at last it ${cause}${lastWords ? `; ${lastWords}` : ""}.`,
  );
}

/** Waits for a promise no longer than until the signal aborts; what it then comes to is nobody's business. */
async function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  promise.catch(() => {});
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason as Error);
  signal.addEventListener("abort", abort, { once: true });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
