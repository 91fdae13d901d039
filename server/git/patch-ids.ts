import { pipeline } from "node:stream/promises";
import { changedPaths } from "./paths.ts";
import type { Repository } from "./repository.ts";
import { startGit } from "./run.ts";

/** More commits than that are not compared in one sync: each costs a diff. The rest is found by author and subject alone. */
const maxPatchIds = 2_000;
/** With more patches than that only those of the same author are compared by their paths. */
const maxComparedPatches = 4_000;

const diffTree = [
  "diff-tree",
  "--stdin",
  "--root",
  "-r",
  "--no-renames",
  "--no-ext-diff",
  "--no-textconv",
  "--no-color",
];

/** A commit that may be the same change as another. */
export interface Comparable {
  sha: string;
  author: string;
  patchId: string | null;
}

/**
 * The patch-ids that could settle `open` commits, computed only where a candidate changes exactly the same paths and only
 * where they are not known yet. By full id; empty for a commit without a patch-id.
 */
export async function patchIdsWorthKnowing(
  repository: Repository,
  open: readonly Comparable[],
  patches: readonly Comparable[],
  signal?: AbortSignal,
): Promise<Map<string, string>> {
  const authors = new Set(open.map((one) => one.author));
  const compared = patches.length <= maxComparedPatches ? patches : patches.filter((one) => authors.has(one.author));
  const ours = compared.slice(-maxComparedPatches);
  if (!open.length || !ours.length || ![...open, ...ours].some((one) => one.patchId === null)) return new Map();
  const paths = await changedPaths(
    repository,
    [...open, ...ours].map((one) => one.sha),
    signal,
  );
  const pathsOfOpen = new Set(open.map((one) => paths.get(one.sha)));
  const pathsOfOurs = new Set(ours.map((one) => paths.get(one.sha)));
  const worth = [
    ...open.filter((one) => pathsOfOurs.has(paths.get(one.sha))),
    ...ours.filter((one) => pathsOfOpen.has(paths.get(one.sha))),
  ].filter((one) => one.patchId === null && paths.get(one.sha) !== undefined);
  return patchIds(repository, [...new Set(worth.map((one) => one.sha))].slice(0, maxPatchIds), signal);
}

/** The patch-ids (`--stable`) of commits by full id; empty for a merge or an empty change. */
export async function patchIds(
  repository: Repository,
  shas: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, string>> {
  const found = new Map(shas.map((sha) => [sha, ""]));
  if (!shas.length) return found;
  const diffs = startGit(repository.gitDir, [...diffTree, "-p", "--full-index"], { signal });
  const ids = startGit(repository.gitDir, ["patch-id", "--stable"], { signal });
  diffs.stdin.end(`${shas.join("\n")}\n`);
  const fed = pipeline(diffs.stdout, ids.stdin);
  fed.catch(() => {});
  try {
    let text = "";
    for await (const chunk of ids.stdout as AsyncIterable<Buffer>) text += chunk.toString("latin1");
    await diffs.ended;
    await ids.ended;
    await fed;
    for (const line of text.split("\n")) {
      const [patchId, sha] = line.split(" ");
      if (patchId && sha) found.set(sha, patchId);
    }
    return found;
  } finally {
    diffs.stop();
    ids.stop();
  }
}
