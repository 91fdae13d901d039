import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import { makeRepository } from "../bench/made-up.ts";
import { makeDemoRepository } from "../scripts/demo-history.ts";
import { openStore } from "./store/store.ts";
import { sync } from "./sync.ts";

const cycles = 8;

/** Decides for ever, one patch after the other, and prints each decision once it was acknowledged. */
const writer = (file: string) => `
  const { openStore } = await import(${JSON.stringify(new URL("store/store.ts", import.meta.url).href)});
  const store = openStore(${JSON.stringify(file)});
  const patches = [...store.board.all(1)].map((patch) => patch.id);
  const target = store.series.targets(1)[0].id;
  for (let i = 0; ; i++) {
    const patch = patches[i % patches.length];
    const expected = store.decisions.override(patch, target)?.revision ?? 0;
    store.decisions.overrideVerdict(process.pid + ":" + i, "Ada", [{ patch, target, expected }], i % 2 ? "yes" : "no");
    console.log(patch + " " + (expected + 1));
    await new Promise((resolve) => setImmediate(resolve));
  }`;

it("no acknowledged decision is lost when the process is killed at any moment", async () => {
  const folder = mkdtempSync(join(tmpdir(), "patchboard-kill-"));
  await makeDemoRepository(join(folder, "lantern"));
  const file = join(folder, "board.db");
  const store = openStore(file);
  await sync({ store, repo: join(folder, "lantern") });
  store.close();
  const acknowledged = new Map<number, number>();
  for (let cycle = 0; cycle < cycles; cycle++) {
    const child = spawn(process.execPath, ["--input-type=module", "-e", writer(file)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const lines = createInterface(child.stdout);
    let seen = 0;
    const killAfter = 20 + cycle * 17;
    for await (const line of lines) {
      const [patch, revision] = line.split(" ").map(Number);
      acknowledged.set(patch!, revision!);
      if (++seen === killAfter) child.kill("SIGKILL");
    }
    const after = openStore(file);
    const target = after.series.targets(1)[0]!.id;
    for (const [patch, revision] of acknowledged) {
      expect(after.decisions.override(patch, target)?.revision).toBeGreaterThanOrEqual(revision);
    }
    after.close();
  }
  expect(acknowledged.size).toBeGreaterThan(100);
});

/** Reads a repository and prints a line at its start and after each batch of commits; dies by itself after line `last`. */
const reader = (file: string, repo: string, last: number | null) => `
  const { openStore } = await import(${JSON.stringify(new URL("store/store.ts", import.meta.url).href)});
  const { sync } = await import(${JSON.stringify(new URL("sync.ts", import.meta.url).href)});
  let lines = 0;
  const progress = (label) => {
    console.log(label);
    if (++lines === ${last}) process.kill(process.pid, "SIGKILL");
  };
  progress("start");
  await sync({ store: openStore(${JSON.stringify(file)}), repo: ${JSON.stringify(repo)}, progress });`;

it("a first sync that is killed at any moment loses nothing and keeps nothing twice", async () => {
  const folder = mkdtempSync(join(tmpdir(), "patchboard-kill-"));
  const commits = 6_000;
  const repo = makeRepository(join(folder, "made-up.git"), commits);
  const file = join(folder, "board.db");
  const ids = execFileSync("git", ["-C", repo, "rev-list", "main"], { encoding: "utf8" }).trim().split("\n");
  const kept: number[] = [];
  // Right after the first batch, which is certain, and wherever it is some milliseconds later.
  for (const waitMs of [null, 0, 15, 40]) {
    const code = reader(file, repo, waitMs === null ? 2 : null);
    const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    for await (const line of createInterface(child.stdout))
      if (line === "start" && waitMs !== null) setTimeout(() => child.kill("SIGKILL"), waitMs);
    const after = openStore(file);
    kept.push(ids.filter((sha) => after.history.commitBySha(sha)).length);
    after.close();
  }
  expect(kept[0]).toBeGreaterThan(0);
  expect(kept[0]).toBeLessThan(commits);
  expect(kept).toEqual(kept.toSorted((a, b) => a - b));
  const store = openStore(file);
  expect(await sync({ store, repo })).toMatchObject({ patches: commits });
  const order = execFileSync("git", ["-C", repo, "rev-list", "--reverse", "v3.0-dev0..main"], { encoding: "utf8" });
  const patches = store.history.patches(store.series.all()[0]!.id);
  expect(patches.map((one) => one.sha)).toEqual(order.trim().split("\n"));
  expect(patches.map((one) => one.number)).toEqual(patches.map((_, i) => i + 1));
  store.close();
  rmSync(folder, { recursive: true });
}, 60_000);
