/**
 * A whole series as users run it: synced, read by rules, and only what those leave unsettled by the model; against patchbot's way, a
 * process of llama.cpp for every patch. The opponent reads some messages of the series, and its time for all is extrapolated.
 *
 *     node bench/llama-series.ts --repository DIR [--base REF] [--ask unsettled|all] [--binary llama-completion]
 *                                [--before FILE --after FILE] [--patches 16] [--shape bench|bench1b] [--folder DIR]
 *
 * The model has random weights: it is never sure of a no, so that every patch that it is asked about is explained, the slowest case.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { classify } from "../server/classify.ts";
import { seriesFacts } from "../server/classify/facts.ts";
import { llamaSource } from "../server/engine/llama.ts";
import type { shapes } from "../server/engine/llama/test-llama.ts";
import { rulesEngine } from "../server/engine/rules.ts";
import { shownMessage } from "../server/git/text.ts";
import { openStore } from "../server/store/store.ts";
import { sync, synced } from "../server/sync.ts";
import { chosen, modelIn, opponentOf, readMessages, round, since, writtenTokens } from "./llama-workload.ts";

const { values: flags } = parseArgs({
  options: {
    repository: { type: "string" },
    base: { type: "string" },
    ask: { type: "string", default: "unsettled" },
    binary: { type: "string" },
    before: { type: "string" },
    after: { type: "string" },
    patches: { type: "string", default: "16" },
    shape: { type: "string", default: "bench" },
    folder: { type: "string", default: join(tmpdir(), "patchboard-bench-llama") },
  },
});
const goal = 10;
const never = new AbortController().signal;
const slots = Math.min(2, availableParallelism());

/** What reading a whole series came to. */
interface Reading {
  /** From an empty database to the last answer. */
  seconds: number;
  ruleSeconds: number;
  /** Patches that the model was not asked about, that it was, and that it wrote an explanation for. */
  settled: number;
  asked: number;
  explained: number;
  messages: string[];
}

if (flags.repository) await compare(flags.repository);
else console.log("bench/llama-series: --repository names the repository; nothing is measured.");

async function compare(repo: string): Promise<void> {
  mkdirSync(flags.folder, { recursive: true });
  const model = modelIn(flags.folder, flags.shape as keyof typeof shapes, readMessages());
  // The state of the constant part is made once ever, on either side: before the clock starts.
  await ours(repo, model, 1);
  const { seconds, ruleSeconds, settled, asked, explained, messages } = await ours(repo, model, null);
  const sample = chosen(messages, Math.min(messages.length, Number(flags.patches)));
  const opponent = await opponentOf(flags, { model, folder: flags.folder, parallel: slots });
  const theirs = (await opponent(sample)).seconds;
  const patches = messages.length;
  const all = (theirs / sample.length) * patches;
  const minutes = (value: number) => `${round(value / 60)} minutes`;
  console.log(
    `sync and rules: ${round(ruleSeconds)} s; ${settled} of ${patches} patches are settled, the model reads ${asked} and explains ${explained}, ${writtenTokens} tokens each`,
  );
  console.log(`ours, all ${patches} patches, everything included: ${minutes(seconds)}`);
  console.log(
    `${flags.binary ? "patchbot's way" : "patchbot's way, emulated"}: ${sample.length} messages of the series in ${round(theirs)} s; extrapolated to ${patches}, because it reads them all: ${minutes(all)}`,
  );
  console.log(`times faster: ${round(all / seconds)} (wanted ${goal})`);
}

/** Reads a repository into a database of its own; `most`: only so many patches by the model, whatever settles them. */
async function ours(repo: string, model: string, most: number | null): Promise<Reading> {
  const scratch = mkdtempSync(join(tmpdir(), "patchboard-bench-"));
  const from = performance.now();
  const store = openStore(join(scratch, "board.db"));
  const source = llamaSource({
    file: model,
    prompt: null,
    gpu: "off",
    threads: slots,
    cacheFolder: join(flags.folder, "states"),
    pins: join(flags.folder, "pins.json"),
    limits: { mostWrittenTokens: writtenTokens, isPolite: false },
  });
  try {
    const report = await sync({ store, repo, base: flags.base ?? null });
    const series = store.series.byName(report.series)!;
    if (most === null) console.log(synced(report));
    await classify(store, rulesEngine(), series, never);
    const ruleSeconds = since(from);
    const among = most === null ? null : store.board.newest(series.id, most);
    const ask = most !== null || flags.ask === "all" ? "all" : "unsettled";
    const { done, failed } = await classify(store, await source.engine(seriesFacts(store, series)), series, never, {
      ask,
      among,
    });
    const seconds = since(from);
    const read = [...store.board.all(series.id)].flatMap((patch) => patch.classifications);
    const written = read.filter((one) => one.engine === "llama" && store.classifications.transcript(one.id)?.output);
    const messages = store.classifications
      .asked(store.board.newest(series.id, report.patches))
      .map((one) => shownMessage(one.message, one.encoding));
    const asked = done + failed;
    return { seconds, ruleSeconds, settled: report.patches - asked, asked, explained: written.length, messages };
  } finally {
    await source.close();
    store.close();
    rmSync(scratch, { recursive: true });
  }
}
