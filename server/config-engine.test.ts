import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type EngineFlags, readEngine } from "./config-engine.ts";
import type { EngineInFile } from "./config-file.ts";

const folder = mkdtempSync(join(tmpdir(), "patchboard-engine-"));
writeFileSync(join(folder, "m.gguf"), "");
writeFileSync(join(folder, "key"), "s3cret\n");
writeFileSync(join(folder, "keys"), "two words\n");
const read = (flags: EngineFlags, said?: EngineInFile, env: Record<string, string> = {}) =>
  readEngine(flags, said, { env, cwd: folder, folder });

describe("the engine of a configuration", () => {
  it("is rules when nothing is said", () => expect(read({})).toEqual({ model: null, ask: "unsettled" }));

  it.each<[string, EngineFlags, EngineInFile | undefined, Record<string, string>, object]>([
    ["a model file means llama", { model: "m.gguf" }, undefined, {}, { name: "llama", model: join(folder, "m.gguf") }],
    ["a URI stays one", { model: "hf:a/b:Q4_K_M" }, undefined, {}, { name: "llama", model: "hf:a/b:Q4_K_M" }],
    ["a pulled model's name stays one", { model: "qwen3-4b" }, undefined, {}, { name: "llama", model: "qwen3-4b" }],
    [
      "a path that is not there stays a path",
      { model: "./none.gguf" },
      undefined,
      {},
      { model: join(folder, "none.gguf") },
    ],
    ["the environment names a model", {}, undefined, { PATCHBOARD_MODEL: "m.gguf" }, { name: "llama" }],
    [
      "the file names one",
      {},
      { name: "llama", model: "m.gguf", gpu: "off", threads: 3 },
      {},
      { gpu: "off", threads: 3 },
    ],
    [
      "flags win over the file",
      { model: "x" },
      { name: "llama", model: "m.gguf", threads: 3 },
      {},
      { model: "x", threads: null },
    ],
    [
      "of the same engine the rest of the file stays",
      { engine: "llama", threads: "2" },
      { name: "llama", model: "m.gguf", gpu: "off" },
      {},
      { threads: 2, gpu: "off" },
    ],
    [
      "a URL means http",
      { url: ["http://a/v1"] },
      undefined,
      {},
      { name: "http", endpoints: [{ url: "http://a/v1", model: null, key: null }] },
    ],
    [
      "a key from the environment",
      { url: ["http://a/v1"], model: "m" },
      undefined,
      { PATCHBOARD_API_KEY: "k" },
      { endpoints: [{ url: "http://a/v1", model: "m", key: "k" }] },
    ],
    [
      "a key from a file, for one of several servers",
      {},
      {
        name: "http",
        model: "m",
        endpoints: [
          { url: "http://a/v1", keyFile: "key" },
          { url: "http://b/v1", model: "n" },
        ],
      },
      {},
      {
        endpoints: [
          { url: "http://a/v1", model: "m", key: "s3cret" },
          { url: "http://b/v1", model: "n", key: null },
        ],
      },
    ],
    ["one of our prompts by name", { model: "m.gguf", prompt: "haproxy" }, undefined, {}, { prompt: "haproxy" }],
    [
      "a prompt file by path",
      { model: "m.gguf", prompt: "mine.txt" },
      undefined,
      {},
      { prompt: join(folder, "mine.txt") },
    ],
  ])("%s", (_, flags, said, env, model) => expect(read(flags, said, env).model).toMatchObject(model));

  it("can be rules although the file names a model", () => {
    expect(read({ engine: "rules" }, { name: "llama", model: "m.gguf" }).model).toBeNull();
  });

  it.each<[EngineFlags, RegExp]>([
    [{ engine: "gpt" }, /--engine gpt: it is one of rules, llama, http\./],
    [{ engine: "llama" }, /--engine llama needs a model/],
    [{ engine: "http" }, /--engine http needs the address of a server: name it with --url\./],
    [{ model: "m.gguf", ask: "some" }, /--ask some: it is one of unsettled, all\./],
    [{ model: "m.gguf", gpu: "tpu" }, /--gpu tpu: it is one of off, auto/],
    [{ model: "m.gguf", threads: "0" }, /--threads 0: give a whole number from 1 to 512\./],
    [{ url: ["http://a/v1"], "key-file": "none" }, /the key file .*none cannot be read/],
    [{ url: ["http://a/v1"], "key-file": "keys" }, /does not hold one key/],
  ])("%j is refused with one sentence", (flags, sentence) => expect(() => read(flags)).toThrow(sentence));

  it("does not repeat a key in what it refuses", () => {
    expect(() => read({ url: ["http://a/v1"], "key-file": "keys" })).not.toThrow(/two|words/);
  });
});
