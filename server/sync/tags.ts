import type { Tag } from "../domain.ts";
import { openRepository } from "../git/repository.ts";
import { readTags } from "../git/tags.ts";
import type { SeriesRow } from "../store/series.ts";
import type { Store } from "../store/store.ts";

/** Reads the tags of the upstream, and of each stable branch those that the upstream does not have. Once behind every sync. */
export async function readSeriesTags(
  store: Pick<Store, "series" | "waits">,
  { id, repository: path, head_sha: head, synced_at: syncedAt }: SeriesRow,
  signal?: AbortSignal,
): Promise<void> {
  if (head === null || syncedAt === null || store.waits.hasTagsOf(id, syncedAt)) return;
  const repository = await openRepository(path, signal);
  const upstream = await readTags(repository, head, null, signal);
  const targets = new Map<number, Tag[]>();
  for (const target of store.series.targets(id)) {
    if (target.head_sha === null || target.state === "gone") continue;
    targets.set(target.id, await readTags(repository, target.head_sha, head, signal));
  }
  store.waits.keepTags(id, syncedAt, { upstream, targets });
}
