import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
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
