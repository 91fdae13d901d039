import type { BatchItem } from "node-llama-cpp";
import { describe, expect, it } from "vitest";
import { makeBatches, placed } from "./batches.ts";
import { fittingSequences, layoutOf } from "./options.ts";

const item = (place: number, tokens = 1): BatchItem => ({
  tokens: Array.from({ length: tokens }, () => 7 as BatchItem["tokens"][number]),
  logits: [],
  evaluationPriority: placed(place),
});
const size = 512;

/** Writers that give a token whenever `go` is called. */
function writer() {
  let give = Promise.withResolvers<number>();
  let count = 0;
  async function* written() {
    for (;;) yield await give.promise;
  }
  return {
    written: written(),
    go() {
      const { resolve } = give;
      give = Promise.withResolvers();
      resolve(++count);
    },
  };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Takes all that a sequence writes, in its turn. */
async function follow(batches: ReturnType<typeof makeBatches>, written: AsyncIterable<number>, got: number[]) {
  for await (const one of batches.inTurn(written)) got.push(one);
}

/** A sequence that has written its first token, and what of it came. */
async function begun(batches: ReturnType<typeof makeBatches>) {
  const one = writer();
  const got: number[] = [];
  void follow(batches, one.written, got);
  one.go();
  await turn();
  return { go: one.go, got };
}

describe("a batch", () => {
  it("is one that reads, alone and in the order of asking, as far as it fits", () => {
    const { prioritize } = makeBatches();
    const items = [item(0), item(3, 700), item(2, 20)];
    expect(prioritize({ items, size })).toEqual([{ item: items[1], processAmount: size }]);
    expect(prioritize({ items: [items[0]!, items[2]!], size })).toEqual([{ item: items[2], processAmount: 20 }]);
  });

  it("is all that write, neighbours beside each other", () => {
    const { prioritize } = makeBatches();
    const places = prioritize({ items: [5, 0, 2].map((place) => item(place)), size });
    expect(places.map((one) => [one.item.evaluationPriority, one.processAmount])).toEqual([
      [placed(0), 1],
      [placed(2), 1],
      [placed(5), 1],
    ]);
  });

  it("waits for the sequences that are on their way, and not for ever", async () => {
    const batches = makeBatches();
    const [a, b] = [writer(), writer()];
    const got: number[] = [];
    void follow(batches, a.written, got);
    void follow(batches, b.written, got);
    a.go();
    b.go();
    await turn();
    expect(got).toEqual([1, 1]);
    expect(batches.prioritize({ items: [item(0)], size })).toEqual([]);
    expect(batches.prioritize({ items: [item(0), item(1)], size })).toHaveLength(2);
    let passes = 0;
    while (batches.prioritize({ items: [item(0)], size }).length === 0) passes++;
    expect(passes).toBeGreaterThan(10);
  });

  it("is one that reads as long as there is one, then the beginnings of all forms together, then all that write", async () => {
    const batches = makeBatches();
    const { got } = await begun(batches);
    expect(got).toEqual([1]);
    const all = [item(0), item(3, 4), item(1, 200), item(2, 4)];
    const next = (items: BatchItem[]) =>
      batches.prioritize({ items, size }).map((each) => [each.item.evaluationPriority - 1, each.processAmount]);
    expect([next(all), next(all)]).toEqual([[[1, 200]], [[1, 200]]]);
    const unread = all.filter((each) => each.tokens.length < 200);
    expect(next(unread)).toEqual([
      [2, 4],
      [3, 4],
    ]);
    expect(next(unread.slice(0, 1))).toEqual([[0, 1]]);
  });

  it("is what a person waits for before others read, and lets it write in between", async () => {
    const batches = makeBatches();
    const kinds = (items: BatchItem[], times: number) =>
      Array.from({ length: times }, () => batches.prioritize({ items, size })[0]?.item.tokens.length ?? 0);
    const one = writer();
    void follow(batches, one.written, []);
    const asked = batches.begin(2, true);
    expect(kinds([item(0, 300), item(2, 200)], 2)).toEqual([200, 200]);
    asked.read();
    one.go();
    await turn();
    const eight = Array.from({ length: 8 }, () => 1);
    expect(kinds([item(2), item(0, 300)], 18)).toEqual([...eight, 300, ...eight, 300]);
    asked.done();
    expect(kinds([item(2), item(0, 300)], 2)).toEqual([300, 300]);
  });

  it("expects nobody who came to the end, gave up or broke", async () => {
    const batches = makeBatches();
    async function* broken() {
      yield 1;
      throw new Error("cancelled");
    }
    async function* three() {
      yield* [1, 2, 3];
    }
    await expect(follow(batches, broken(), [])).rejects.toThrow("cancelled");
    for await (const _ of batches.inTurn(three())) break;
    await follow(batches, three(), []);
    expect(batches.prioritize({ items: [item(0)], size })).toHaveLength(1);
  });
});

describe("turns", () => {
  const never = new AbortController().signal;
  const settled = async (one: Promise<void>) => {
    let isSettled = false;
    void one.then(() => (isSettled = true));
    await turn();
    return isSettled;
  };

  it("has one read and one be ready to, and writes when nobody reads", async () => {
    const batches = makeBatches();
    const first = batches.begin(0, false);
    expect(batches.hasRoom(false)).toBe(true);
    const second = batches.begin(1, false);
    expect(batches.hasRoom(false)).toBe(false);
    first.read();
    const written = batches.mayWrite(0, never);
    expect(batches.hasRoom(false)).toBe(true);
    const third = batches.begin(2, false);
    second.read();
    second.read();
    expect(await settled(written)).toBe(false);
    third.done();
    expect(await settled(written)).toBe(true);
  });

  it("begins with nothing else beside what a person waits for, which never waits to write", async () => {
    const batches = makeBatches();
    const others = [batches.begin(0, false), batches.begin(1, false)];
    expect(batches.hasRoom(true)).toBe(true);
    const asked = batches.begin(2, true);
    for (const one of others) one.read();
    expect(batches.hasRoom(false)).toBe(false);
    expect(await settled(batches.mayWrite(2, never))).toBe(true);
    expect(await settled(batches.mayWrite(0, never))).toBe(false);
    asked.read();
    expect(batches.hasRoom(false)).toBe(false);
    asked.done();
    expect(batches.hasRoom(false)).toBe(true);
  });

  it("lets go of what was taken back", async () => {
    const batches = makeBatches();
    batches.begin(0, false);
    const stop = new AbortController();
    const written = batches.mayWrite(1, stop.signal);
    expect(await settled(written)).toBe(false);
    stop.abort();
    expect(await settled(written)).toBe(true);
  });
});

describe("what needs the context for itself", () => {
  it("is done while those that write pause, and no batch waits for them", async () => {
    const batches = makeBatches();
    const { go, got } = await begun(batches);
    const work = Promise.withResolvers<string>();
    const done = batches.alone(() => work.promise);
    go();
    await turn();
    go();
    await turn();
    // The second was under way already; the third is asked for when the work is done.
    expect(got).toEqual([1, 2]);
    expect(batches.prioritize({ items: [item(3)], size })).toHaveLength(1);
    work.resolve("done");
    await expect(done).resolves.toBe("done");
    await turn();
    go();
    await turn();
    expect(got.length).toBe(3);
  });

  it("holds nobody up when it fails, and waits for all of several", async () => {
    const batches = makeBatches();
    const work = Promise.withResolvers<void>();
    const first = batches.alone(() => work.promise);
    await expect(batches.alone(() => Promise.reject(new Error("no room")))).rejects.toThrow("no room");
    let isFree = false;
    const free = batches.pause().then(() => (isFree = true));
    await turn();
    expect(isFree).toBe(false);
    work.resolve();
    await Promise.all([first, free]);
    expect(isFree).toBe(true);
  });
});

it.each([
  ["all of them on a large machine", 24 * 2 ** 30, 0.1 * 2 ** 30, 8],
  ["fewer for a larger model", 24 * 2 ** 30, 0.6 * 2 ** 30, 5],
  ["one where there is no room for two", 8 * 2 ** 30, 0.6 * 2 ** 30, 1],
  ["one, however small the machine is", 2 ** 30, 2 ** 30, 1],
])("sequences: %s", (_, memory, each, expected) => {
  expect(fittingSequences(layoutOf("batches", false, 2), memory, each)).toBe(expected);
});

describe("the layout of a machine", () => {
  it.each([
    [false, { contexts: 8, sequences: 1, threads: 2 }],
    [true, { contexts: 2, sequences: 1, threads: 8 }],
  ])("that was not checked has nothing in a batch beside a patch (GPU: %s)", (gpu, expected) => {
    expect(layoutOf(null, gpu, 16)).toEqual(expected);
  });

  it.each([false, true])("that was checked has what was fastest (GPU: %s)", (gpu) => {
    expect(layoutOf("sequences", gpu, 2)).toEqual({ contexts: 1, sequences: 16, threads: 2 });
    expect(layoutOf("batches", gpu, 2)).toEqual({ contexts: 2, sequences: 8, threads: 1 });
  });
});
