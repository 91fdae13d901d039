import { describe, expect, it } from "vitest";
import type { Answer } from "../../domain.ts";
import { answersFrom } from "./answers.ts";
import type { Keeper } from "./keeper.ts";
import { defaultLimits } from "./options.ts";
import type { ModelFacts, PromptFacts, FromChild, Reply, ToChild } from "./protocol.ts";
import { asked } from "./test-source.ts";
import { makeTurns } from "./turns.ts";

/** A child that fails over the patches for which `fails` is true, and is otherwise sure of a no. */
function keeperOf(fails: (at: number) => boolean): Keeper {
  const listeners = new Set<(message: FromChild) => void>();
  const tell = (message: FromChild) => queueMicrotask(() => listeners.forEach((listener) => listener(message)));
  let at = 0;
  const send = (message: ToChild) => {
    if (message.type === "cancel") tell({ type: "cancelled", ids: message.ids });
    if (message.type !== "ask") return;
    const { id } = message.ask;
    if (fails(at++)) return tell({ type: "failed", id, cause: "decode gave -3" });
    const scores = { yes: 0, no: 1, wait: 0, uncertain: 0 };
    const reply: Reply = { id, scores, cutTo: null, output: null, broken: null, readTokens: 1, writtenTokens: 0 };
    tell({ type: "replied", reply });
  };
  const process = {
    pid: 1,
    send,
    listen: (listener: (message: FromChild) => void) => (
      listeners.add(listener),
      () => void listeners.delete(listener)
    ),
    ended: new Promise<never>(() => {}),
    setBusy: () => {},
    end: () => {},
    setNeeded: () => {},
  };
  const facts = { slots: 2, layout: { contexts: 2, sequences: 1, threads: 1 } } as ModelFacts;
  const running = { process, facts, hash: "", sendAway: () => {}, prompt: () => Promise.resolve({} as PromptFacts) };
  return {
    limits: defaultLimits,
    turns: makeTurns(),
    running: () => Promise.resolve(running),
    hold: () => () => {},
    answered: () => Promise.resolve(),
    deaths: () => 0,
    state: () => ({ state: "ready", words: "" }),
    close: () => Promise.resolve(),
  };
}

async function given(keeper: Keeper, count: number, into: Answer[] = []): Promise<Answer[]> {
  const questions = asked(Array.from({ length: count }, (_, at) => `message ${at}`));
  const prompt = { key: "", before: "", after: "" };
  for await (const [, answer] of answersFrom(keeper, "p", prompt, questions, new AbortController().signal))
    into.push(answer);
  return into;
}

describe("a patch that the child cannot evaluate", () => {
  it("fails alone, with the cause", async () => {
    const answers = await given(
      keeperOf((at) => at % 2 === 0),
      20,
    );
    expect(answers.filter((answer) => answer.verdict === "no")).toHaveLength(10);
    const failed = answers.filter((answer) => answer.transcript?.marks.includes("failed"));
    expect(failed.map((answer) => answer.reason)).toEqual(
      Array.from({ length: 10 }, () => "Not analysed: decode gave -3."),
    );
  });

  it("ends the run when it is every patch", async () => {
    const answers: Answer[] = [];
    await expect(
      given(
        keeperOf(() => true),
        20,
        answers,
      ),
    ).rejects.toThrow("The model failed 5 times in a row; at last: decode gave -3.");
    expect(answers).toHaveLength(5);
  });
});
