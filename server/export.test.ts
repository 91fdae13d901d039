import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { classify } from "./classify.ts";
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
