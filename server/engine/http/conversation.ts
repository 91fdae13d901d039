import type { Answer, Mark, Transcript } from "../../domain.ts";
import type { Question } from "../engine.ts";
import type { FilledPrompt } from "../prompt.ts";
import { failedAnswer, readWritten, writtenAnswer } from "../written.ts";
import { call } from "./call.ts";
import { type Completion, readCompletion } from "./completion.ts";
import { type Dialect, mostWrittenTokens, requestBody, type Turn, weakerDialect } from "./dialect.ts";
import type { Endpoint, Facts } from "./endpoint.ts";
import { Fault } from "./fault.ts";
import { cutInput, inputFor } from "./input.ts";
import { objectIn } from "./object.ts";
import type { Pace } from "./pace.ts";
import { scoresOf } from "./scores.ts";

/** What one question is asked with. */
export interface Talk {
  endpoint: Endpoint & { facts: Facts };
  filled: FilledPrompt;
  pace: Pace;
  signal: AbortSignal;
  /** Hears all that was written so far. */
  heard?: ((text: string) => void) | undefined;
}

const answerBytes = 16_000_000;
/** The prompts know two forms of an answer; where a server does not force this one, it must be asked for. */
const formAsked = "\nAnswer with the JSON object.";
const mostCuts = 9;
/** Below this a message says nothing any more. */
const fewestCharacters = 200;
/** What is left after a cut where the server does not say how much is too much. */
const keptShare = 0.5;
/** Some room beside what the server says, as characters are no tokens. */
const safeShare = 0.9;
/** A prompt that is so much denser than all before was not read as sent. */
const silentCut = 1.3;
/** Prompts up to that fit into any context worth a try. */
const mostShortCharacters = 8_000;
/** English words and code. */
const usualDensity = 5;

/**
 * Asks one question at one endpoint, in as many requests as that takes: a message that is too long is cut, an answer out of form
 * is repaired. Throws Fault for what another attempt or another endpoint may mend.
 */
export async function converse(question: Question, talk: Talk): Promise<Answer> {
  const { input: whole, isCut } = inputFor(question);
  const marks: Mark[] = isCut ? ["cut"] : [];
  let input = whole;
  for (let cuts = 0; ; cuts++) {
    const turns: Turn[] = [{ role: "user", content: talk.filled.before + input + talk.filled.after + formAsked }];
    const all = turns[0]!.content.length;
    const first = await complete(turns, talk).catch((error: unknown) => {
      if (error instanceof Fault && error.kind === "overflow") return error;
      throw error;
    });
    if (!(first instanceof Fault) && !foundNoRoom(first)) {
      if (wasCutSilently(talk.endpoint, all, first) && !marks.includes("cut")) marks.push("cut");
      return answerFrom(question, first, turns, { marks, input }, talk);
    }
    const characters = cuts < mostCuts ? shorterBy(input, all, first) : 0;
    if (characters < fewestCharacters) {
      if (first instanceof Fault) throw tooSmall(talk, first);
      return answerFrom(question, first, turns, { marks, input }, talk);
    }
    input = cutInput(whole, characters);
    if (!marks.includes("cut")) marks.push("cut");
  }
}

/** The answer was stopped before its own limit: the message left no room for it in the context. */
function foundNoRoom({ isEnded, text, writtenTokens }: Completion): boolean {
  return !isEnded && writtenTokens > 0 && writtenTokens < mostWrittenTokens && typeof readWritten(text) === "string";
}

/** How many characters of the input are to be left. `all` counts the constant part too, which stays. */
function shorterBy(input: string, all: number, why: Fault | Completion): number {
  const { promptTokens, contextTokens } = why instanceof Fault ? why.details : {};
  if (!promptTokens || !contextTokens) return Math.floor(input.length * keptShare);
  const room = ((contextTokens - mostWrittenTokens) / promptTokens) * safeShare * all;
  return Math.floor(Math.min(room - (all - input.length), input.length * safeShare));
}

function tooSmall({ endpoint: { address, facts } }: Talk, fault: Fault): Fault {
  const context = fault.details.contextTokens ?? facts.context;
  return new Fault(
    "wrong",
    `${address.shown}: the context of ${facts.name}${context ? ` (${context} tokens)` : ""} has no room for the prompt, a message and an answer; start the server with a larger one.`,
  );
}

/**
 * Ollama cuts what is too long and does not say so; but it counts the tokens that it read. Learns from short prompts how many
 * characters a token stands for, so that fewer tokens than there can be are noticed in long ones.
 */
function wasCutSilently(endpoint: Talk["endpoint"], characters: number, { promptTokens }: Completion): boolean {
  const { kind } = endpoint.facts;
  if (!promptTokens || (kind !== "ollama" && kind !== "other")) return false;
  const density = characters / promptTokens;
  if (characters > mostShortCharacters) return density > (endpoint.density || usualDensity) * silentCut;
  endpoint.density = Math.max(endpoint.density, density);
  return false;
}

async function answerFrom(
  question: Question,
  first: Completion,
  turns: readonly Turn[],
  told: Pick<Transcript, "marks" | "input">,
  talk: Talk,
): Promise<Answer> {
  const { text, readTokens, writtenTokens } = first;
  const written = readWritten(text);
  const transcript = { ...told, output: text, readTokens, writtenTokens, scores: null };
  if (typeof written !== "string")
    return writtenAnswer(written, question, { ...transcript, scores: scoresOf(first.tokens, text.trim()) });

  const marks: Mark[] = [...told.marks, "repaired"];
  const inside = objectIn(text);
  if (typeof inside !== "string") {
    const scores = scoresOf(first.tokens, inside.object);
    return writtenAnswer(inside.written, question, { ...transcript, marks, scores });
  }
  if (!first.isEnded)
    return failedAnswer(`the model wrote ${writtenTokens} tokens without coming to an end.`, transcript);
  const second = await complete([...turns, ...repairTurns(text, inside)], talk);
  const both = {
    ...transcript,
    output: `${text}\n\n${second.text}`,
    readTokens: readTokens + second.readTokens,
    writtenTokens: writtenTokens + second.writtenTokens,
  };
  const repaired = objectIn(second.text);
  if (typeof repaired === "string")
    return failedAnswer(`the model does not keep to the form of an answer: ${repaired}`, both);
  return writtenAnswer(repaired.written, question, {
    ...both,
    marks,
    scores: scoresOf(second.tokens, repaired.object),
  });
}

const quotedCharacters = 2_000;

function repairTurns(text: string, wrong: string): Turn[] {
  return [
    { role: "assistant", content: text.slice(0, quotedCharacters) || "(nothing)" },
    {
      role: "user",
      content: `That is not the form asked for: ${wrong} Answer again, with the JSON object and nothing else: no code fence, no other words.`,
    },
  ];
}

/** One completion, in the best dialect that the server takes; what it took is remembered for the endpoint. */
async function complete(turns: readonly Turn[], talk: Talk): Promise<Completion> {
  const { endpoint } = talk;
  let refused: Fault | null = null;
  for (let dialect: Dialect | null = endpoint.dialect; dialect;) {
    try {
      const completion = await completeAs(dialect, turns, talk);
      if (refused) endpoint.dialect = dialect;
      return completion;
    } catch (error) {
      // What is only too long was taken otherwise.
      if (refused && error instanceof Fault && error.kind === "overflow") endpoint.dialect = dialect;
      if (!(error instanceof Fault) || error.kind !== "unwelcome") throw error;
      refused ??= error;
      dialect = weakerDialect(dialect, endpoint.facts.kind, error.message);
    }
  }
  throw refused!;
}

async function completeAs(dialect: Dialect, turns: readonly Turn[], talk: Talk): Promise<Completion> {
  const { endpoint, pace, signal, heard } = talk;
  const { address, key, facts } = endpoint;
  const reply = await call({
    url: `${address.base}/chat/completions`,
    key,
    body: requestBody(dialect, facts.kind, facts.name, turns),
    limits: { connectMs: pace.connectMs, totalMs: pace.answerMs, bytes: answerBytes },
    signal,
  });
  return readCompletion(reply, { shown: address.shown, key, heard });
}
