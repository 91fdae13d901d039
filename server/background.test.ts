import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, expect, it, vi } from "vitest";
import { startBackground } from "./background.ts";
import { rulesEngine } from "./engine/rules.ts";
import { scratch } from "./git/scratch.ts";
import { openStore } from "./store/store.ts";
import { until } from "./test-board.ts";

const stops: (() => unknown)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const stop of stops.splice(0).reverse()) await stop();
});

it("goes on after a disk was full, and reads what it could not when there is room", async () => {
  const repository = scratch();
  repository.commit("MINOR: lamp: first");
  const file = join(repository.folder, "board.db");
  const store = openStore(file);
  const said: string[] = [];
  const terminal = { say: (text: string) => void said.push(text), print: () => {}, progress: () => {} };
  const background = startBackground(store, { quick: rulesEngine(), model: null, ask: "unsettled" }, terminal);
  stops.push(
    () => repository.remove(),
    () => store.close(),
    () => background.stop(),
  );
  const choice = { repo: repository.path, series: "lamp", upstream: null, base: "root", targets: [] };
  await background.start([choice], 0);
  const series = store.series.byName("lamp")!;
  expect(store.history.livePatchCount(series.id)).toBe(1);

  repository.commit("MINOR: lamp: second");
  const isFull = vi.spyOn(store.history, "keepReading").mockImplementation(() => {
    throw new Database.SqliteError("database or disk is full", "SQLITE_FULL");
  });
  background.startSync(series);
  const sentence = `patchboard: no space left for ${file}: free some and try again; what was written before is kept.`;
  await until(async () => said.includes(sentence));
  expect(background.syncState(series.id).isRunning).toBe(false);

  isFull.mockRestore();
  background.startSync(series);
  await until(async () => store.history.livePatchCount(series.id) === 2);
});
