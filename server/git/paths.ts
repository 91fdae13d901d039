import type { Repository } from "./repository.ts";
import { runGit } from "./run.ts";

const diffTree = [
  "diff-tree",
  "--stdin",
  "--root",
  "-r",
  "--no-renames",
  "--no-ext-diff",
  "--no-textconv",
  "--no-color",
  "--name-only",
  "-z",
];

/**
 * The changed paths of each commit, by full id, with a NUL between two of them, as Latin-1: bytes that compare and can be
 * decoded. Empty changes are missing, merges too unless `withMerges`, which compares them with their first parent. Reads
 * trees only, so that a clone without files will do. One git process for all.
 */
export async function changedPaths(
  repository: Repository,
  shas: readonly string[],
  signal?: AbortSignal,
  { withMerges = false } = {},
): Promise<Map<string, string>> {
  const input = `${shas.join("\n")}\n`;
  const args = [...diffTree, ...(withMerges ? ["--diff-merges=first-parent"] : [])];
  const { out } = await runGit(repository.gitDir, args, { signal, input });
  const asked = new Set(shas);
  const paths = new Map<string, string>();
  let sha = "";
  for (const token of out.toString("latin1").split("\0")) {
    // With -z the id stands before its paths, ended by a newline or by the same NUL as they.
    const [first = "", ...rest] = token.split("\n");
    if (asked.has(first) && !paths.has(first)) {
      sha = first;
      paths.set(sha, rest.join("\n"));
    } else if (token !== "") {
      const before = paths.get(sha);
      paths.set(sha, before ? `${before}\0${token}` : token);
    }
  }
  return paths;
}
