import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verdicts } from "../domain.ts";
import { modelKeeper } from "./llama/keeper.ts";
import { shapes, writeRandomModel } from "./llama/test-llama.ts";
import { answersOf, asked, openBench, type Bench } from "./llama/test-source.ts";
import type { Engine } from "./engine.ts";
import { cutMark } from "./prompt.ts";
import { readWritten } from "./written.ts";

const messages = {
  yes: "BUG/MINOR: h2: check the length\n\nThis fixes a crash in the parser.",
  no: "CLEANUP: h2: move two functions\n\nNo functional change.",
  wait: "MINOR: h2: larger buffers\n\nPick it after it has settled in 3.3.",
  uncertain: "MINOR: h2: do something\n\nWho knows.",
} as const;

let bench: Bench;
let engine: Engine;
beforeAll(async () => {
  bench = openBench();
  engine = await bench.engine();
});
afterAll(() => bench.close());

describe("the llama engine", () => {
  it("gives the verdict that the message calls for", async () => {
    const answers = await answersOf(engine, asked(Object.values(messages)));
    expect(answers.map((answer) => answer.verdict)).toEqual(["yes", "no", "wait", "uncertain"]);
  });

  it("gives probabilities that make 1 and lead to the verdict", async () => {
    for (const answer of await answersOf(engine, asked(Object.values(messages)))) {
      const scores = answer.transcript!.scores!;
      expect(verdicts.reduce((sum, verdict) => sum + scores[verdict], 0)).toBeCloseTo(1, 6);
      expect(verdicts.every((verdict) => scores[verdict] <= scores[answer.verdict])).toBe(true);
    }
  });

  it("explains what is worth reading, with the sentence that decides and the version", async () => {
    const [answer] = await answersOf(engine, asked([messages.yes]));
    expect(answer).toMatchObject({
      reason: "This fixes a bug that users of stable branches meet.",
      quote: { text: "This fixes a crash", start: messages.yes.indexOf("This fixes") },
      oldest: "2.8",
    });
    expect(readWritten(answer!.transcript!.output)).toMatchObject({ verdict: "yes" });
  });

  it("only scores a clear no, unless a person asks", async () => {
    const [scoredOnly] = await answersOf(engine, asked([messages.no]));
    expect(scoredOnly!.transcript).toMatchObject({ output: "", writtenTokens: 0 });
    const [explained] = await answersOf(engine, asked([messages.no], { isExplanationAsked: true }));
    expect(explained).toMatchObject({ verdict: "no", reason: "Nothing that a stable branch needs." });
  });

  it("is uncertain, and marks it, when the model writes another verdict than it scores", async () => {
    const [answer] = await answersOf(engine, asked(["MINOR: x: y\n\nThe author is of two minds."]));
    expect(answer).toMatchObject({ verdict: "uncertain", transcript: { marks: ["quote dropped", "contradiction"] } });
  });

  it("cuts a message that is too long in its middle, and marks that", async () => {
    const long = `BUG/MINOR: x: y\n\n${"Nothing of interest stands here. ".repeat(2000)}\n\nThis fixes a crash.`;
    const [answer] = await answersOf(engine, asked([long]));
    expect(answer).toMatchObject({ verdict: "yes", transcript: { marks: ["cut"] } });
    const { input } = answer!.transcript!;
    expect(input.startsWith("Author: Ada Lovelace\n\n    BUG/MINOR: x: y")).toBe(true);
    expect(input).toContain(cutMark);
    expect(input.length).toBeLessThan(long.length);
    expect(input.endsWith("This fixes a crash.")).toBe(true);
  });

  it("does not take a no from a message of which it did not see all", async () => {
    const long = `CLEANUP: x: y\n\n${"Nothing of interest stands here. ".repeat(2000)}\n\n${"No functional change. ".repeat(4)}`;
    const [answer] = await answersOf(engine, asked([long]));
    expect(answer!.transcript!.scores!.no).toBeGreaterThan(0.5);
    expect(answer).toMatchObject({ verdict: "uncertain", transcript: { marks: ["cut"] } });
  });

  it("gives the same answer whatever slot it comes to, in whatever order and company", async () => {
    const all = Array.from(
      { length: 12 },
      (_, at) => `${Object.values(messages)[at % 4]}\n\nNumber ${at}, ${"and more ".repeat(at * 9)}`,
    );
    const questions = asked(all);
    const there = await answersOf(engine, questions);
    const back = await answersOf(engine, questions.toReversed());
    expect(back).toEqual(there);
    const alone = await bench.engine({ threads: 1 });
    expect(await answersOf(alone, questions)).toEqual(there);
  });

  it("gives the same scores to the last digit with a model whose numbers are not round", async () => {
    const file = `${bench.folder}/random.gguf`;
    writeRandomModel(file, shapes.tiny, { packing: "Q8_0" });
    const questions = asked(
      Array.from({ length: 6 }, (_, at) => `MINOR: x: number ${at}\n\n${"some words and ".repeat(at * 7)}`),
    );
    const limits = { mostWrittenTokens: 24 };
    const there = await answersOf(await bench.engine({ file, limits }), questions);
    expect(new Set(there.map((answer) => answer.transcript!.scores!.yes)).size).toBe(6);
    expect(there.some((answer) => answer.transcript!.output.length > 30)).toBe(true);
    expect(await answersOf(await bench.engine({ file, limits, threads: 1 }), questions.toReversed())).toEqual(there);
  });

  it("scores whole words where their first tokens do not tell them apart", async () => {
    const file = `${bench.folder}/words.gguf`;
    // " no" is a token, and the other three begin with the one for a space.
    writeRandomModel(file, shapes.tiny, { words: [" n", " no"] });
    const keeper = modelKeeper(bench.options({ file }));
    const { prompt } = await keeper.running();
    const facts = await prompt("p", { key: "k", before: "Judge this:\n", after: "\nDone." });
    expect(facts.areVerdictsSingle).toBe(false);
    await keeper.close();
    const [answer] = await answersOf(
      await bench.engine({ file, limits: { mostWrittenTokens: 0 } }),
      asked([messages.yes]),
    );
    const scores = answer!.transcript!.scores!;
    expect(verdicts.reduce((sum, verdict) => sum + scores[verdict], 0)).toBeCloseTo(1, 6);
    // A word of nine tokens is the least likely one, and still has its chance.
    expect(Math.min(...Object.values(scores))).toBe(scores.uncertain);
    expect(scores.uncertain).toBeGreaterThan(0);
  });

  it("fails a patch whose explanation does not come to an end, and tells the limit", async () => {
    const short = await bench.engine({ limits: { mostWrittenTokens: 12 } });
    const [answer] = await answersOf(short, asked(["MINOR: x: y\n\nIt goes on and on."]));
    expect(answer!.verdict).toBe("uncertain");
    expect(answer!.transcript!.marks).toContain("failed");
    expect(answer!.reason).toContain("had not finished after 12 tokens");
    expect(answer!.transcript!.writtenTokens).toBe(12);
  });

  it("tells which patch it reads and what it writes", async () => {
    const began: number[] = [];
    const wrote: string[] = [];
    const watch = { began: (patch: number) => began.push(patch), wrote: (_: number, text: string) => wrote.push(text) };
    await answersOf(engine, asked([messages.yes, messages.no]), new AbortController().signal, watch);
    expect(new Set(began)).toEqual(new Set([0, 1]));
    expect(wrote[0]).toMatch(/^\{"reason":"This fixes/);
  });

  it("takes questions only as it has room for them", async () => {
    let taken = 0;
    function* questions() {
      for (const question of asked(Array.from({ length: 20 }, () => messages.no))) {
        taken++;
        yield question;
      }
    }
    let given = 0;
    for await (const _ of engine.answers(questions(), new AbortController().signal)) {
      given++;
      expect(taken - given).toBeLessThanOrEqual(2);
    }
    expect(given).toBe(20);
  });

  it("names the model by its hash, the prompt by its key, and keeps the prompt without the message", async () => {
    expect(engine).toMatchObject({ name: "llama", version: "2 context 4096" });
    expect(engine.model).toMatch(/^[0-9a-f]{64}$/);
    expect(engine.prompt).toMatch(/^general:[0-9a-f]{12}$/);
    expect(engine.promptText).toContain("3.2-stable");
    expect(engine.promptText).toContain("{{commit}}");
  });
});
