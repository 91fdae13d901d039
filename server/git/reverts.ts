import { prefixIndex } from "./prefix.ts";

/** A commit that may revert another of its branch, by id as written. */
export interface Revertible {
  sha: string;
  reverts: string | null;
}

/**
 * Commits that a later one of the same branch reverted, with that one's id, unless a revert of the revert brought them
 * back. A revert that is a pick itself undoes nothing here: the upstream reverted too, and both are where they belong.
 */
export function undoneCommits<One extends Revertible>(
  commits: readonly One[],
  isPick: (commit: One) => boolean,
): Map<string, string> {
  const find = prefixIndex(commits);
  const undoneBy = new Map<string, string>();
  const undoes = new Map<string, string>();
  for (const commit of commits) {
    const [target, another] = commit.reverts ? find(commit.reverts) : [];
    if (!target || another || target === commit || isPick(commit)) continue;
    undoes.set(commit.sha, target.sha);
    // Undoing a revert brings back what it undid, and so on; a commit never undoes a later one, so this ends.
    for (
      let at: string | undefined = target.sha, isUndone = true;
      at !== undefined;
      at = undoes.get(at), isUndone = !isUndone
    ) {
      if (isUndone) undoneBy.set(at, commit.sha);
      else undoneBy.delete(at);
      if (undoes.get(at) === commit.sha) break;
    }
  }
  return undoneBy;
}
