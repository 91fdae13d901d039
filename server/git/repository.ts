import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve as resolvePath } from "node:path";
import { UserMistake } from "../domain.ts";
import { runGit } from "./run.ts";
import { escapeLine } from "./text.ts";

/** A repository that was found and may be read. */
export interface Repository {
  /** The work tree, or the bare repository. */
  path: string;
  gitDir: string;
  /** The folder's name without `.git`. */
  name: string;
  /** History was cut when it was cloned: what lies below the cut cannot be read. */
  isShallow: boolean;
}

/** A branch or tag. `name` as a person says it: `master`, `origin/3.2-stable`, `v3.3-dev0`. */
export interface Ref {
  ref: string;
  name: string;
  sha: string;
  isHead: boolean;
  /** What a symbolic ref such as `refs/remotes/origin/HEAD` points at, else empty. */
  pointsAt: string;
}

/** Bytes that git itself allows in no name, and the longest name that we pass on. */
const maxNameBytes = 255;
const maxCandidates = 5;

/**
 * Finds the repository at a path: a work tree, a folder inside one, a linked work tree or a bare repository. Throws one
 * sentence when there is none or when it may not be read; never works around git's check of the owner.
 */
export async function openRepository(path: string, signal?: AbortSignal): Promise<Repository> {
  const folder = folderAt(path);
  const isBare = ["HEAD", "objects", "refs"].every((one) => existsSync(join(folder, one)));
  const printed = await runGit(
    null,
    ["rev-parse", "--absolute-git-dir", "--is-shallow-repository", "--is-bare-repository", "--show-cdup"],
    // A bare repository hidden inside a work tree is only opened when it was named itself.
    { cwd: folder, signal, settings: [`safe.bareRepository=${isBare ? "all" : "explicit"}`] },
  ).catch((error: unknown) => {
    throw asOpeningMistake(error, folder);
  });
  const [gitDir = "", isShallow, bare, up] = printed.out.toString("utf8").split("\n");
  const isInsideGitDir = bare === "false" && basename(folder) === ".git";
  const root = bare === "true" ? gitDir : isInsideGitDir ? dirname(folder) : resolvePath(folder, up ?? "");
  const name = basename(root).replace(/(.)\.git$/, "$1");
  return {
    path: root,
    gitDir,
    name: escapeLine(name === ".git" ? basename(dirname(root)) : name),
    isShallow: isShallow === "true",
  };
}

function folderAt(path: string): string {
  try {
    const folder = realpathSync(path);
    if (statSync(folder).isDirectory()) return folder;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "EACCES") throw new UserMistake(`${escapeLine(path)} may not be read: check its permissions.`);
    throw new UserMistake(`${escapeLine(path)} does not exist: name the folder of a git repository.`);
  }
  throw new UserMistake(`${escapeLine(path)} is a file: name the folder of a git repository.`);
}

function asOpeningMistake(error: unknown, folder: string): unknown {
  if (!(error instanceof UserMistake)) return error;
  const path = escapeLine(folder);
  if (/dubious ownership/.test(error.message)) {
    return new UserMistake(
      `${path} belongs to another user, so git does not read it: run patchboard as its owner, or make your own clone and name that.`,
    );
  }
  if (/permission denied/i.test(error.message))
    return new UserMistake(`${path} may not be read: check its permissions.`);
  if (/not a git repository|safe\.bareRepository/.test(error.message)) {
    return new UserMistake(`${path} is not a git repository: name a folder that holds one, or a bare repository.`);
  }
  return error;
}

/** Every branch, local and remote, and every tag; a tag has the id of the commit that it names. */
export async function readRefs(repository: Repository, signal?: AbortSignal): Promise<Ref[]> {
  const format = "%(refname)%00%(objectname)%00%(*objectname)%00%(HEAD)%00%(symref)";
  const kinds = ["refs/heads", "refs/remotes", "refs/tags"];
  const { out } = await runGit(repository.gitDir, ["for-each-ref", `--format=${format}`, ...kinds], { signal });
  return out
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [ref = "", sha = "", peeled, head, pointsAt = ""] = line.split("\0");
      return {
        ref,
        name: ref.replace(/^refs\/(heads|remotes|tags)\//, ""),
        sha: peeled || sha,
        isHead: head === "*",
        pointsAt,
      };
    });
}

/** Where a shallow clone's history is cut, as a text that differs when that does; empty when it is whole. */
export async function readCut(repository: Repository, signal?: AbortSignal): Promise<string> {
  if (!repository.isShallow) return "";
  // Of a linked work tree it lies in the folder that all of them share.
  const { out } = await runGit(repository.gitDir, ["rev-parse", "--git-path", "shallow"], { signal });
  const file = resolvePath("/", out.toString("utf8").replace(/\n$/, ""));
  try {
    return createHash("sha256").update(readFileSync(file)).digest("hex");
  } catch {
    return ""; // It was made whole just now.
  }
}

/** The tags that can be reached from a commit, by name. */
export async function tagsReachableFrom(
  repository: Repository,
  sha: string,
  signal?: AbortSignal,
): Promise<Set<string>> {
  const args = ["for-each-ref", "--format=%(refname:strip=2)", "--merged", sha, "refs/tags"];
  const { out } = await runGit(repository.gitDir, args, { signal });
  return new Set(out.toString("utf8").split("\n").filter(Boolean));
}

/** The URLs of the remotes by name; origin first. */
export async function readRemotes(repository: Repository, signal?: AbortSignal): Promise<Map<string, string>> {
  const args = ["config", "--null", "--get-regexp", "^remote\\..*\\.url$"];
  const { out } = await runGit(repository.gitDir, args, { signal, answers: [1] });
  const rows = out.toString("utf8").split("\0").filter(Boolean);
  const remotes = rows.map((row): [string, string] => {
    const [key = "", url = ""] = row.split("\n", 2);
    return [key.slice("remote.".length, -".url".length), url];
  });
  return new Map(remotes.sort(([a], [b]) => Number(b === "origin") - Number(a === "origin")));
}

/**
 * The full id of the commit that a name stands for. Throws one sentence with similar names when there is none. `refs` are
 * tried first, so that a branch is preferred to what git would make of the same word.
 */
export async function resolveCommit(
  repository: Repository,
  name: string,
  refs: readonly Ref[],
  signal?: AbortSignal,
): Promise<string> {
  checkName(name);
  // A branch may be named like a full id, and a hostile one is: the id means the commit, always.
  const known = isFullId(name) ? null : findRef(refs, name);
  // A branch names a commit, always; a tag may name anything.
  if (known && !known.ref.startsWith("refs/tags/")) return known.sha;
  const asked = known ? known.ref : name;
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${asked}^{commit}`];
  const { code, out } = await runGit(repository.gitDir, args, { signal, answers: [1, 128] });
  const sha = out.toString("latin1").trim();
  if (code === 0 && isFullId(sha)) return sha;
  const near = candidates(name, refs);
  const hint = near.length ? `did you mean ${near.join(", ")}?` : "name a branch, a tag or a commit id that is there.";
  throw new UserMistake(`there is no ${escapeLine(name)} in ${escapeLine(repository.path)}: ${hint}`);
}

/** The ref that a person means: a full name, a local branch, a remote one, one of origin, or a tag. */
export function findRef(refs: readonly Ref[], name: string): Ref | null {
  const wanted = [
    name,
    `refs/heads/${name}`,
    `refs/remotes/${name}`,
    `refs/remotes/origin/${name}`,
    `refs/tags/${name}`,
  ];
  for (const one of wanted) {
    const found = refs.find((ref) => ref.ref === one);
    if (found) return found;
  }
  return null;
}

/** Whether the repository still has a commit, by full id. */
export async function hasCommit(repository: Repository, sha: string, signal?: AbortSignal): Promise<boolean> {
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${sha}^{commit}`];
  return (await runGit(repository.gitDir, args, { signal, answers: [1, 128] })).code === 0;
}

/** The best common ancestors of two commits, by full id; none where the histories are unrelated. */
export async function mergeBases(
  repository: Repository,
  a: string,
  b: string,
  signal?: AbortSignal,
): Promise<string[]> {
  const { out } = await runGit(repository.gitDir, ["merge-base", "--all", a, b], { signal, answers: [1] });
  return out.toString("latin1").split("\n").filter(isFullId);
}

/** Whether `older` can be reached from `newer`, both full ids. */
export async function isAncestor(
  repository: Repository,
  older: string,
  newer: string,
  signal?: AbortSignal,
): Promise<boolean> {
  return (
    (await runGit(repository.gitDir, ["merge-base", "--is-ancestor", older, newer], { signal, answers: [1] })).code ===
    0
  );
}

/** The committer's time of each of these commits, by full id, in seconds since 1970. */
export async function commitTimes(
  repository: Repository,
  shas: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, number>> {
  const args = ["rev-list", "--no-walk=unsorted", "--timestamp", "--stdin"];
  const { out } = await runGit(repository.gitDir, args, { signal, input: `${[...new Set(shas)].join("\n")}\n` });
  const lines = out.toString("latin1").split("\n").filter(Boolean);
  return new Map(lines.map((line) => [line.slice(line.indexOf(" ") + 1), Number.parseInt(line, 10)]));
}

/** How many commits can be reached from `newer` and not from `older`, both full ids. */
export async function countCommits(
  repository: Repository,
  older: string,
  newer: string,
  signal?: AbortSignal,
): Promise<number> {
  const { out } = await runGit(repository.gitDir, ["rev-list", "--count", newer, `^${older}`], { signal });
  return Number(out.toString("latin1"));
}

/** Whether a text is a full object id: 40 digits, or 64 in a SHA-256 repository. */
export function isFullId(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text) && !text.endsWith("\n");
}

function checkName(name: string) {
  // oxlint-disable-next-line no-control-regex -- control characters are what it refuses
  if (name === "" || name.startsWith("-") || /[\0-\x20\x7f]/.test(name) || Buffer.byteLength(name) > maxNameBytes) {
    throw new UserMistake(
      `"${escapeLine(name.slice(0, 80))}" is not a name that git accepts: name a branch, a tag or a commit id.`,
    );
  }
}

function candidates(name: string, refs: readonly Ref[]): string[] {
  const wanted = name.toLowerCase();
  const short = wanted.split("/").at(-1)!;
  return refs
    .filter((ref) => !ref.pointsAt)
    .map((ref) => ({ name: ref.name, distance: editDistance(short, ref.name.toLowerCase().split("/").at(-1)!) }))
    .map((one) => ({ ...one, distance: one.name.toLowerCase().includes(wanted) ? 0 : one.distance }))
    .filter((one) => one.distance <= Math.max(short.length > 3 ? 2 : 1, short.length / 3))
    .sort((a, b) => a.distance - b.distance || a.name.length - b.name.length)
    .slice(0, maxCandidates)
    .map((one) => escapeLine(one.name));
}

/** Insertions, deletions and replacements that turn one word into the other. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}
