import type { Tag } from "../domain.ts";
import type { Repository } from "./repository.ts";
import { runGit } from "./run.ts";
import { escapeLine } from "./text.ts";

/** The tags that can be reached from a commit and not from another, both full ids, with the time they were made; names safe to show. */
export async function readTags(
  repository: Repository,
  sha: string,
  without: string | null,
  signal?: AbortSignal,
): Promise<Tag[]> {
  const reach = [`--merged=${sha}`, ...(without ? [`--no-merged=${without}`] : [])];
  const args = ["for-each-ref", "--format=%(refname:strip=2)%00%(creatordate:unix)", ...reach, "refs/tags"];
  const { out } = await runGit(repository.gitDir, args, { signal });
  const lines = out.toString("utf8").split("\n").filter(Boolean);
  return lines.map((line) => {
    const [name = "", seconds] = line.split("\0");
    // A tag of a broken tool has no date: it is older than every wait.
    return { name: escapeLine(name), at: (Number(seconds) || 0) * 1_000 };
  });
}
