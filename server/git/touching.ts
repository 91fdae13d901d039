import type { Repository } from "./repository.ts";
import { runGit } from "./run.ts";

/** Which commits, by full id: those that `to` has and `from` has not; from the beginning on when `from` is null. */
export interface Range {
  from: string | null;
  to: string;
}

/** A commit of a thousand files touches what everything touches: its first paths are asked about. */
const mostPaths = 50;

/**
 * The newest commits of a range that change one of these paths, at most `limit`, by full id; `isCut` when there are more.
 * Paths are taken as they are written, and not as patterns. git walks the whole range when few commits fit: give it an end
 * with `signal`.
 */
export async function readTouching(
  repository: Repository,
  { from, to }: Range,
  paths: readonly string[],
  limit: number,
  signal?: AbortSignal,
): Promise<{ shas: string[]; isCut: boolean }> {
  if (!paths.length) return { shas: [], isCut: false };
  const range = from === null ? [to] : [to, `^${from}`];
  const args = ["rev-list", `--max-count=${limit + 1}`, ...range, "--", ...paths.slice(0, mostPaths)];
  const { out } = await runGit(repository.gitDir, args, { signal });
  const shas = out.toString("utf8").split("\n").filter(Boolean);
  return { shas: shas.slice(0, limit), isCut: shas.length > limit || paths.length > mostPaths };
}
