/** What the benches of models read: a model of random weights, messages, and how the opponent reads them. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import type { Question, SeriesFacts } from "../server/engine/engine.ts";
import { shapes, writeRandomModel } from "../server/engine/llama/test-llama.ts";
import { filledPrompt, promptInput, readPrompt } from "../server/engine/prompt.ts";
import { openOpponent } from "./llama-opponent.ts";
import { wordsOf } from "./llama-words.ts";

/** Tokens of each explanation, ours and the opponent's. */
export const writtenTokens = 64;
const vocabularyTokens = 32_000;
/** Without its own prompt: of patchbot's about this share stands before the message, 906 tokens of 1,241. */
const firstShare = 0.73;

/** The series that messages without a repository are said to be of. */
export const series: SeriesFacts = {
  project: "haproxy",
  upstream: "master",
  version: "3.3",
  stable: ["3.2", "3.1", "3.0", "2.8", "2.6"].map((version) => ({ branch: `${version}-stable`, version })),
  sample: [],
};
export const prompt = filledPrompt(readPrompt("haproxy"), series);

/** The opponent's side as flags name it. */
export interface OpponentFlags {
  binary?: string | undefined;
  before?: string | undefined;
  after?: string | undefined;
}

/** What reading these messages cost: by the clock, and seconds of processor time. */
export interface Cost {
  seconds: number;
  cpu: number;
}

/** Makes the opponent's cache; gives what reads all messages in its way, so many processes at a time. */
export async function opponentOf(
  flags: OpponentFlags,
  { model, folder, parallel }: { model: string; folder: string; parallel: number },
): Promise<(questions: readonly Question[]) => Promise<Cost>> {
  const { first, last } =
    flags.before && flags.after
      ? { first: readFileSync(flags.before, "utf8"), last: readFileSync(flags.after, "utf8") }
      : instructionsLast(prompt.before);
  const binary = flags.binary ?? null;
  const read = await openOpponent({ model, binary, folder, before: first, after: last, parallel, writtenTokens });
  return async (questions) => {
    const left = [...questions.entries()];
    const [from, before] = [performance.now(), childCpu()];
    const worker = async () => {
      for (let next = left.shift(); next; next = left.shift()) await read(promptInput(next[1]), next[0]);
    };
    await Promise.all(Array.from({ length: parallel }, worker));
    return { seconds: since(from), cpu: childCpu() - before };
  };
}

/** Puts the second part of the constant text behind the message, at a paragraph: patchbot's order. */
function instructionsLast(before: string): { first: string; last: string } {
  const at = before.indexOf("\n\n", before.length * firstShare);
  const end = before.lastIndexOf("\n\n", before.length - 200);
  const cut = at < 0 ? end : at;
  return { first: `${before.slice(0, cut)}\n\n`, last: `\n${before.slice(cut)}\n\nVerdict:` };
}

/** A model of random weights in the folder, made when it is not there; gives its path. */
export function modelIn(folder: string, shape: keyof typeof shapes, messages: readonly string[]): string {
  const model = join(folder, `${shape}.gguf`);
  if (existsSync(model)) return model;
  const texts = [...messages, ...["general", "haproxy", "linux-stable"].map((name) => readPrompt(name).text)];
  writeRandomModel(model, shapes[shape], {
    packing: "Q4_K",
    words: wordsOf(texts, vocabularyTokens - 1_000),
    tokens: vocabularyTokens,
  });
  return model;
}

/** Messages of a real history where there is one, else made up. */
export function readMessages(named?: string): string[] {
  const near = fileURLToPath(new URL("../../shared/data/haproxy-3.2-3.3dev.dev.jsonl.gz", import.meta.url));
  const file = named ?? (existsSync(near) ? near : null);
  if (!file) return Array.from({ length: 400 }, (_, at) => madeUp(at));
  const bytes = readFileSync(file);
  const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString("utf8");
  const rows = text.split("\n").filter(Boolean);
  return rows
    .map((line) => JSON.parse(line) as { subject: string; body: string })
    .map(({ subject, body }) => `${subject}\n\n${body}`);
}

/** Evenly spread over the history. */
export function chosen(messages: readonly string[], count: number): Question[] {
  return Array.from({ length: count }, (_, patch) => ({
    patch,
    message: messages[Math.floor((patch * messages.length) / count)]!,
    author: "Ada Lovelace",
    version: "3.3",
    stable: ["3.2"],
  }));
}

function madeUp(at: number): string {
  const story =
    "The counter was read before the lock was taken, so that two threads could\nsee the same value and both release the slot. ";
  return `BUG/MINOR: pool: take the lock before number ${at} is read\n\n${story.repeat(2 + (at % 8))}\n\nThis must be backported as far as 2.8.`;
}

/** Processor seconds of all children that have ended. */
export function childCpu(): number {
  const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

/** Seconds since a `performance.now()`. */
export function since(from: number): number {
  return (performance.now() - from) / 1000;
}

/** Three digits that count. */
export function round(value: number): number {
  return Number(value.toPrecision(3));
}
