import { UserMistake } from "../domain.ts";
import type { Repository } from "./repository.ts";
import { runGit } from "./run.ts";
import { escapeLine, withEscapes } from "./text.ts";

/** One path that a commit changes. `status` A, M, D, R, C or T; counts are null for binary and for unread files. */
export interface ChangedFile {
  path: string;
  status: string;
  insertions: number | null;
  deletions: number | null;
}

/** More than a person reads: beyond it a diff is cut, and said to be cut. */
const maxDiffBytes = 512 << 10;
const maxListBytes = 4 << 20;

// A merge shows what it brought to its first parent. Neither programs nor settings of the repository take part.
const diffTree = ["diff-tree", "--root", "-r", "-M", "--diff-merges=first-parent", "--no-commit-id"];
const plain = ["--no-ext-diff", "--no-textconv", "--no-color", "--no-relative", "--submodule=short"];

/**
 * The files of a commit, by full id, with their line counts; in a partial clone, where the files themselves are not
 * there, without counts. Paths are safe to show.
 */
export async function readFiles(repository: Repository, sha: string, signal?: AbortSignal): Promise<ChangedFile[]> {
  const options = { signal, stopAfterBytes: maxListBytes };
  try {
    const { out } = await runGit(repository.gitDir, [...diffTree, ...plain, "--raw", "--numstat", "-z", sha], options);
    return parseFiles(out.toString("utf8").split("\0"));
  } catch (error) {
    if (!(error instanceof UserMistake)) throw error;
    const { out } = await runGit(
      repository.gitDir,
      [...diffTree, ...plain, "--no-renames", "--raw", "-z", sha],
      options,
    );
    return parseFiles(out.toString("utf8").split("\0"));
  }
}

/** The diff of a commit, by full id, safe to show; `isCut` when there is more of it than `maxBytes`. */
export async function readDiff(
  repository: Repository,
  sha: string,
  maxBytes = maxDiffBytes,
  signal?: AbortSignal,
): Promise<{ text: string; isCut: boolean }> {
  const args = [...diffTree, ...plain, "-p", "--src-prefix=a/", "--dst-prefix=b/", sha];
  const { out, isCut } = await runGit(repository.gitDir, args, { signal, stopAfterBytes: maxBytes });
  const whole = isCut ? out.subarray(0, out.lastIndexOf(10) + 1) : out;
  return { text: withEscapes(whole.toString("utf8")).text, isCut };
}

/** `:modes ids STATUS`, path and, for a rename, the new path; later `added TAB deleted TAB path` or, renamed, both paths apart. */
function parseFiles(tokens: readonly string[]): ChangedFile[] {
  const files = new Map<string, ChangedFile>();
  for (let i = 0; i < tokens.length; i++) {
    const status = /^:\d+ \d+ [0-9a-f]+ [0-9a-f]+ ([A-Z])/.exec(tokens[i]!)?.[1];
    if (status) {
      i += status === "R" || status === "C" ? 2 : 1;
      const path = tokens[i];
      if (path !== undefined) files.set(path, { path: escapeLine(path), status, insertions: null, deletions: null });
      continue;
    }
    const counts = /^(\d+|-)\t(\d+|-)\t([^]*)$/.exec(tokens[i]!);
    if (!counts) continue;
    if (counts[3] === "") i += 2;
    const file = files.get(counts[3] || tokens[i]!);
    if (!file || counts[1] === "-") continue;
    file.insertions = Number(counts[1]);
    file.deletions = Number(counts[2]);
  }
  return [...files.values()];
}
