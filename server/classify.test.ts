import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { makeDemoRepository } from "../scripts/demo-history.ts";
import { classify } from "./classify.ts";
import { type Answer, UserMistake } from "./domain.ts";
import type { Engine, Question } from "./engine/engine.ts";
import { openStore, type Store } from "./store/store.ts";
import { sync } from "./sync.ts";
import { bareAnswer } from "./test-answer.ts";

const patches = 144;
const never = new AbortController().signal;

let store: Store;
/** How many questions the engine was asked, over all runs. */
let asked: number;

/** Answers one message after the other; `act` may wait, throw or look before each. */
const engine = (act: (nth: number) => unknown, version = "1"): Engine => ({
  name: "llama",
  version,
  model: "a hash",
  prompt: "general",
  promptText: null,
  async *answers(questions: Iterable<Question>) {
    let nth = 0;
    for (const question of questions) {
      await act(++nth);
      asked++;
      yield [question, bareAnswer({ verdict: "uncertain", reason: `read ${question.message.length} characters` })] as [
        Question,
        Answer,
      ];
    }
  },
});
const series = () => store.series.all()[0]!;
const answered = () => [...store.board.all(series().id)].filter((patch) => patch.classifications.length === 1).length;

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), "patchboard-classify-"));
  await makeDemoRepository(join(folder, "lantern"));
  store = openStore(join(folder, "board.db"));
  await sync({ store, repo: join(folder, "lantern") });
  asked = 0;
});

describe("a run", () => {
  it("asks for each patch once, and again only when the engine's answers could differ", async () => {
    const first = await classify(
      store,
      engine(() => {}),
      series(),
      never,
    );
    expect(first).toMatchObject({ planned: patches, done: patches, failed: 0 });
    expect(
      await classify(
        store,
        engine(() => {}),
        series(),
        never,
      ),
    ).toMatchObject({ run: null, planned: 0 });
    expect(asked).toBe(patches);
    expect(
      await classify(
        store,
        engine(() => {}, "2"),
        series(),
        never,
      ),
    ).toMatchObject({ planned: patches, done: patches });
    expect(answered()).toBe(patches);
  });

  it("stops when a person cancels it, keeps what it has, and goes on from there", async () => {
    const slow = engine(async (nth) => {
      await sleep(4);
      if (nth === 40) store.runs.askCancel(store.runs.last(series().id)!, "Ada");
    });
    const cut = await classify(store, slow, series(), never);
    expect(cut.done).toBeGreaterThanOrEqual(40);
    expect(cut.done).toBeLessThan(patches);
    expect(store.runs.last(series().id)).toMatchObject({ state: "cancelled", done: cut.done });
    const rest = await classify(
      store,
      engine(() => {}),
      series(),
      never,
    );
    expect(rest).toMatchObject({ planned: patches - cut.done, done: patches - cut.done });
    expect([asked, answered()]).toEqual([patches, patches]);
  });

  it("stops with its process and goes on in the next one", async () => {
    const stop = new AbortController();
    const cut = await classify(
      store,
      engine((nth) => nth === 30 && stop.abort()),
      series(),
      stop.signal,
    );
    expect(store.runs.last(series().id)).toMatchObject({ state: "cancelled", done: cut.done });
    await classify(
      store,
      engine(() => {}),
      series(),
      never,
    );
    expect(answered()).toBe(patches);
  });

  it("ends with the reason when its engine is down, and keeps what was answered before", async () => {
    const down = engine((nth) => {
      if (nth === 50) throw new UserMistake("the model's process ended.");
    });
    await expect(classify(store, down, series(), never)).rejects.toThrow("the model's process ended.");
    const failed = { state: "failed", trouble: "the model's process ended.", done: 49 };
    expect(store.runs.last(series().id)).toMatchObject(failed);
    expect(answered()).toBe(49);
  });

  it("that was left by a killed process is ended by the next one", async () => {
    const left = store.runs.start(
      series().id,
      engine(() => {}),
      patches,
    );
    await classify(
      store,
      engine(() => {}),
      series(),
      never,
    );
    expect(store.runs.run(left)).toMatchObject({
      state: "failed",
      trouble: "the process that ran it ended",
    });
  });

  it("tells the change log of every answer, once", async () => {
    const before = store.changes.lastSeq();
    await classify(
      store,
      engine(() => {}),
      series(),
      never,
    );
    const told = store.changes.after(series().id, before, 1_000).filter((row) => row.what === "classified");
    expect(new Set(told.map((row) => row.patch)).size).toBe(patches);
    expect(told).toHaveLength(patches);
  });
});
