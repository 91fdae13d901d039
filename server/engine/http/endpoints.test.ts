import { describe, expect, it } from "vitest";
import { about, answersOf, answersTo, refusalOf, series, sourceAt, yesMessage } from "./test-engine.ts";
import { serveModel } from "./test-server.ts";

// Of the four the one whose answers cost least to send: what is measured here is time.
const kind = "ollama";
const many = (count: number) => Array.from({ length: count }, () => yesMessage);
const answered = (answers: { verdict: string }[]) => answers.filter(({ verdict }) => verdict === "yes").length;

describe("requests in flight", () => {
  it("grow with a server that has room, and stay within what is allowed", async () => {
    await using server = await serveModel({ kind, delayMs: () => 50 });
    expect(answered(await answersTo(server.url, many(100), { inFlight: 12 }))).toBe(100);
    expect(server.most()).toBeGreaterThanOrEqual(5);
    expect(server.most()).toBeLessThanOrEqual(12);
  });

  it("stay few where a server only lets them wait for each other", async () => {
    // Two at a time are as good as twenty: the time of each grows with what is in flight, by far more than a timer errs.
    await using server = await serveModel({ kind, delayMs: (inFlight) => 50 * Math.max(inFlight / 2, 1) });
    expect(answered(await answersTo(server.url, many(150), { inFlight: 64 }))).toBe(150);
    expect(server.most()).toBeLessThanOrEqual(16);
  });

  it("become fewer when a server says 429", async () => {
    let refused = 0;
    const after: number[] = [];
    await using server = await serveModel({
      kind,
      delayMs: () => 50,
      step: (_, inFlight) => {
        if (refused) after.push(inFlight);
        if (inFlight <= 3) return undefined;
        refused++;
        return { status: 429 };
      },
    });
    expect(answered(await answersTo(server.url, many(160), { inFlight: 64 }))).toBe(160);
    expect(refused).toBeGreaterThan(0);
    // Each time it grows it is told, and shrinks: most requests are within what the server takes.
    expect(refused).toBeLessThan(60);
    expect(Math.max(...after.slice(20))).toBeLessThanOrEqual(8);
  });

  it("take questions only as there is room, so that their order may still change", async () => {
    await using server = await serveModel({ kind, delayMs: () => 5 });
    const engine = await sourceAt(server.url, { inFlight: 4 }).engine(series);
    let taken = 0;
    let given = 0;
    function* questions() {
      for (let i = 0; i < 40; i++) {
        taken++;
        yield about(yesMessage, i);
      }
    }
    for await (const _ of engine.answers(questions(), new AbortController().signal)) {
      given++;
      expect(taken - given).toBeLessThanOrEqual(8);
    }
    expect(given).toBe(40);
  });
});

describe("several endpoints", () => {
  it("share the work, the faster one more of it", async () => {
    await using fast = await serveModel({ kind, delayMs: () => 20 });
    await using slow = await serveModel({ kind, delayMs: () => 150 });
    expect(answered(await answersTo([fast.url, slow.url], many(80), { inFlight: 4 }))).toBe(80);
    expect(fast.requests.length + slow.requests.length).toBe(80);
    expect(slow.requests.length).toBeGreaterThan(3);
    expect(fast.requests.length).toBeGreaterThan(slow.requests.length * 1.5);
  });

  it("go on without the one that dies in the middle of a run, and lose no patch", async () => {
    await using good = await serveModel({ kind, delayMs: () => 10 });
    const dying = await serveModel({
      kind,
      delayMs: () => 10,
      step: () => (dying.requests.length === 10 ? (void dying.close(), "reset") : undefined),
    });
    const answers = await answersTo([good.url, dying.url], many(60));
    expect(answered(answers)).toBe(60);
    expect(answers.every(({ transcript }) => transcript!.marks.length === 0)).toBe(true);
    expect(dying.requests.length).toBeLessThanOrEqual(12);
  });

  it("try one that failed again after a while", async () => {
    let isIll = false;
    await using good = await serveModel({ kind, delayMs: () => 10 });
    await using ill = await serveModel({
      kind,
      delayMs: () => 10,
      step: () => {
        isIll = ill.requests.length > 4 && ill.requests.length < 9;
        return isIll ? { status: 500 } : undefined;
      },
    });
    expect(answered(await answersTo([good.url, ill.url], many(120), { inFlight: 4 }))).toBe(120);
    expect(ill.requests.length).toBeGreaterThan(15);
  });

  it.each([
    ["take in one that was down at the start", "test-model", true],
    ["leave out one that comes with another model", "another-model", false],
  ])("%s", async (_, model, isTaken) => {
    const { url, close } = await serveModel({ kind });
    await close();
    await using good = await serveModel({ kind, delayMs: () => 30 });
    const engine = await sourceAt([good.url, url], { inFlight: 2 }).engine(series);
    await using late = await serveModel({ kind, port: Number(new URL(url).port), models: [model], delayMs: () => 30 });
    expect(answered(await answersOf(engine, many(40)))).toBe(40);
    expect(late.requests.length > 0).toBe(isTaken);
    expect(good.requests.length).toBeGreaterThan(5);
  });

  it("all gone end the run with a sentence about each", async () => {
    const servers = [await serveModel({ kind }), await serveModel({ kind })];
    const engine = await sourceAt(servers.map(({ url }) => url)).engine(series);
    for (const server of servers) await server.close();
    const words = await refusalOf(answersOf(engine, many(5)));
    for (const { url } of servers) expect(words).toContain(`${url}/chat/completions cannot be reached`);
    expect(words).toMatch(/What was answered is kept: start the run again when one of them is back\.$/);
  });

  it("need one at least", () => expect(() => sourceAt([])).toThrow("the http engine has no endpoint"));
});
