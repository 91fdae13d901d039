/**
 * Patches a minute: patchbot's way against ours, on one model of random weights, one set of messages, so many tokens written, both in
 * one run and in turn.
 *
 *     node bench/llama.ts [--binary llama-completion] [--before FILE --after FILE] [--messages FILE.jsonl.gz]
 *                         [--patches 16] [--rounds 2] [--shape bench|bench1b] [--folder DIR]
 *
 * `--before` and `--after` are the opponent's own prompt, from dev/patchbot/prompts of HAProxy's sources; else ours in its order.
 * Seconds of processor time tell more than the clock on a busy machine.
 */
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import type { Question, SeriesFacts } from "../server/engine/engine.ts";
import { llamaSource } from "../server/engine/llama.ts";
import { shapes, writeRandomModel } from "../server/engine/llama/test-llama.ts";
import { filledPrompt, promptInput, readPrompt } from "../server/engine/prompt.ts";
import type { BareLimit } from "./llama-bare.ts";
import { openOpponent, runBare } from "./llama-opponent.ts";
import { wordsOf } from "./llama-words.ts";

const { values: flags } = parseArgs({
  options: {
    binary: { type: "string" },
    before: { type: "string" },
    after: { type: "string" },
    messages: { type: "string" },
    patches: { type: "string", default: "16" },
    rounds: { type: "string", default: "2" },
    shape: { type: "string", default: "bench" },
    folder: { type: "string", default: join(tmpdir(), "patchboard-bench-llama") },
  },
});
const writtenTokens = 64;
const vocabularyTokens = 32_000;
/** Without its own prompt: of patchbot's about this share stands before the message, 906 tokens of 1,241. */
const firstShare = 0.73;
/** What is asked for. */
const goals = { explained: 2.5, scored: 5, share: 0.85, startSeconds: 1.5 };

interface Measured {
  patches: number;
  seconds: number;
  cpu: number;
  readTokens: number;
  writtenTokens: number;
  /** From asking for the engine to the first patch, less the loading of the model. */
  startSeconds: number;
}

const none: Measured = { patches: 0, seconds: 0, cpu: 0, readTokens: 0, writtenTokens: 0, startSeconds: 0 };
const series: SeriesFacts = {
  project: "haproxy",
  upstream: "master",
  version: "3.3",
  stable: ["3.2", "3.1", "3.0", "2.8", "2.6"].map((version) => ({ branch: `${version}-stable`, version })),
  sample: [],
};
const folder = flags.folder;
mkdirSync(folder, { recursive: true });
const slots = Math.min(2, availableParallelism());
const all = readMessages();
const questions = chosen(all, Number(flags.patches));
const prompt = filledPrompt(readPrompt("haproxy"), series);
const model = join(folder, `${flags.shape}.gguf`);
if (!existsSync(model)) makeModel(flags.shape as keyof typeof shapes);

const { first, last } =
  flags.before && flags.after
    ? { first: readFileSync(flags.before, "utf8"), last: readFileSync(flags.after, "utf8") }
    : instructionsLast(prompt.before);
const opponent = await openOpponent({
  model,
  binary: flags.binary ?? null,
  folder,
  before: first,
  after: last,
  parallel: slots,
  writtenTokens,
});
const sides = { patchbot: [] as Measured[], explained: [] as Measured[], scored: [] as Measured[] };
const limits: BareLimit[] = [];
// Makes the saved state, once ever; what it costs is told apart.
await ours(0, questions.slice(0, 1));
for (let round = 0; round < Number(flags.rounds); round++) {
  sides.patchbot.push(await theirs());
  sides.explained.push(await ours(writtenTokens, questions));
  sides.scored.push(await ours(0, questions));
  limits.push(await bareLimit());
}
report();

/** Patchbot's way, so many processes at a time. */
async function theirs(): Promise<Measured> {
  const left = [...questions.entries()];
  const [from, before] = [performance.now(), childCpu()];
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) await opponent(promptInput(next[1]), next[0]);
  };
  await Promise.all(Array.from({ length: slots }, worker));
  return { ...none, patches: questions.length, seconds: since(from), cpu: childCpu() - before };
}

/** Our engine, from the first question to the last answer. */
async function ours(mostWrittenTokens: number, asked: readonly Question[]): Promise<Measured> {
  const before = childCpu();
  const source = llamaSource({
    file: model,
    prompt: "haproxy",
    gpu: "off",
    threads: slots,
    cacheFolder: join(folder, "states"),
    pins: join(folder, "pins.json"),
    limits: { mostWrittenTokens, isPolite: false },
  });
  const engine = await source.engine(series);
  const loaded = performance.now();
  let firstAt = 0;
  const measured: Measured = { ...none, patches: asked.length };
  const watch = { began: () => (firstAt ||= performance.now()), wrote: () => {} };
  for await (const [, { transcript }] of engine.answers(asked, new AbortController().signal, watch)) {
    measured.readTokens += transcript!.readTokens;
    measured.writtenTokens += transcript!.writtenTokens;
  }
  measured.seconds = since(firstAt);
  measured.startSeconds = (firstAt - loaded) / 1000;
  await source.close();
  measured.cpu = childCpu() - before;
  return measured;
}

async function bareLimit(): Promise<BareLimit> {
  const text = all.slice(0, 40).join("\n");
  const order = {
    mode: "limit",
    model,
    prefix: prompt.before,
    text,
    contexts: slots,
    readTokens: 256,
    writtenTokens,
  } as const;
  return JSON.parse(await runBare({ ...order, state: join(folder, "limit.state") })) as BareLimit;
}

function report(): void {
  const [theirs, explained, scored] = [sum(sides.patchbot), sum(sides.explained), sum(sides.scored)];
  const rows = (
    [
      [flags.binary ? "patchbot's way: a llama.cpp process a patch" : "patchbot's way, emulated", theirs],
      ["ours, every patch explained", explained],
      ["ours, scores only", scored],
    ] as const
  ).map(([name, one]) => ({
    name,
    "patches/min": round((60 * one.patches) / one.seconds),
    "CPU s/patch": round(one.cpu / one.patches),
    "times faster": round(theirs.seconds / one.seconds),
    "times less CPU": round(theirs.cpu / one.cpu),
    "tokens read": Math.round(one.readTokens / one.patches) || "",
    written: Math.round(one.writtenTokens / one.patches) || "",
  }));
  console.log(
    `${questions.length} messages x ${flags.rounds} rounds, ${flags.shape} model, ${slots} at a time, ${writtenTokens} tokens written each`,
  );
  console.table(rows);
  const mean = (part: keyof BareLimit) => limits.reduce((total, one) => total + one[part], 0) / limits.length;
  console.log(
    `the engine alone: ${round(mean("readRate"))} tokens/s read, ${round(mean("writeRate"))} written; by processor seconds ${round(mean("readCpu"))} and ${round(mean("writeCpu"))}`,
  );
  const share = (one: Measured) => ({
    clock: (one.readTokens / mean("readRate") + one.writtenTokens / mean("writeRate")) / one.seconds,
    cpu: (one.readTokens / mean("readCpu") + one.writtenTokens / mean("writeCpu")) / one.cpu,
  });
  for (const [name, one] of [
    ["explained", explained],
    ["scores only", scored],
  ] as const)
    console.log(
      `our share of that, ${name}: ${percent(share(one).clock)} by the clock, ${percent(share(one).cpu)} by processor time (start included); wanted ${percent(goals.share)}`,
    );
  const start = Math.max(...[...sides.explained, ...sides.scored].map((one) => one.startSeconds));
  console.log(
    `start with a saved state, over loading the model: ${round(start)} s at most; wanted ${goals.startSeconds} s`,
  );
  console.log(`wanted: ${goals.explained} times explained, ${goals.scored} times scores only`);
}

/** Puts the second part of the constant text behind the message, at a paragraph: patchbot's order. */
function instructionsLast(before: string): { first: string; last: string } {
  const at = before.indexOf("\n\n", before.length * firstShare);
  const end = before.lastIndexOf("\n\n", before.length - 200);
  const cut = at < 0 ? end : at;
  return { first: `${before.slice(0, cut)}\n\n`, last: `\n${before.slice(cut)}\n\nVerdict:` };
}

function makeModel(shape: keyof typeof shapes): void {
  const texts = [...all, ...["general", "haproxy", "linux-stable"].map((name) => readPrompt(name).text)];
  writeRandomModel(model, shapes[shape], {
    packing: "Q4_K",
    words: wordsOf(texts, vocabularyTokens - 1_000),
    tokens: vocabularyTokens,
  });
}

/** Messages of a real history where there is one, else made up. */
function readMessages(): string[] {
  const near = new URL("../../shared/data/haproxy-3.2-3.3dev.dev.jsonl.gz", import.meta.url).pathname;
  const file = flags.messages ?? (existsSync(near) ? near : null);
  if (!file) return Array.from({ length: 400 }, (_, at) => madeUp(at));
  const bytes = readFileSync(file);
  const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString("utf8");
  const rows = text.split("\n").filter(Boolean);
  return rows
    .map((line) => JSON.parse(line) as { subject: string; body: string })
    .map(({ subject, body }) => `${subject}\n\n${body}`);
}

/** Evenly spread over the history. */
function chosen(messages: readonly string[], count: number): Question[] {
  return Array.from({ length: count }, (_, patch) => ({
    patch,
    message: messages[Math.floor((patch * messages.length) / count)]!,
    author: "Ada Lovelace",
    version: "3.3",
    stable: ["3.2"],
    isExplanationAsked: true,
  }));
}

function madeUp(at: number): string {
  const story =
    "The counter was read before the lock was taken, so that two threads could\nsee the same value and both release the slot. ";
  return `BUG/MINOR: pool: take the lock before number ${at} is read\n\n${story.repeat(2 + (at % 8))}\n\nThis must be backported as far as 2.8.`;
}

/** Processor seconds of all children that have ended. */
function childCpu(): number {
  const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

function sum(all: readonly Measured[]): Measured {
  const total = (part: keyof Measured) => all.reduce((added, one) => added + one[part], 0);
  return {
    patches: total("patches"),
    seconds: total("seconds"),
    cpu: total("cpu"),
    readTokens: total("readTokens"),
    writtenTokens: total("writtenTokens"),
    startSeconds: total("startSeconds"),
  };
}

function since(from: number): number {
  return (performance.now() - from) / 1000;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}

function percent(value: number): string {
  return `${Math.round(value * 100)} %`;
}
