/** How patchbot reads: a process of llama.cpp for each patch, the prompt's first part from a read-only cache, two at a time. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BareOrder } from "./llama-bare.ts";
import { withOurLibraries } from "./llama-libraries.ts";

/** What both sides are given. */
export interface OpponentOptions {
  model: string;
  /** Null: it is emulated. */
  binary: string | null;
  folder: string;
  /** Before the message and behind it: the instructions stand last. */
  before: string;
  after: string;
  parallel: number;
  writtenTokens: number;
}

/** Makes the cache of the first part; gives what reads one message. */
export async function openOpponent(options: OpponentOptions): Promise<(message: string, at: number) => Promise<void>> {
  const { model, binary, folder, before, after, writtenTokens } = options;
  const cache = join(folder, "opponent.cache");
  await rm(cache, { force: true });
  if (!binary) {
    const once = (text: string, count: number): BareOrder => {
      const order = {
        mode: "once",
        model,
        prefix: before,
        state: cache,
        text,
        contexts: 1,
        sequences: 1,
        threads: 1,
        readTokens: 0,
      } as const;
      return { ...order, writtenTokens: count };
    };
    await runBare(once(after, 1));
    return async (message) => void (await runBare(once(message + after, writtenTokens)));
  }
  const shared = withOurLibraries(binary, folder);
  const command = shared?.binary ?? binary;
  // Warming up would only cost it time.
  const usual = [
    "-m",
    model,
    "-c",
    "4096",
    "-t",
    "1",
    "-tb",
    "1",
    "--temp",
    "0",
    "-no-cnv",
    "--simple-io",
    "--no-warmup",
  ];
  const first = join(folder, "opponent-first.txt");
  await writeFile(first, before);
  await run(command, [...usual, "--prompt-cache", cache, "-f", first, "-n", "1"], { env: shared?.env });
  return async (message, at) => {
    const file = join(folder, `opponent-${at}.txt`);
    await writeFile(file, before + message + after);
    const cached = ["--prompt-cache", cache, "--prompt-cache-ro", "-f", file];
    const written = ["-n", String(writtenTokens), "--ignore-eos"];
    await run(command, [...usual, ...cached, ...written], { env: shared?.env });
  };
}

/** Runs bench/llama-bare.ts with an order; gives what it printed. */
export function runBare(order: BareOrder): Promise<string> {
  const input = JSON.stringify(order);
  return run(process.execPath, [fileURLToPath(new URL("./llama-bare.ts", import.meta.url))], { input });
}

/** What a process gets; nothing and our own environment when not said. */
interface Given {
  input?: string;
  env?: NodeJS.ProcessEnv | undefined;
}

async function run(command: string, args: readonly string[], { input = "", env }: Given): Promise<string> {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "pipe"], ...(env && { env }) });
  let printed = "";
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString("utf8")));
  child.stderr.on("data", (chunk: Buffer) => (said = (said + chunk.toString("utf8")).slice(-2_000)));
  child.stdin.end(input);
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${said}`);
  return printed;
}
