import { createServer, type Server, type ServerResponse } from "node:http";
import { once } from "node:events";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { checkModel, minutesFor } from "./check.ts";
import { modelKeeper } from "./keeper.ts";
import { keepPin, pinOf, readPins } from "./pins.ts";
import { modelFile, pullModel, shelfModels } from "./shelf.ts";
import { shapes, writeRandomModel } from "./test-llama.ts";
import { answersOf, asked, openBench, series, type Bench } from "./test-source.ts";

let bench: Bench;
let folder: string;
let pins: string;
beforeAll(() => {
  bench = openBench();
});
beforeEach(() => {
  folder = join(bench.folder, "models");
  pins = join(folder, "pins.json");
  mkdirSync(folder, { recursive: true });
});
afterEach(async () => {
  await bench.rest();
  rmSync(folder, { recursive: true });
});
afterAll(() => bench.close());

/** The downloader asks for a file in pieces of this size at a time, and notes each that has come. */
const pieceBytes = 5 << 20;
const sliceBytes = 256 << 10;
const sliceMs = 5;
const signal = () => new AbortController().signal;

/** At the pace of a network. What is held never gets its last slice. */
async function sendSlowly(
  response: ServerResponse,
  part: Buffer,
  { isWhole, isHeld }: { isWhole: boolean; isHeld: boolean },
): Promise<void> {
  const end = part.length - (isHeld ? sliceBytes : 0);
  for (let at = 0; at < end && !response.destroyed; at += sliceBytes) {
    response.write(part.subarray(at, Math.min(at + sliceBytes, end)));
    await pause(sliceMs);
  }
  if (isHeld) return;
  if (isWhole) response.end();
  else response.destroy();
}

describe("pulling a model", () => {
  let server: Server;
  let origin: string;
  let body: Buffer;
  /** Bytes that were given to connections in all, and where each began. */
  let sent: number;
  let begins: number[];
  /** After so many bytes each connection breaks. */
  let breakAfter: number;
  /** Whether all pieces but the second stay short of their ends. */
  let isHolding: boolean;
  beforeEach(async () => {
    writeRandomModel(join(bench.folder, "wanted.gguf"), shapes.slow, { packing: "Q8_0" });
    body = readFileSync(join(bench.folder, "wanted.gguf"));
    sent = 0;
    begins = [];
    breakAfter = Number.POSITIVE_INFINITY;
    isHolding = false;
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url!, origin);
      // What a hub answers who asks for a quantization.
      if (pathname === "/v2/ada/patches-GGUF/manifests/Q8_0")
        return response.end(JSON.stringify({ ggufFile: { rfilename: "wanted.gguf" } }));
      if (pathname === "/failing.gguf") return response.writeHead(500).end();
      if (!pathname.endsWith("wanted.gguf")) return response.writeHead(404).end();
      const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "");
      const from = range ? Number(range[1]) : 0;
      const to = range?.[2] ? Number(range[2]) + 1 : body.length;
      response.writeHead(range ? 206 : 200, {
        "accept-ranges": "bytes",
        "content-length": to - from,
        ...(range ? { "content-range": `bytes ${from}-${to - 1}/${body.length}` } : {}),
      });
      if (request.method === "HEAD") return response.end();
      begins.push(from);
      const part = body.subarray(from, Math.min(to, from + Math.max(0, breakAfter - sent)));
      sent += part.length;
      return void sendSlowly(response, part, {
        isWhole: part.length === to - from,
        isHeld: isHolding && from !== pieceBytes && part.length > 1,
      });
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it("brings the whole file, pins it, and tells how far it is", async () => {
    const told: number[] = [];
    const pin = await pullModel(`${origin}/wanted.gguf`, {
      folder,
      pins,
      progress: (done) => told.push(done),
      signal: signal(),
    });
    expect(readFileSync(pin.file).equals(body)).toBe(true);
    expect(await readPins(pins)).toMatchObject([{ file: pin.file, sha256: pin.sha256, size: body.length }]);
    expect(told.at(-1)).toBe(body.length);
    expect(readdirSync(folder).toSorted()).toEqual(["pins.json", "wanted.gguf"]);
  });

  it("goes on where a stopped one was", async () => {
    const stop = new AbortController();
    isHolding = true;
    const held = (Math.ceil(body.length / pieceBytes) - 1) * sliceBytes;
    // All has come that the server gives: the second piece is whole, and had a moment to be noted.
    const progress = (done: number) => void (done >= body.length - held && setTimeout(() => stop.abort(), 300));
    const uri = `${origin}/wanted.gguf`;
    await expect(pullModel(uri, { folder, pins, progress, signal: stop.signal })).rejects.toThrow(
      "stopped. The same command goes on from here.",
    );
    expect(await shelfModels(folder, pins)).toEqual([]);
    isHolding = false;
    begins = [];
    const pin = await pullModel(uri, { folder, pins, progress: () => {}, signal: signal() });
    expect(readFileSync(pin.file).equals(body)).toBe(true);
    const pieces = Array.from({ length: Math.ceil(body.length / pieceBytes) }, (_, i) => i * pieceBytes);
    // The first one is asked for twice: once to learn how long the file is.
    expect(new Set(begins)).toEqual(new Set(pieces.filter((at) => at !== pieceBytes)));
  });

  it("comes to an end, and can be gone on with, when the connection keeps breaking", async () => {
    breakAfter = body.length / 2;
    const uri = `${origin}/wanted.gguf`;
    const failed = pullModel(uri, { folder, pins, progress: () => {}, signal: signal(), stallMs: 2_000 });
    await expect(failed).rejects.toThrow(/nothing came for 2 seconds\. The same command goes on from here/);
    breakAfter = Number.POSITIVE_INFINITY;
    const pin = await pullModel(uri, { folder, pins, progress: () => {}, signal: signal() });
    expect(readFileSync(pin.file).equals(body)).toBe(true);
  });

  it.each([
    ["nothing-here.gguf", /could not be downloaded: the server answered 404\. The same command/],
    ["failing.gguf", /could not be downloaded: the server answered 500\. The same command/],
    ["", /could not be downloaded: the server answered 404/],
  ])("tells in one sentence that %j is not there", async (name, sentence) => {
    const failed = pullModel(`${origin}/${name}`, { folder, pins, progress: () => {}, signal: signal() });
    await expect(failed).rejects.toThrow(sentence);
    expect(await shelfModels(folder, pins)).toEqual([]);
  });

  it("tells at once that an address refuses", async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    const { port } = taken.address() as AddressInfo;
    await new Promise((resolve) => taken.close(resolve));
    const uri = `http://127.0.0.1:${port}/wanted.gguf`;
    await expect(pullModel(uri, { folder, pins, progress: () => {}, signal: signal() })).rejects.toThrow(
      /could not be downloaded: connect ECONNREFUSED 127\.0\.0\.1:\d+\. The same command/,
    );
  });

  it("removes what is no model", async () => {
    body = Buffer.from("<html>Please log in</html>");
    await expect(
      pullModel(`${origin}/wanted.gguf`, { folder, pins, progress: () => {}, signal: signal() }),
    ).rejects.toThrow(/not a GGUF file/);
    expect(await shelfModels(folder, pins)).toEqual([]);
  });

  describe("from a hub", () => {
    const { HF_ENDPOINT: before } = process.env;
    beforeEach(() => {
      process.env["HF_ENDPOINT"] = origin;
    });
    afterEach(() => {
      if (before === undefined) delete process.env["HF_ENDPOINT"];
      else process.env["HF_ENDPOINT"] = before;
    });

    it.each([
      ["hf:ada/patches-GGUF:Q8_0", "by its quantization"],
      ["hf:ada/patches-GGUF/wanted.gguf", "by its file"],
    ])("brings %s, %s", async (uri) => {
      const pin = await pullModel(uri, { folder, pins, progress: () => {}, signal: signal() });
      expect(readFileSync(pin.file).equals(body)).toBe(true);
      expect(pin.file).toMatch(/patches.*\.gguf$/);
      expect(await shelfModels(folder, pins)).toMatchObject([{ file: pin.file, sha256: pin.sha256 }]);
      // By the same name it is used from then on.
      expect(await modelFile(uri, folder)).toBe(pin.file);
    });

    it("tells in one sentence that a hub has no such model", async () => {
      await expect(
        pullModel("hf:ada/nothing:Q8_0", { folder, pins, progress: () => {}, signal: signal() }),
      ).rejects.toThrow(/^hf:ada\/nothing:Q8_0: this model could not be downloaded: [^\n]+\. The same command/);
    });
  });

  it("refuses what is no address", async () => {
    await expect(pullModel("qwen", { folder, pins, progress: () => {}, signal: signal() })).rejects.toThrow(
      /a model is pulled from hf:/,
    );
  });
});

describe("the shelf", () => {
  it("lists files of the folder and pinned ones, also when they are gone", async () => {
    copyFileSync(bench.oracle, join(folder, "unchecked.gguf"));
    copyFileSync(bench.oracle, join(bench.folder, "gone.gguf"));
    await bench.source({ file: join(bench.folder, "gone.gguf"), pins }).engine(series);
    rmSync(join(bench.folder, "gone.gguf"));
    expect(await shelfModels(folder, pins)).toMatchObject([
      { file: join(bench.folder, "gone.gguf"), bytes: null, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { file: join(folder, "unchecked.gguf"), sha256: null, pinnedAt: null },
    ]);
  });

  it("finds a model by its path, by its name, and says how to get that of a URI", async () => {
    copyFileSync(bench.oracle, join(folder, "small.gguf"));
    expect(await modelFile(bench.oracle, folder)).toBe(bench.oracle);
    expect(await modelFile("small", folder)).toBe(join(folder, "small.gguf"));
    expect(await modelFile("small.gguf", folder)).toBe(join(folder, "small.gguf"));
    await expect(modelFile("https://models.example/other.gguf", folder)).rejects.toThrow(
      "run patchboard model pull https://models.example/other.gguf first",
    );
  });
});

describe("checking a model", () => {
  const check = (isAccepted = false, file = bench.oracle) =>
    checkModel(bench.options({ file, pins }), { isAccepted, say: () => {}, signal: signal() });

  it("tells what it is, how fast it is here, and keeps the faster layout", async () => {
    const report = await check();
    expect(report.facts).toMatchObject({
      architecture: "llama",
      name: "patch oracle",
      hasChatTemplate: false,
      gpu: null,
      trainedContext: 8192,
    });
    expect(report.prompt).toMatchObject({ areVerdictsSingle: true });
    expect(report.rates.map((one) => one.layout)).toEqual(["contexts", "batches", "sequences"]);
    // One sequence alone in its context has nothing beside it.
    expect(report.rates[0]!.isSteady).toBe(true);
    expect(report.rates.find((one) => one.layout === report.layout)!.isSteady).toBe(true);
    for (const { promptRate, writeRate } of report.rates) expect(Math.min(promptRate, writeRate)).toBeGreaterThan(0);
    expect(report.scoredPerMinute).toBeGreaterThan(report.explainedPerMinute);
    expect(minutesFor(200, report)).toBeCloseTo(2 * minutesFor(100, report));
    const [pin] = await readPins(pins);
    expect(pin!.layouts).toEqual({
      [report.facts.layoutKey]: {
        name: report.layout,
        sequences: report.rates.find((one) => one.layout === report.layout)!.sequences,
      },
    });
    expect(report.facts.layoutKey).toMatch(/^[^:]+:.*llama\.cpp /);
  });

  it.each([
    ["contexts", { contexts: 2, sequences: 1, threads: 1 }],
    ["batches", { contexts: 2, sequences: 8, threads: 1 }],
    ["sequences", { contexts: 1, sequences: 16, threads: 2 }],
    // No batch is larger than those that were tried, whatever there is room for.
    ["batches", { contexts: 2, sequences: 3, threads: 1 }],
  ] as const)("has %s used from then on as %o, whichever processor was asked for", async (name, expected) => {
    const first = modelKeeper(bench.options({ pins }));
    const { layoutKey } = (await first.running()).facts;
    await first.close();
    await keepPin(pins, {
      ...(await pinOf(pins, bench.oracle)),
      layouts: { [layoutKey]: { name, sequences: expected.sequences } },
    });
    const keeper = modelKeeper(bench.options({ pins, gpu: "auto" }));
    expect((await keeper.running()).facts).toMatchObject({
      layout: expected,
      slots: expected.contexts * expected.sequences,
    });
    await keeper.close();
    // More patches than slots, of all lengths, half of them explained.
    const messages = Array.from({ length: 24 }, (_, i) =>
      i % 2
        ? `x: y\n\n${"It is only tidied. ".repeat(i)}No functional change.`
        : `x: y\n\n${"Now. ".repeat(i)}This fixes a crash.`,
    );
    // For some a person waits.
    const questions = asked(messages).map((one, i) => ({ ...one, isExplanationAsked: i % 7 === 3 }));
    const answers = await answersOf(await bench.engine({ pins }), questions);
    expect(answers.map((answer) => answer.verdict)).toEqual(messages.map((_, i) => (i % 2 ? "no" : "yes")));
    const written = answers.filter((answer) => answer.verdict === "yes").map((answer) => answer.transcript?.output);
    expect(new Set(written).size).toBe(1);
    expect(written[0]).toContain('"verdict":"yes"');
  });

  it("accepts a changed file when it is told to", async () => {
    const file = join(bench.folder, "changing.gguf");
    copyFileSync(bench.oracle, file);
    await bench.engine({ file, pins });
    writeRandomModel(file, shapes.tiny);
    await expect(check(false, file)).rejects.toThrow(/has changed since it was pinned/);
    expect((await check(true, file)).facts.name).toBe("random F16");
    await expect(bench.engine({ file, pins })).resolves.toMatchObject({ name: "llama" });
  });
});
