// Cold sync of a whole history against one plain `git log` that prints the same fields, and against the least that a sync can do
// (bench/sync-floor.ts), alternately; then a second sync. Processor time tells how far more threads could bring it.
// Usage: node bench/sync.ts [REPOSITORY]; without one, 28,000 commits are made up.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeRepository, median } from "./made-up.ts";

const rounds = 7;
const madeUpCommits = 28_000;
const cores = 2;
const goal = { ratio: 1.5, secondMs: 300 };
const floorFile = fileURLToPath(new URL("sync-floor.ts", import.meta.url));
const patchboardFile = fileURLToPath(new URL("../scripts/patchboard.mjs", import.meta.url));

const folder = mkdtempSync(join(tmpdir(), "patchboard-bench-"));
try {
  const source = process.argv[2] ?? makeRepository(join(folder, "made-up.git"), madeUpCommits);
  const repo = oneBranch(source, join(folder, "one-branch.git"));
  const db = join(folder, "board.db");
  const log: number[] = [];
  const floor: number[] = [];
  const cold: number[] = [];
  const second: number[] = [];
  const coldBusy: number[] = [];
  for (let round = 0; round < rounds; round++) {
    log.push(
      timed(() => command("git", ["--git-dir", repo, "log", "--format=%H %P %an %ae %at %cn %ct %B", "HEAD"], 0)),
    );
    removeDatabase(db);
    floor.push(timed(() => command(process.execPath, [floorFile, repo, db], 0)));
    removeDatabase(db);
    const busyBefore = busyMs();
    cold.push(timed(() => patchboard(db, repo, 0)));
    coldBusy.push(busyMs() - busyBefore);
    second.push(timed(() => patchboard(db, repo, 3)));
  }
  const ratio = (of: number[]) => (median(of) / median(log)).toFixed(2);
  const shared = (median(coldBusy) / cores / median(log)).toFixed(2);
  console.log(`git log        ${figures(log)}`);
  console.log(`the least      ${figures(floor)}`);
  console.log(`cold sync      ${figures(cold)}`);
  console.log(`ratio          ${ratio(cold)} of medians (goal: <= ${goal.ratio}; the least ${ratio(floor)})`);
  console.log(`processor time ${figures(coldBusy)}: two cores that are both always busy with it would give ${shared}`);
  console.log(`second sync    ${figures(second)} (goal: <= ${goal.secondMs} ms)`);
} finally {
  rmSync(folder, { recursive: true });
}

function removeDatabase(db: string) {
  for (const end of ["", "-wal", "-shm"]) rmSync(db + end, { force: true });
}

function patchboard(db: string, repo: string, code: number) {
  command(
    process.execPath,
    [patchboardFile, "sync", "--repo", repo, "--db", db, "--series", "bench", "--base", "root", "--json"],
    code,
  );
}

function command(program: string, args: string[], code: number) {
  const { status, stderr } = spawnSync(program, args, { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
  if (status !== code) throw new Error(`${program} ended with ${status}: ${stderr}`);
}

/** Processor time of all processes that this one has waited for, and of those that they have; in steps of 10 ms. */
function busyMs(): number {
  const after = readFileSync("/proc/self/stat", "latin1").split(") ")[1]!.split(" ");
  return (Number(after[13]) + Number(after[14])) * 10;
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function figures(all: readonly number[]): string {
  const [least, most] = [Math.min(...all), Math.max(...all)].map(Math.round);
  return `${Math.round(median(all))} ms (${least} to ${most})`;
}

/** The history of HEAD under one branch and nothing else: stable branches would be read too. */
function oneBranch(from: string, repo: string): string {
  const ask = (...args: string[]) =>
    spawnSync("git", ["-C", from, "rev-parse", "--path-format=absolute", ...args], { encoding: "utf8" }).stdout.trim();
  command("git", ["init", "--quiet", "--bare", "--initial-branch=main", repo], 0);
  writeFileSync(join(repo, "objects/info/alternates"), `${ask("--git-path", "objects")}\n`);
  command("git", ["--git-dir", repo, "update-ref", "refs/heads/main", ask("HEAD")], 0);
  return repo;
}
