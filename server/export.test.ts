import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { classify } from "./classify.ts";
import type { Verdict } from "./domain.ts";
import { rulesEngine } from "./engine/rules.ts";
import { exported, type ExportOptions } from "./export.ts";
import { scratch, type Scratch } from "./git/scratch.ts";
import { openStore, type Store } from "./store/store.ts";
import { sync } from "./sync.ts";

let repo: Scratch;
let store: Store;
let said: string[];

beforeEach(() => {
  repo = scratch("widget");
  store = openStore(join(repo.folder, "board.db"));
  said = [];
});
afterEach(() => {
  store.close();
  repo.remove();
});

/** Two stable branches that left at the start of the cycle. */
function project() {
  repo.commit("start");
  for (const branch of ["3.2-stable", "3.0-stable"]) repo.git("branch", branch);
  repo.git("tag", "v3.3-dev0");
}

async function read() {
  await sync({ store, repo: repo.path });
  await classify(store, rulesEngine(), store.series.all()[0]!, new AbortController().signal);
}

const run = (options: Partial<ExportOptions> = {}) =>
  exported(store, store.series.all()[0]!, {
    target: null,
    format: "ids",
    from: null,
    withGuesses: true,
    say: (one) => said.push(one),
    ...options,
  });

let calls = 0;
function decide(subject: string, verdict: Verdict) {
  const series = store.series.all()[0]!.id;
  const target = store.series.targets(series)[0]!.id;
  const patch = store.history.patches(series).find((one) => one.subject === subject)!.id;
  store.decisions.overrideVerdict(`call ${++calls}`, "Ada", [{ patch, target, expected: 0 }], {
    verdict,
    clientAction: null,
  });
}

describe("the stable branch of an export", () => {
  it("is the newest that is there; one that is gone is exported when it is named, with a sentence", async () => {
    project();
    const fix = repo.commit("fix the reader", { body: "This must be backported to 3.2." });
    repo.commit("fix the writer", { body: "This must be backported to 3.0." });
    await read();
    repo.git("branch", "-D", "3.2-stable");
    await read();
    expect(await run()).not.toContain(fix);
    expect(said).toEqual([]);
    expect(await run({ target: "3.2-stable" })).toContain(fix);
    expect(said).toEqual(["3.2-stable is gone from the repository: this is what was known of it."]);
    // Where none is left the newest that there was has to do.
    repo.git("branch", "-D", "3.0-stable");
    await read();
    said = [];
    expect(await run()).toContain(fix);
    expect(said).toEqual(["3.2-stable is gone from the repository: this is what was known of it."]);
  });
});

describe("what people hear of a list", () => {
  it("is what it leaves out or lacks: merges, prerequisites, reverts; scripts read on as before", async () => {
    project();
    const bug = repo.commit("add a cache", { body: "This must be backported to 3.2." });
    repo.commit('Revert "add a cache"', { body: `This reverts commit ${bug}.` });
    repo.git("switch", "--quiet", "-c", "topic");
    repo.commit("topic");
    repo.git("switch", "--quiet", "main");
    repo.git("merge", "--quiet", "--no-ff", "--no-edit", "topic");
    await read();
    decide("Merge branch 'topic'", "yes");
    const sentences = [
      expect.stringMatching(/^patch 4 \([0-9a-f]{12}\) is a merge and left out: decide on the commits .*\.$/) as string,
      expect.stringMatching(/^patch 1 \(.*\) is reverted by patch 2 \(.*\), which is not in the list\.$/) as string,
    ];
    expect(await run()).toBe(`${bug}\n`);
    expect(said).toEqual(sentences);
    said = [];
    expect(await run({ format: "shell" })).toMatch(new RegExp(`^cid_y=\\( ${bug} \\)\n`));
    expect(said).toEqual(sentences);
    said = [];
    expect(JSON.parse(await run({ format: "json" }))).toHaveLength(4);
    expect(said).toEqual([]);
  });

  it("is how many decided patches lie before its start, and how to have them", async () => {
    project();
    repo.commit("fix the first reader");
    const forgotten = repo.commit("fix the second reader");
    const last = repo.commit("fix the third reader");
    repo.git("switch", "--quiet", "3.2-stable");
    repo.git("cherry-pick", "-x", last);
    repo.git("switch", "--quiet", "main");
    await read();
    decide("fix the second reader", "yes");
    expect(await run()).toBe("");
    expect(said).toEqual([
      "1 patch that people decided to pick lies before patch 4, where the list starts: --from 2 lists it too.",
    ]);
    said = [];
    const whole = await run({ from: 2 });
    expect(whole).toBe(`${forgotten}\n`);
    // Who named a start meant it.
    expect(await run({ from: 3 })).toBe("");
    expect(said).toEqual([]);
    decide("fix the first reader", "yes");
    await run({ format: "shell" });
    expect(said).toEqual([
      "2 patches that people decided to pick lie before patch 4, where the list starts: --from 1 lists them too.",
    ]);
  });
});
