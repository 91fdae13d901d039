import { LlamaText, resolveChatWrapper, SpecialTokensText, type LlamaModel, type Token } from "node-llama-cpp";
import { UserMistake, type Verdict } from "../../domain.ts";
import type { FilledPrompt } from "../prompt.ts";
import { formLead } from "./form.ts";

/** Stands for the message while a chat template is filled; of the private use area, so that no prompt holds it. */
const mark = "\u{F0A5E}";
/** The order in which verdicts are scored. Any order would do; it must not change with the order of anything else. */
export const scored: readonly Verdict[] = ["yes", "no", "wait", "uncertain"];
const verdictLead = "Verdict:";
const customWrapperSettings = {
  // Verdicts are scored at once: a model that would think aloud first must not open its thoughts.
  qwen: { thoughts: "discourage" },
  gemma4: { reasoning: false },
  // With the date of today in it a prompt would be another one every day, and so might answers. This is the templates' own default.
  "llama3.1": { todayDate: new Date("2024-07-26T00:00:00") },
  "llama3.2-lightweight": { todayDate: new Date("2024-07-26T00:00:00") },
  jinjaTemplate: { reasoning: false, additionalRenderParameters: { date_string: "26 Jul 2024" } },
} as const;
/** A message that is cut to less than this says nothing. */
export const leastRoom = 200;
const spareTokens = 8;

/** The runs of tokens around a message: all of a prompt that is the same for every patch. */
export interface Frame {
  /** Everything before the message. Its state is kept. */
  prefix: Token[];
  /** Between the message and what the model writes. */
  tail: Token[];
  /** Begins the short answer; what follows it is scored. */
  verdictLead: Token[];
  /** What follows that lead for each verdict, in the order of `scored`. */
  words: Token[][];
  /** The first token of each word tells them apart. */
  areWordsSingle: boolean;
  /** Begins the long answer, `formLead`. */
  formLead: Token[];
  /** Tokens for a message. */
  room: number;
}

/** Puts a prompt into the words of a model and of its own chat template. Throws UserMistake when the context is too small for it. */
export function frameOf(model: LlamaModel, prompt: FilledPrompt, contextSize: number, mostWritten: number): Frame {
  const [prefix, tail] = chatFrame(model, prompt) ?? plainFrame(model, prompt);
  const { bos, shouldPrependBosToken } = model.tokens;
  if (shouldPrependBosToken && bos !== null && prefix[0] !== bos) prefix.unshift(bos);
  const whole = scored.map((word) => inside(model, `${verdictLead} ${word}`));
  const shared = sharedLength(whole);
  const words = whole.map((tokens) => tokens.slice(shared));
  const lead = inside(model, formLead);
  const longest = Math.max(shared + Math.max(...words.map((one) => one.length)), lead.length + mostWritten);
  const room = contextSize - prefix.length - tail.length - longest - spareTokens;
  if (room < leastRoom)
    throw new UserMistake(
      `A context of ${contextSize} tokens is too small: the prompt takes ${prefix.length + tail.length}, the answer up to ${longest}, and a message needs ${leastRoom} or more.`,
    );
  return {
    prefix,
    tail,
    verdictLead: whole[0]!.slice(0, shared),
    words,
    areWordsSingle: new Set(words.map(([first]) => first)).size === words.length,
    formLead: lead,
    room,
  };
}

/** Text that stands behind other text: tokenizers that put a space before the first word must not do so here. */
export function inside(model: LlamaModel, text: string): Token[] {
  return model.tokenize(text, false, "trimLeadingSpace");
}

/** True when the model's file brings a template for chats. */
export function hasChatTemplate(model: LlamaModel): boolean {
  return Boolean(model.fileInfo.metadata.tokenizer?.chat_template);
}

/** A model without chat template continues the text. */
function plainFrame(model: LlamaModel, { before, after }: FilledPrompt): [Token[], Token[]] {
  return [model.tokenize(before, false), inside(model, `${after}\n\n`)];
}

/** Everything in the user's turn, because not every template has a system's; then the opening of the model's own. */
function chatFrame(model: LlamaModel, { before, after }: FilledPrompt): [Token[], Token[]] | null {
  if (!hasChatTemplate(model)) return null;
  const wrapper = resolveChatWrapper(model, { customWrapperSettings, warningLogs: false });
  const { contextText } = wrapper.generateContextState({
    chatHistory: [
      { type: "user", text: before + mark + after },
      { type: "model", response: [] },
    ],
  });
  const { values } = contextText;
  const at = values.findIndex((value) => typeof value === "string" && value.includes(mark));
  const [head, rest, more] = String(values[at] ?? "").split(mark);
  // A template that drops or repeats the user's words is of no use: better none.
  if (head === undefined || rest === undefined || more !== undefined) return null;
  const tail = LlamaText(rest, ...values.slice(at + 1));
  const end = endOfThoughts(tail.toString());
  const closed = end ? LlamaText(tail, new SpecialTokensText(end)) : tail;
  return [
    LlamaText(...values.slice(0, at), head).tokenize(model.tokenizer),
    closed.tokenize(model.tokenizer, "trimLeadingSpace"),
  ];
}

/**
 * What closes the thoughts that a template opens whatever it is told, empty where it opens none. An empty thought is what models of
 * this kind write when they may not think.
 */
export function endOfThoughts(tail: string): string {
  return /<think>\s*$/.test(tail) ? "\n</think>\n\n" : "";
}

function sharedLength(runs: readonly Token[][]): number {
  const [first = []] = runs;
  let length = 0;
  while (runs.every((run) => run.length > length + 1 && run[length] === first[length])) length++;
  return length;
}
