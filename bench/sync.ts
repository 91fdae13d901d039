// Cold sync of a whole history against one plain `git log` that prints the same fields, alternately; then a second sync.
// Usage: node bench/sync.ts [REPOSITORY]; without one, 28,000 commits are made up.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const rounds = 7;
const madeUpCommits = 28_000;
const goal = { ratio: 1.5, secondMs: 300 };
const main = new URL("../server/main.ts", import.meta.url).pathname;

const folder = mkdtempSync(join(tmpdir(), "patchboard-bench-"));
try {
  const repo = process.argv[2]
    ? withoutTags(process.argv[2], join(folder, "one-branch.git"))
    : madeUp(join(folder, "made-up.git"));
  const db = join(folder, "board.db");
  const log: number[] = [];
  const cold: number[] = [];
  const second: number[] = [];
  for (let round = 0; round < rounds; round++) {
    log.push(
      timed(() => command("git", ["--git-dir", repo, "log", "--format=%H %P %an %ae %at %cn %ct %B", "HEAD"], 0)),
    );
    for (const end of ["", "-wal", "-shm"]) rmSync(db + end, { force: true });
    cold.push(timed(() => patchboard(db, repo, 0)));
    second.push(timed(() => patchboard(db, repo, 3)));
  }
  const ratio = median(cold) / median(log);
  console.log(`git log        ${figures(log)}`);
  console.log(`cold sync      ${figures(cold)}`);
  console.log(`ratio          ${ratio.toFixed(2)} of medians (goal: <= ${goal.ratio})`);
  console.log(`second sync    ${figures(second)} (goal: <= ${goal.secondMs} ms)`);
} finally {
  rmSync(folder, { recursive: true });
}

function patchboard(db: string, repo: string, code: number) {
  command(
    process.execPath,
    [main, "sync", "--repo", repo, "--db", db, "--series", "bench", "--base", "root", "--json"],
    code,
  );
}

function command(program: string, args: string[], code: number) {
  const { status, stderr } = spawnSync(program, args, { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
  if (status !== code) throw new Error(`${program} ended with ${status}: ${stderr}`);
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[all.length >> 1]!;
}

function figures(all: readonly number[]): string {
  const [least, most] = [Math.min(...all), Math.max(...all)].map(Math.round);
  return `${Math.round(median(all))} ms (${least} to ${most})`;
}

/** The history of HEAD under one branch and nothing else: release tags would stand in for stable branches, and be read too. */
function withoutTags(from: string, repo: string): string {
  const ask = (...args: string[]) =>
    spawnSync("git", ["-C", from, "rev-parse", "--path-format=absolute", ...args], { encoding: "utf8" }).stdout.trim();
  command("git", ["init", "--quiet", "--bare", "--initial-branch=main", repo], 0);
  writeFileSync(join(repo, "objects/info/alternates"), `${ask("--git-path", "objects")}\n`);
  command("git", ["--git-dir", repo, "update-ref", "refs/heads/main", ask("HEAD")], 0);
  return repo;
}

function madeUp(repo: string): string {
  command("git", ["init", "--quiet", "--bare", "--initial-branch=main", repo], 0);
  const words = "queue buffer the stream is closed before its reader has seen all of what was sent to it".split(" ");
  const text = (seed: number, length: number) =>
    Array.from({ length }, (_, i) => words[(seed * 7 + i * i) % words.length]).join(" ");
  let stream = "";
  for (let i = 1; i <= madeUpCommits; i++) {
    const message = `BUG/MINOR: area${i % 40}: ${text(i, 6)} ${i}\n\n${text(i, 20)}\n${text(i + 1, 60 + (i % 50))}\n`;
    const who = `Person ${i % 97} <person${i % 97}@example.org> ${1_000_000_000 + i * 900} +0000`;
    stream += `commit refs/heads/main\nauthor ${who}\ncommitter ${who}\ndata ${message.length}\n${message}\n`;
  }
  const { status, stderr } = spawnSync("git", ["--git-dir", repo, "fast-import", "--quiet"], {
    input: stream,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return repo;
}
