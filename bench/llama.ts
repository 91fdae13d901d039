/**
 * Patches a minute: patchbot's way against ours, on one model of random weights, one set of messages, so many tokens written, both in
 * one run and in turn.
 *
 *     node bench/llama.ts [--binary llama-completion] [--before FILE --after FILE] [--messages FILE.jsonl.gz]
 *                         [--patches 16] [--rounds 2] [--shape bench|bench1b] [--folder DIR]
 *
 * The binary runs with node-llama-cpp's own libraries, so that both sides have the same kernels (llama-libraries.ts).
 * `--before` and `--after` are the opponent's own prompt, from dev/patchbot/prompts of HAProxy's sources; else ours in its order.
 * Seconds of processor time tell more than the clock on a busy machine.
 */
import { mkdirSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Question } from "../server/engine/engine.ts";
import { llamaSource } from "../server/engine/llama.ts";
import { checkModel } from "../server/engine/llama/check.ts";
import { layoutOf } from "../server/engine/llama/options.ts";
import type { shapes } from "../server/engine/llama/test-llama.ts";
import { promptInput } from "../server/engine/prompt.ts";
import type { BareLimit, BareLoop } from "./llama-bare.ts";
import { runBare } from "./llama-opponent.ts";
import {
  childCpu,
  chosen,
  modelIn,
  opponentOf,
  prompt,
  readMessages,
  round,
  series,
  since,
  writtenTokens,
} from "./llama-workload.ts";

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
const folder = flags.folder;
mkdirSync(folder, { recursive: true });
const slots = Math.min(2, availableParallelism());
const all = readMessages(flags.messages);
const questions = chosen(all, Number(flags.patches));
const model = modelIn(folder, flags.shape as keyof typeof shapes, all);
const opponent = await opponentOf(flags, { model, folder, parallel: slots });
const sides = { patchbot: [] as Measured[], explained: [] as Measured[], scored: [] as Measured[] };
const limits: BareLimit[] = [];
const loops = { explained: [] as BareLoop[], scored: [] as BareLoop[] };
const options = {
  file: model,
  prompt: "haproxy",
  gpu: "off",
  threads: slots,
  cacheFolder: join(folder, "states"),
  pins: join(folder, "pins.json"),
} as const;
// As a user does it: `model check` keeps the fastest layout. And the state is saved, once ever; what both cost is told apart.
const { layout } = await checkModel(options, {
  isAccepted: false,
  say: () => {},
  signal: AbortSignal.timeout(300_000),
});
const { contexts, sequences, threads } = layoutOf(layout, false, slots);
await ours(0, questions.slice(0, 1));
for (let round = 0; round < Number(flags.rounds); round++) {
  sides.patchbot.push({ ...none, patches: questions.length, ...(await opponent(questions)) });
  sides.explained.push(await ours(writtenTokens, questions));
  sides.scored.push(await ours(0, questions));
  limits.push(await bareLimit());
  loops.explained.push(await bareLoop(writtenTokens));
  loops.scored.push(await bareLoop(0));
}
report();

/** Our engine, from the first question to the last answer. */
async function ours(mostWrittenTokens: number, asked: readonly Question[]): Promise<Measured> {
  const before = childCpu();
  const source = llamaSource({ ...options, limits: { mostWrittenTokens, isEachExplained: true, isPolite: false } });
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
    contexts,
    sequences,
    threads,
    readTokens: 256,
    writtenTokens,
  } as const;
  return JSON.parse(await runBare({ ...order, state: join(folder, `limit-${sequences}.state`) })) as BareLimit;
}

/** The same messages in the same slots, with nothing of ours around the engine: no child, scores, grammar or progress. */
async function bareLoop(count: number): Promise<BareLoop> {
  const texts = questions.map((question) => promptInput(question) + prompt.after);
  const order = {
    mode: "loop",
    model,
    prefix: prompt.before,
    text: "",
    texts,
    contexts,
    sequences,
    threads,
    readTokens: 0,
  } as const;
  const printed = await runBare({ ...order, writtenTokens: count, state: join(folder, `limit-${sequences}.state`) });
  return JSON.parse(printed) as BareLoop;
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
    `${questions.length} messages x ${flags.rounds} rounds, ${flags.shape} model, ${slots} at a time, ${writtenTokens} tokens written each; ours as ${layout}, ${contexts} x ${sequences}`,
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
  for (const [name, one, bare] of [
    ["explained", explained, loops.explained],
    ["scores only", scored, loops.scored],
  ] as const) {
    const total = (part: keyof BareLoop) => bare.reduce((added, loop) => added + loop[part], 0);
    console.log(
      `our share of a bare loop over the same messages, ${name}: ${percent(total("seconds") / one.seconds)} by the clock, ${percent(total("cpu") / one.cpu)} by processor time (start included); that loop itself had a slot idle for ${percent(total("idle") / total("seconds"))} of the time, at the end`,
    );
  }
  const start = Math.max(...[...sides.explained, ...sides.scored].map((one) => one.startSeconds));
  console.log(
    `start with a saved state, over loading the model: ${round(start)} s at most; wanted ${goals.startSeconds} s`,
  );
  console.log(`wanted: ${goals.explained} times explained, ${goals.scored} times scores only`);
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

function percent(value: number): string {
  return `${Math.round(value * 100)} %`;
}
