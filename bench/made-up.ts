import { spawnSync } from "node:child_process";

const words = "queue buffer the stream is closed before its reader has seen all of what was sent to it".split(" ");
const text = (seed: number, length: number) =>
  Array.from({ length }, (_, i) => words[(seed * 7 + i * i) % words.length]).join(" ");
const told = [
  "This must be backported as far as 2.8.",
  "No backport is needed.",
  "This should be backported to all stable versions after a period of observation.",
  "",
];
const tags = ["BUG/MINOR", "MINOR", "CLEANUP", "BUG/MEDIUM", "DOC", "MEDIUM"];

/** A bare repository with `commits` made-up commits on main behind tag v3.0-dev0, and a stable branch 2.9-stable at the tag. */
export function makeRepository(repo: string, commits: number): string {
  git(["init", "--quiet", "--bare", "--initial-branch=main", repo]);
  const parts: string[] = [];
  for (let i = 0; i <= commits; i++) {
    const body = `${text(i, 20)}\n${text(i + 1, 60 + (i % 50))}\n\n${told[i % told.length]}`;
    const message = `${tags[i % tags.length]}: area${i % 40}: ${text(i, 6)} ${i}\n\n${body}\n`;
    const who = `Person ${i % 97} <person${i % 97}@example.org> ${1_000_000_000 + i * 900} +0000`;
    parts.push(`commit refs/heads/main\nauthor ${who}\ncommitter ${who}\ndata ${message.length}\n${message}\n`);
    if (i === 0)
      parts.push(
        "reset refs/heads/2.9-stable\nfrom refs/heads/main\n\nreset refs/tags/v3.0-dev0\nfrom refs/heads/main\n\n",
      );
  }
  git(["--git-dir", repo, "fast-import", "--quiet"], parts.join(""));
  return repo;
}

function git(args: string[], input = "") {
  const { status, stderr } = spawnSync("git", args, { input, encoding: "utf8", maxBuffer: 1 << 20 });
  if (status !== 0) throw new Error(stderr);
}

/** The value below which the share `p` of the values lies. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);
