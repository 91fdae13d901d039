/** Real models in a folder that goes with the tests, and the engine on them. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Answer } from "../../domain.ts";
import type { Engine, ModelSource, Question, SeriesFacts, Watch } from "../engine.ts";
import { llamaSource } from "../llama.ts";
import type { LlamaOptions } from "./options.ts";
import { writeOracle } from "./test-oracle.ts";

/** A folder with an oracle in it, and the sources that were opened on it. */
export interface Bench {
  folder: string;
  oracle: string;
  source(options?: Partial<LlamaOptions>): ModelSource;
  /** An engine on the oracle, or another model. */
  engine(options?: Partial<LlamaOptions>): Promise<Engine>;
  options(options?: Partial<LlamaOptions>): LlamaOptions;
  /** Ends all model processes. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

export const series: SeriesFacts = {
  project: "demo",
  upstream: "main",
  version: "3.3",
  stable: [{ branch: "3.2-stable", version: "3.2" }],
  sample: [],
};

export function openBench(): Bench {
  const folder = mkdtempSync(join(tmpdir(), "patchboard-llama-"));
  const oracle = join(folder, "oracle.gguf");
  writeOracle(oracle);
  const sources: ModelSource[] = [];
  const options = (more: Partial<LlamaOptions> = {}): LlamaOptions => ({
    file: oracle,
    prompt: "general",
    gpu: "off",
    threads: 2,
    cacheFolder: join(folder, "states"),
    pins: join(folder, "pins.json"),
    ...more,
    // A niced child starves beside other tests; what it does is tested on its own.
    limits: { isPolite: false, backOffMs: 1, ...more.limits },
  });
  const source = (more?: Partial<LlamaOptions>) => {
    const made = llamaSource(options(more));
    sources.push(made);
    return made;
  };
  const rest = async () => void (await Promise.all(sources.splice(0).map((one) => one.close())));
  return {
    folder,
    oracle,
    options,
    source,
    engine: (more) => source(more).engine(series),
    rest,
    async close() {
      await rest();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Questions with these messages, numbered from 0. */
export function asked(messages: readonly string[], part: Partial<Question> = {}): Question[] {
  return messages.map((message, patch) => ({
    patch,
    message,
    author: "Ada Lovelace",
    version: "3.3",
    stable: ["3.2"],
    ...part,
  }));
}

/** All answers, in the order of the questions' numbers. */
export async function answersOf(
  engine: Engine,
  questions: Iterable<Question>,
  signal = new AbortController().signal,
  watch?: Watch,
): Promise<Answer[]> {
  const answers: [number, Answer][] = [];
  for await (const [question, answer] of engine.answers(questions, signal, watch))
    answers.push([question.patch, answer]);
  return answers.toSorted(([a], [b]) => a - b).map(([, answer]) => answer);
}

/** The model processes that this process has started and that still live. */
export function modelPids(parent = process.pid): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const [, state, ppid] = /\) (\S) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
        return (
          state !== "Z" &&
          Number(ppid) === parent &&
          readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("llama/child.ts")
        );
      } catch {
        return false;
      }
    });
}

/** Zombies among the children of this process. */
export function zombies(parent = process.pid): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const [, state, ppid] = /\) (\S) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
        return state === "Z" && Number(ppid) === parent;
      } catch {
        return false;
      }
    });
}
