// What a board feels of a model beside it: decisions with no model, and while one of 336 M parameters reads on the other cores.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { promptNames, readPrompt } from "../server/engine/prompt.ts";
import { shapes, writeRandomModel } from "../server/engine/llama/test-llama.ts";
import { wordsOf } from "./llama-words.ts";
import { percentile } from "./made-up.ts";
import { ask, served, type Served } from "./served.ts";

const patches = 1_500;
const decisions = 200;
const goalMs = 50;

interface Loaded {
  allSeries: {
    model: { state: string };
    run: { engine: string; state: string; done: number; failed: number; tokenRate: number } | null;
    targets: { id: string }[];
    patches: { edges: { node: { id: string } }[] };
  }[];
}
const look = async (board: Served) =>
  (
    await ask<Loaded>(
      board.address,
      `{ allSeries { model { state } run { engine state done failed tokenRate } targets { id } patches(first: ${decisions}) { edges { node { id } } } } }`,
    )
  ).allSeries[0]!;

const file = process.argv[2] ?? join(tmpdir(), "patchboard-bench-336m.gguf");
if (!existsSync(file)) {
  const texts = promptNames().map((name) => readPrompt(name).text);
  writeRandomModel(file, shapes.bench, { packing: "Q4_K", words: wordsOf(texts, 30_000), tokens: 32_000 });
}

const without = await measure([]);
const beside = await measure(["--model", file, "--gpu", "off"]);
console.log(
  `decisions, p50 and p99: ${without.words} without a model; ${beside.words} while one reads (goal p99 ${goalMs} ms)`,
);
console.log(
  `server memory: ${without.memory.toFixed(0)} MB without, ${beside.memory.toFixed(0)} MB with the model in its own process`,
);

async function measure(more: readonly string[]) {
  const board = await served(patches, more);
  const hasModel = more.length > 0;
  if (hasModel) await hasBegun(board);
  const series = await look(board);
  const times: number[] = [];
  for (const { node } of series.patches.edges) {
    const began = performance.now();
    await ask(
      board.address,
      "mutation ($input: OverrideVerdictInput!) { overrideVerdict(input: $input) { patches { revisions } } }",
      {
        input: {
          decisions: [{ patch: node.id, target: series.targets[0]!.id, expected: 0 }],
          verdict: "WAIT",
          clientMutationId: `bench-${node.id}`,
        },
      },
      "Ada",
    );
    times.push(performance.now() - began);
    await sleep(20);
  }
  const after = await look(board);
  if (hasModel && after.run?.state !== "running")
    throw new Error("the model had nothing to read any more: nothing was measured.");
  if (hasModel)
    console.log(`the model read ${after.run!.done} patches meanwhile, ${after.run!.tokenRate.toFixed(0)} tokens/s`);
  const memory = board.memory();
  await board.stop();
  const [p50, p99] = [percentile(times, 0.5), percentile(times, 0.99)];
  return { words: `${p50.toFixed(1)} and ${p99.toFixed(1)} ms`, memory };
}

/** Waits until the model has read something. */
async function hasBegun(board: Served): Promise<void> {
  for (;;) {
    const { run } = await look(board);
    if (run?.engine === "LLAMA" && run.done + run.failed > 1) return;
    await sleep(500);
  }
}
