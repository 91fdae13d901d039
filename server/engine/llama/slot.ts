import {
  LlamaGrammarEvaluationState,
  type LlamaContextSequence,
  type LlamaGrammar,
  type LlamaModel,
  type SequenceEvaluateOptions,
  type Token,
  TokenBias,
} from "node-llama-cpp";
import type { Scores } from "../../domain.ts";
import { isWorthWriting } from "../written.ts";
import { placed, type Batches } from "./batches.ts";
import { formLead } from "./form.ts";
import { scored, type Frame } from "./frame.ts";
import { messageTokens } from "./message.ts";
import type { Ask, Reply } from "./protocol.ts";
import type { StateFile } from "./state-file.ts";

const reportEveryMs = 100;
/**
 * Tokens evaluated between two looks at the signal. Batches of 64 or more are equally fast; larger models get smaller ones, so that
 * one takes about a second. It must not depend on measured time: other batches round otherwise, and answers would change.
 */
const chunkTokensBelow: readonly [parameters: number, tokens: number][] = [
  [1e9, 384],
  [3e9, 128],
  [Number.POSITIVE_INFINITY, 64],
];

const greedy = { temperature: 0 };
/** More than any two tokens differ by, and so little that a single-precision number keeps five digits behind the point. */
const liftedLogit = 200;

/** What a slot calls while it works. */
export interface SlotReport {
  /** After each chunk and each token: proof of life. */
  step(): void;
  /** The patch is read and scored: another slot of the context may read. */
  read(): void;
  wrote(text: string): void;
}

/** A prompt ready to be used by slots. */
export interface PreparedPrompt {
  id: string;
  frame: Frame;
  state: StateFile;
}

/** One line of work: a sequence of a context that holds a prompt's constant part and answers one patch after the other. */
export interface Slot {
  /** Shared with the other slots of its context. */
  batches: Batches;
  /** Its place among them. */
  place: number;
  /** Puts the constant part of this prompt into the slot; true when it came from its saved state. */
  prime(prompt: PreparedPrompt, signal: AbortSignal, step: () => void): Promise<boolean>;
  answer(ask: Ask, prompt: PreparedPrompt, signal: AbortSignal, report: SlotReport): Promise<Reply>;
  /** Forgets the last patch, so that the next one can be read at once. */
  makeReady(prompt: PreparedPrompt): Promise<void>;
  /** Forgets everything and reads these. */
  fill(tokens: Token[]): Promise<void>;
  /** Writes so many tokens behind what was read and these few, and tells each with its probability. */
  sample(lead: Token[], count: number): Promise<string[]>;
}

/** What slots of one model share. */
export interface SlotTools {
  model: LlamaModel;
  grammar: LlamaGrammar;
  parameters: number;
  mostWrittenTokens: number;
  isEachExplained: boolean;
}

/** Losing the start of a prompt silently is worse than any failure. */
export const contextShift = {
  strategy: (): never => {
    throw new Error("the context is full");
  },
};

/** A slot on a sequence; `place` is its place among those of its context, which share `batches`. */
export function slotOn(sequence: LlamaContextSequence, tools: SlotTools, batches: Batches, place: number): Slot {
  const { model } = tools;
  const evaluation = { contextShift, evaluationPriority: placed(place) } as const;
  const common = { ...evaluation, temperature: 0 } as const;
  const chunkTokens = chunkTokensBelow.find(([parameters]) => tools.parameters < parameters)![1];
  let primed: string | null = null;

  /** Models that cannot forget a part (recurrent and hybrid ones) get their state back from the file instead. */
  async function forget(length: number): Promise<void> {
    if (sequence.nextTokenIndex > length)
      await batches.alone(() => sequence.eraseContextTokenRanges([{ start: length, end: sequence.nextTokenIndex }]));
    if (sequence.nextTokenIndex !== length) throw new Error("the model's state could not be taken back");
  }

  /** In equal chunks: a short remainder costs nearly as much per token as generation does. */
  async function read(tokens: Token[], signal: AbortSignal, step: () => void): Promise<void> {
    const chunks = Math.ceil(tokens.length / chunkTokens);
    const size = Math.ceil(tokens.length / chunks);
    for (let from = 0; from < tokens.length; from += size) {
      await batches.pause();
      signal.throwIfAborted();
      await sequence.evaluateWithoutGeneratingNewTokens(tokens.slice(from, from + size), evaluation);
      step();
    }
  }

  async function prime(prompt: PreparedPrompt, signal: AbortSignal, step: () => void): Promise<boolean> {
    const { prefix } = prompt.frame;
    primed = null;
    const isFromFile = (await prompt.state.isSound()) && (await batches.alone(() => isLoaded(sequence, prompt)));
    if (!isFromFile) {
      await batches.alone(() => sequence.clearHistory());
      await read(prefix, signal, step);
      // Without room on the disk each slot and each run reads the prompt again: slower, and no reason to stop.
      const save = (path: string) => batches.alone(() => sequence.saveStateToFile(path));
      await prompt.state.keep(save).catch(() => prompt.state.drop());
    }
    primed = prompt.id;
    return isFromFile;
  }

  /**
   * Reads `tokens` and gives the probabilities of the wanted tokens at the place behind the last; among each other alone when
   * `isShare`: all of a large vocabulary handed over as numbers takes as long as reading some more words.
   */
  async function readAndScore(
    tokens: Token[],
    wanted: Token[],
    isShare: boolean,
    signal: AbortSignal,
    step: () => void,
  ): Promise<number[]> {
    const last = tokens.at(-1)!;
    const chunks = Math.ceil(tokens.length / chunkTokens);
    const size = Math.ceil(tokens.length / chunks);
    const end = (chunks - 1) * size;
    if (end > 0) await read(tokens.slice(0, end), signal, step);
    await batches.pause();
    signal.throwIfAborted();
    const results = await sequence.controlledEvaluate(
      [
        ...tokens.slice(end, -1),
        [last, { generateNext: { probabilities: true, options: isShare ? among(wanted) : greedy } }],
      ],
      evaluation,
    );
    step();
    const found = results.at(-1)!.next.probabilities!;
    return wanted.map((token) => found.get(token) ?? 0);
  }

  /** Lifts the wanted tokens over all others by the same, and keeps only those. */
  function among(wanted: Token[]) {
    const tokenBias = new TokenBias(model.tokenizer).set(wanted, { logit: liftedLogit });
    return { temperature: 1, topK: wanted.length, topP: 1, minP: 0, seed: 1, tokenBias };
  }

  async function score(frame: Frame, tokens: Token[], signal: AbortSignal, step: () => void): Promise<Scores> {
    const firsts = await readAndScore(
      [...tokens, ...frame.verdictLead],
      frame.words.map((word) => word[0]!),
      frame.areWordsSingle,
      signal,
      step,
    );
    if (frame.areWordsSingle) return shares(firsts);
    const from = sequence.nextTokenIndex;
    const whole: number[] = [];
    for (const [at, word] of frame.words.entries()) {
      let probability = firsts[at]!;
      for (let i = 1; i < word.length; i++)
        probability *= (await readAndScore([word[i - 1]!], [word[i]!], false, signal, step))[0]!;
      whole.push(probability);
      await forget(from);
    }
    return shares(whole);
  }

  /** Tokens behind these, the likeliest each, in turn with the other sequences of the context. */
  function tokensBehind(tokens: Token[], options: SequenceEvaluateOptions = {}): AsyncGenerator<Token> {
    return batches.inTurn(sequence.evaluate(tokens, { ...common, ...options }));
  }

  /** Writes the explanation; a sentence in `broken` when it did not come to its end. */
  async function write(
    frame: Frame,
    signal: AbortSignal,
    report: SlotReport,
  ): Promise<{ text: string; count: number; broken: string | null }> {
    const grammarEvaluationState = new LlamaGrammarEvaluationState({ model, grammar: tools.grammar });
    const written: Token[] = [];
    let reportedAt = 0;
    let isWhole = true;
    const text = () => formLead + model.detokenize(written);
    for await (const token of tokensBehind(frame.formLead, { seed: 1, grammarEvaluationState })) {
      written.push(token);
      report.step();
      signal.throwIfAborted();
      if (performance.now() - reportedAt > reportEveryMs) {
        reportedAt = performance.now();
        report.wrote(text());
      }
      if (written.length < tools.mostWrittenTokens) continue;
      isWhole = false;
      break;
    }
    const broken = isWhole ? null : `the model had not finished after ${tools.mostWrittenTokens} tokens.`;
    return { text: text(), count: written.length, broken };
  }

  return {
    batches,
    place,
    prime,
    async answer(ask, prompt, signal, report) {
      const { frame } = prompt;
      const step = () => report.step();
      if (primed !== prompt.id || sequence.needsCheckpoints) await prime(prompt, signal, step);
      await forget(frame.prefix.length);
      const { tokens, cutTo } = messageTokens(model, ask.input, frame.room);
      const body = [...tokens, ...frame.tail];
      const scores = await score(frame, body, signal, step);
      const reply: Reply = {
        id: ask.id,
        scores,
        cutTo,
        output: null,
        broken: null,
        readTokens: body.length + frame.verdictLead.length,
        writtenTokens: 0,
      };
      report.read();
      const isWorth = tools.isEachExplained || isWorthWriting(scores, ask);
      if (!tools.mostWrittenTokens || !isWorth) return reply;
      await batches.mayWrite(place, signal);
      signal.throwIfAborted();
      await forget(frame.prefix.length + body.length);
      const { text, count, broken } = await write(frame, signal, report);
      return {
        ...reply,
        output: text,
        broken,
        readTokens: reply.readTokens + frame.formLead.length,
        writtenTokens: count,
      };
    },
    async makeReady({ frame }) {
      if (!sequence.needsCheckpoints) await forget(frame.prefix.length);
    },
    async fill(tokens) {
      await batches.alone(() => sequence.clearHistory());
      primed = null;
      await sequence.evaluateWithoutGeneratingNewTokens(tokens, evaluation);
    },
    async sample(lead, count) {
      const written: string[] = [];
      const all = sequence.evaluateWithMetadata(lead, { confidence: true }, { ...common, yieldEogToken: true });
      for await (const { token: next, confidence } of batches.inTurn(all))
        if (written.push(`${next} ${confidence}`) >= count) break;
      return written;
    },
  };
}

/** The four alone, together 1; all alike when a model gives none of them any chance. */
function shares(values: readonly number[]): Scores {
  const sum = values.reduce((all, one) => all + one, 0);
  const share = (at: number) => (sum > 0 ? values[at]! / sum : 1 / values.length);
  return Object.fromEntries(scored.map((verdict, at) => [verdict, share(at)])) as Scores;
}

/** A file that is as it was written can still be of no use, to another build of llama.cpp for example. */
async function isLoaded(sequence: LlamaContextSequence, { state, frame }: PreparedPrompt): Promise<boolean> {
  try {
    await sequence.loadStateFromFile(state.path, { acceptRisk: true });
    return isSame(sequence.contextTokens, frame.prefix);
  } catch {
    return false;
  }
}

function isSame(a: readonly Token[], b: readonly Token[]): boolean {
  return a.length === b.length && a.every((token, at) => token === b[at]);
}
