import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { UserMistake } from "../../domain.ts";
import type { Question } from "../engine.ts";
import {
  about,
  answersOf,
  answersTo,
  openMessage,
  quick,
  refusalOf,
  series,
  sourceAt,
  yesMessage,
} from "./test-engine.ts";
import type { ChatRequest } from "./test-kinds.ts";
import { serveModel, type Step } from "./test-server.ts";

const many = (count: number) => Array.from({ length: count }, () => yesMessage);
const verdictsOf = (answers: { verdict: string }[]) => answers.map(({ verdict }) => verdict);

describe("a fault that passes", () => {
  const bad: [string, Step][] = [
    ["500", { status: 500, body: { error: { message: "CUDA error" } } }],
    ["502 with a page", { status: 502, body: "<html>Bad gateway</html>" }],
    ["a connection cut in the middle of an answer", "cut"],
    ["a connection that is reset", "reset"],
    ["an answer that is not JSON", "not JSON"],
    ["an answer without an end", "huge"],
    ["an error in the stream", "error in the stream"],
    ["429 without a word", { status: 429 }],
    ["503 while the model is loaded", { status: 503, body: { error: { message: "Loading model" } } }],
  ];
  it.each(bad)("is tried again: %s", async (_, step) => {
    await using server = await serveModel({ script: [step, "good", step] });
    expect(verdictsOf(await answersTo(server.url, many(4)))).toEqual(["yes", "yes", "yes", "yes"]);
    expect(server.requests).toHaveLength(6);
  });

  it.each<[string, Step]>([
    ["hangs", "hang"],
    ["drips a byte now and then", "drip"],
  ])("is a server that %s: it gets a limited time for all of an answer", async (_, step) => {
    await using server = await serveModel({ script: [step] });
    expect(verdictsOf(await answersTo(server.url, many(2), { timeoutMs: 300 }))).toEqual(["yes", "yes"]);
    expect(server.left()).toBe(1);
  });

  it("is waited for as long as Retry-After says, by all", async () => {
    const from = Date.now();
    const served: number[] = [];
    await using server = await serveModel({
      step: () => {
        served.push(Date.now() - from);
        return served.length === 1 ? { status: 429, headers: { "retry-after": "1" } } : undefined;
      },
    });
    expect(verdictsOf(await answersTo(server.url, many(3), { inFlight: 1 }))).toEqual(["yes", "yes", "yes"]);
    expect(served).toHaveLength(4);
    expect(served[1]! - served[0]!).toBeGreaterThanOrEqual(990);
  });
});

describe("a fault that stays", () => {
  it("is the question's when others get answers: that patch is uncertain, with the reason", async () => {
    const isPoison = ({ messages }: ChatRequest) => messages[0]!.content.includes("poison");
    await using server = await serveModel({
      step: (r) => (isPoison(r) ? { status: 500, body: { error: "segfault" } } : undefined),
    });
    const answers = await answersTo(server.url, ["a: poison", ...many(20)]);
    expect(answers[0]).toMatchObject({
      verdict: "uncertain",
      transcript: { marks: ["failed"], input: expect.stringContaining("poison") },
    });
    expect(answers[0]!.reason).toMatch(/^Not analysed: \S+ failed inside \(500: segfault\)\.$/);
    expect(verdictsOf(answers.slice(1))).toEqual(many(20).map(() => "yes"));
    expect(server.requests.filter(isPoison)).toHaveLength(3);
  });

  it("is the question's too when it is the only one and the server is well", async () => {
    await using server = await serveModel({ step: () => "reset" });
    const [answer] = await answersTo(server.url, ["a: poison"]);
    expect(answer).toMatchObject({ verdict: "uncertain", transcript: { marks: ["failed"] } });
  });

  it.each<[string, Step, RegExp]>([
    ["500", { status: 500, body: { error: "no GPU" } }, /^UserMistake: \S+ failed inside \(500: no GPU\)\./],
    ["a reset", "reset", /^UserMistake: \S+ broke the connection /],
    ["422", { status: 422, body: { error: "no" } }, /^UserMistake: \S+ refuses the request \(422: no\)\./],
  ])(
    "is the server's when every question meets it: the run ends, and no patch is marked: %s",
    async (_, step, words) => {
      await using server = await serveModel({ step: () => (server.requests.length > 1 ? step : undefined) });
      const engine = await sourceAt(server.url, { inFlight: 1 }).engine(series);
      const answered: Question[] = [];
      const run = async () => {
        const questions = many(50).map((message) => about(message));
        for await (const [question] of engine.answers(questions, new AbortController().signal)) answered.push(question);
      };
      expect(await refusalOf(run())).toMatch(words);
      expect(answered).toHaveLength(1);
    },
  );

  it("is the question's of two that are the last of a run, or that others follow", async () => {
    const isPoison = ({ messages }: ChatRequest) => messages[0]!.content.includes("poison");
    await using server = await serveModel({ step: (r) => (isPoison(r) ? "reset" : undefined) });
    const bad = ["a: poison", "b: poison"];
    const answers = await answersTo(server.url, [...bad, yesMessage, ...bad], { inFlight: 1 });
    expect(verdictsOf(answers)).toEqual(["uncertain", "uncertain", "yes", "uncertain", "uncertain"]);
  });

  it("ends the run with one sentence when the server is gone, and the source says so", async () => {
    const server = await serveModel();
    const source = sourceAt(server.url);
    const engine = await source.engine(series);
    await server.close();
    const words = `${server.url}/chat/completions cannot be reached: nothing listens there; start the server or correct the URL. What was answered is kept: start the run again when it is back.`;
    expect(await refusalOf(answersOf(engine, many(5)))).toBe(`UserMistake: ${words}`);
    expect(source.state()).toEqual({ state: "off", words });
    expect(await refusalOf(source.engine(series))).toMatch(/cannot be reached/);
    await using back = await serveModel({ port: Number(new URL(server.url).port) });
    expect(verdictsOf(await answersOf(engine, many(2)))).toEqual(["yes", "yes"]);
    expect(source.state().state).toBe("ready");
    expect(back.requests).toHaveLength(2);
  });

  it("ends the run at once when the key is taken away or the model is gone", async () => {
    await using server = await serveModel({ step: () => ({ status: 401, body: { error: "Unauthorized" } }) });
    expect(await refusalOf(answersTo(server.url, many(50)))).toMatch(/^UserMistake: \S+ wants a key \(401\)/);
    expect(server.requests.length).toBeLessThanOrEqual(2);
    await using other = await serveModel({
      step: () => ({ status: 404, body: { error: { message: "model 'm' not found, try pulling it first" } } }),
    });
    expect(await refusalOf(answersTo(other.url, many(50)))).toMatch(
      /does not have the model \(404: model 'm' not found/,
    );
  });

  it("ends the run when a server asks to wait for ever", async () => {
    await using server = await serveModel({
      step: () => ({ status: 429, body: { error: { message: "quota exceeded" } } }),
    });
    expect(await refusalOf(answersTo(server.url, many(3)))).toMatch(
      /^UserMistake: \S+ is too busy \(429: quota exceeded\)\./,
    );
    expect(server.requests.length).toBeLessThan(20);
  });
});

describe("a run that is stopped", () => {
  it.each<Step>(["hang", "drip"])("stops at once, also in the middle of an answer: %s", async (step) => {
    await using server = await serveModel({ step: () => step });
    const engine = await sourceAt(server.url).engine(series);
    const stop = new AbortController();
    let taken = 0;
    function* questions() {
      for (;;) {
        taken++;
        yield about(openMessage);
      }
    }
    const from = performance.now();
    setTimeout(() => stop.abort(), 150);
    for await (const _ of engine.answers(questions(), stop.signal)) throw new Error("there is no answer");
    expect(performance.now() - from).toBeLessThan(1_000);
    expect(taken).toBe(2);
    await expect.poll(server.left).toBe(2);
  });

  it("stops waiting for a server that asked for it", async () => {
    await using server = await serveModel({ step: () => ({ status: 429, headers: { "retry-after": "60" } }) });
    const engine = await sourceAt(server.url).engine(series);
    const from = performance.now();
    for await (const _ of engine.answers([about(yesMessage)], AbortSignal.timeout(100))) throw new Error("no answer");
    expect(performance.now() - from).toBeLessThan(1_000);
  });

  it("gives up what is in flight when the caller wants no more", async () => {
    await using server = await serveModel({
      step: ({ messages }) => (messages[0]!.content.includes("fix a crash") ? "good" : "hang"),
    });
    const engine = await sourceAt(server.url).engine(series);
    const asked = [about(openMessage), about(yesMessage), about(openMessage)];
    for await (const [question] of engine.answers(asked, new AbortController().signal)) {
      expect(question).toBe(asked[1]);
      break;
    }
    await expect.poll(server.left).toBeGreaterThanOrEqual(1);
  });

  it("ends when the source is closed", async () => {
    await using server = await serveModel({ step: () => "hang" });
    const source = sourceAt(server.url);
    const engine = await source.engine(series);
    setTimeout(() => void source.close(), 50);
    expect(await refusalOf(answersOf(engine, many(2)))).toBe("UserMistake: the model was closed.");
  });
});

describe("the key", () => {
  const key = "sk-very-secret-0123456789";
  const asJson = (value: unknown) => JSON.stringify(value);

  it("is sent as a header and appears nowhere else, even when the server sends it back", async () => {
    const echo: Step[] = [
      { status: 500, body: { error: { message: `bad ${key}` } } },
      { status: 429, body: `key ${key}` },
      { text: `I was called with ${key}` },
      { text: `{"reason":"${key}","quote":"","verdict":"no","oldest":"","prerequisites":["${key}"]}` },
    ];
    await using server = await serveModel({ key, script: echo });
    const seen: string[] = [];
    const watch = { began: () => {}, wrote: (_: number, text: string) => void seen.push(text) };
    const answers = await answersTo(server.url, [yesMessage], { key, watch });
    expect(server.headers.every(({ authorization }) => authorization === `Bearer ${key}`)).toBe(true);
    expect(answers[0]!.transcript!.output).toContain("I was called with [key]");
    for (const text of [asJson(answers), ...seen]) {
      expect(text).not.toContain(key);
      expect(text).not.toContain(key.slice(0, -4));
    }
    expect(asJson(server.requests)).not.toContain(key);
  });

  it.each<[string, Step]>([
    ["500", { status: 500, body: { error: { message: `${key} is bad` } } }],
    ["401", { status: 401, body: { error: `invalid key ${key}` } }],
    ["429", { status: 429, body: `slow down, ${key}` }],
    ["400", { status: 400, body: { detail: [{ input: { key } }] } }],
    ["404", { status: 404, body: { error: { message: `no model for ${key}` } } }],
    ["302", { status: 302, headers: { location: `/login?key=${key}` } }],
    ["an error in a stream", { text: "x" }],
  ])("is in no message after %s", async (_, step) => {
    await using server = await serveModel({ key, step: () => step });
    const source = sourceAt(server.url, { key });
    const engine = await source.engine(series);
    const told: string[] = [asJson(engine)];
    try {
      for await (const [, answer] of engine.answers(
        many(4).map((one) => about(one)),
        new AbortController().signal,
      ))
        told.push(asJson(answer));
    } catch (error) {
      expect(error).toBeInstanceOf(UserMistake);
      told.push(String((error as Error).stack), asJson(error));
    }
    expect([...told, asJson(source.state())].join("\n")).not.toContain(key.slice(0, 12));
    expect(told.length).toBeGreaterThan(1);
  });
});

describe("connections", () => {
  it("are kept between requests", async () => {
    await using server = await serveModel({ kind: "ollama" });
    await answersTo(server.url, many(10), { inFlight: 1 });
    expect(server.requests).toHaveLength(10);
    expect(server.sockets()).toBeLessThanOrEqual(4);
  });

  it("that a server closes just when they are used again are replaced, and that is no fault", async () => {
    await using server = await serveModel({ kind: "ollama", script: ["good", "reset"] });
    const engine = await sourceAt(server.url, { pace: { ...quick, mostTries: 1 } }).engine(series);
    expect(verdictsOf(await answersOf(engine, [yesMessage]))).toEqual(["yes"]);
    // The first answer's connection is free again once its last byte is read.
    await sleep(100);
    expect(verdictsOf(await answersOf(engine, [yesMessage]))).toEqual(["yes"]);
    expect(server.requests).toHaveLength(3);
  });
});
