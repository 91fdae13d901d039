import { UserMistake } from "../domain.ts";
import type { Plan } from "../git/guess.ts";
import { hasCommit, isAncestor, type Repository } from "../git/repository.ts";
import type { Store } from "../store/store.ts";

/** What every step needs. */
export interface Job {
  store: Pick<Store, "history" | "series">;
  repository: Repository;
  plan: Plan;
  /** A shallow clone's history is cut elsewhere than at the last sync: there may be more below what that read. */
  isCutElsewhere: boolean;
  signal: AbortSignal | undefined;
  progress: (label: string, done: number, total: number) => void;
  say: (sentence: string) => void;
}

/** Whether a commit that was read before is still there and an ancestor of the newer one: then only what is new is read. */
export async function isBefore(job: Job, older: string, newer: string): Promise<boolean> {
  const { repository, signal, isCutElsewhere } = job;
  if (isCutElsewhere) return false;
  return (await hasCommit(repository, older, signal)) && (await isAncestor(repository, older, newer, signal));
}

/** Patch-ids need the files; a partial clone has none of them, and then the rest still holds. */
export async function patchIdsIfThere(
  job: Job,
  compute: () => Promise<Map<string, string>>,
): Promise<Map<string, string>> {
  try {
    const patchIds = await compute();
    job.store.history.keepPatchIds(patchIds);
    return patchIds;
  } catch (error) {
    if (!(error instanceof UserMistake)) throw error;
    job.say(`patch-ids are left out, because changes cannot be read: ${error.message}`);
    return new Map();
  }
}
