import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
  writeSync,
  closeSync,
} from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { UserMistake } from "../../domain.ts";
import { lookAtModel } from "./file.ts";
import { lastLines } from "./causes.ts";
import { shapes, writeRandomModel } from "./test-llama.ts";
import { answersOf, asked, modelPids, openBench, series, type Bench } from "./test-source.ts";

let bench: Bench;
beforeAll(() => {
  bench = openBench();
});
afterEach(() => bench.rest());
afterAll(() => bench.close());

const path = (name: string) => `${bench.folder}/${name}`;

/** The oracle's bytes with one text in the place of another of the same length. */
function altered(name: string, from: string, to: string): string {
  const bytes = readFileSync(bench.oracle);
  const at = bytes.indexOf(from);
  expect(at).toBeGreaterThan(0);
  bytes.write(to, at, "latin1");
  writeFileSync(path(name), bytes);
  return path(name);
}

function cutOff(name: string, bytes: number): string {
  copyFileSync(bench.oracle, path(name));
  truncateSync(path(name), bytes);
  return path(name);
}

function written(name: string, content: Buffer | string): string {
  writeFileSync(path(name), content);
  return path(name);
}

const wrong: readonly [what: string, file: () => string, sentence: RegExp][] = [
  ["is missing", () => path("missing.gguf"), /there is no such model file: patchboard model list shows/],
  ["is a folder", () => (mkdirSync(path("folder.gguf"), { recursive: true }), path("folder.gguf")), /this is a folder/],
  ["is empty", () => written("empty.gguf", ""), /this model file is empty/],
  ["is something else", () => written("text.gguf", "a text, and no model at all"), /this is not a GGUF file/],
  [
    "is of another version",
    () => written("version.gguf", Buffer.concat([Buffer.from("GGUF"), Buffer.from([9, 0, 0, 0])])),
    /says that it is GGUF version 9/,
  ],
  [
    "is garbage behind its first bytes",
    () => written("garbage.gguf", Buffer.concat([Buffer.from("GGUF\x03\0\0\0"), Buffer.alloc(5_000, 0xa7)])),
    /not a sound GGUF file: its header cannot be read/,
  ],
  ["ends in its header", () => cutOff("header.gguf", 300), /its header cannot be read/],
  ["ends in its tensors", () => cutOff("short.gguf", 1_000_000), /the file is damaged or was not downloaded whole/],
  [
    "has an architecture of which llama.cpp knows nothing",
    () => altered("unknown.gguf", "llama", "lambd"),
    /its architecture, lambd, is not known to this version of llama\.cpp/,
  ],
  [
    "lacks a tensor",
    () => altered("lacking.gguf", "blk.0.attn_q", "blk.0.attn_x"),
    /does not hold all of the model|llama\.cpp says/,
  ],
];

describe("a model that cannot be used gets one sentence", () => {
  it.each(wrong)("when the file %s", async (_, file, sentence) => {
    const source = bench.source({ file: file() });
    const failed = source.engine(series);
    await expect(failed).rejects.toThrow(UserMistake);
    await expect(failed).rejects.toThrow(sentence);
    const message = await failed.catch((error: Error) => error.message);
    expect(message).not.toContain("\n");
    expect(source.state()).toEqual({ state: "off", words: message });
    await expect.poll(() => modelPids()).toEqual([]);
  });

  it("when it makes embeddings", async () => {
    writeRandomModel(path("embedding.gguf"), shapes.tiny, { more: { "llama.pooling_type": { u32: 1 } } });
    await expect(bench.engine({ file: path("embedding.gguf") })).rejects.toThrow(/makes embeddings and cannot write/);
  });

  it("when it is an adapter", async () => {
    writeRandomModel(path("adapter.gguf"), shapes.tiny, { more: { "general.type": { text: "adapter" } } });
    await expect(bench.engine({ file: path("adapter.gguf") })).rejects.toThrow(/holds an adapter, not a whole model/);
  });

  it("when memory does not suffice", async () => {
    await expect(lookAtModel(bench.oracle, true, 1_000_000)).rejects.toThrow(
      /this model needs about 0\.3 GB of memory and 0\.0 GB are free/,
    );
    // A file with a hole is as large as it says.
    const file = openSync(path("huge.gguf"), "w");
    writeSync(file, readFileSync(bench.oracle).subarray(0, 4_096));
    closeSync(file);
    truncateSync(path("huge.gguf"), 8 * 2 ** 40);
    await expect(bench.engine({ file: path("huge.gguf") })).rejects.toThrow(/needs about 8796\.\d GB of memory/);
  });

  it("when the context is too small for the prompt", async () => {
    await expect(bench.engine({ contextSize: 512 })).rejects.toThrow(
      /A context of 512 tokens is too small: the prompt takes \d+, the answer up to \d+, and a message needs 200 or more/,
    );
  });

  it("when the GPU that is asked for is not there", async () => {
    for (const gpu of ["cuda", "vulkan", "metal"] as const)
      await expect(bench.engine({ gpu })).rejects.toThrow(
        new RegExp(`--gpu ${gpu}: node-llama-cpp has no working ${gpu} binary here`),
      );
  });

  it("when the file changed since it was pinned", async () => {
    copyFileSync(bench.oracle, path("pinned.gguf"));
    await bench.engine({ file: path("pinned.gguf") });
    altered("pinned.gguf", "patch oracle", "patch ORACLE");
    await expect(bench.engine({ file: path("pinned.gguf") })).rejects.toThrow(
      /has changed since it was pinned.*run patchboard model check .*pinned\.gguf --accept/,
    );
  });

  it("when the file is written to while the model reads: what came before is kept, nothing since", async () => {
    copyFileSync(bench.oracle, path("live.gguf"));
    const engine = await bench.engine({ file: path("live.gguf") });
    const messages = Array.from({ length: 40 }, (_, i) => `BUG/MINOR: lamp: message ${i}`);
    const kept: number[] = [];
    const reading = (async () => {
      for await (const [question] of engine.answers(asked(messages), new AbortController().signal)) {
        kept.push(question.patch);
        if (kept.length > 1) continue;
        const file = openSync(path("live.gguf"), "r+");
        writeSync(file, "ORACLE", readFileSync(bench.oracle).indexOf("patch oracle") + "patch ".length);
        closeSync(file);
      }
    })();
    await expect(reading).rejects.toThrow(/live\.gguf: this model file was written to while it was in use/);
    expect(kept).toHaveLength(1);
    await expect(bench.engine({ file: path("live.gguf") })).rejects.toThrow(/has changed since it was pinned/);
  });

  it("but not when another file takes its name: the model that reads is the one that was loaded", async () => {
    copyFileSync(bench.oracle, path("old.gguf"));
    const engine = await bench.engine({ file: path("old.gguf") });
    copyFileSync(bench.oracle, path("new.gguf"));
    renameSync(path("new.gguf"), path("old.gguf"));
    expect(await answersOf(engine, asked(["BUG/MINOR: lamp: a message"]))).toHaveLength(1);
  });

  it.skipIf(process.getuid?.() === 0)("when it must not be read", async () => {
    copyFileSync(bench.oracle, path("secret.gguf"));
    chmodSync(path("secret.gguf"), 0);
    await expect(bench.engine({ file: path("secret.gguf") })).rejects.toThrow(/cannot be read \(EACCES\)/);
  });

  it("and the source is used again once the file is right", async () => {
    const source = bench.source({ file: path("later.gguf") });
    await expect(source.engine(series)).rejects.toThrow(UserMistake);
    copyFileSync(bench.oracle, path("later.gguf"));
    expect((await source.engine(series)).name).toBe("llama");
    expect(source.state().state).toBe("ready");
  });
});

describe("gpu auto", () => {
  it("is the CPU where there is nothing else", async () => {
    expect((await bench.engine({ gpu: "auto" })).name).toBe("llama");
  });
});

describe("the last lines of native code", () => {
  it.each([
    [
      "ggml_backend_cpu_buffer_type_alloc_buffer: failed to allocate buffer of size 99",
      "there is not enough memory for it",
    ],
    [
      "llama_model_load: error loading model: unknown model architecture: 'xx'",
      "its architecture, xx, is not known to this version of llama.cpp",
    ],
    ["GGML_ASSERT(n > 0) failed", "llama.cpp says: GGML_ASSERT(n > 0) failed"],
  ])("%s", (line, cause) => {
    const lines = lastLines();
    lines.add(`something before\n${line}\nand behind`);
    expect(lines.cause()).toBe(cause);
  });
});
