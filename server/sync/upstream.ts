import { readCommits, readIds } from "../git/commits.ts";
import { isOnFirstParentLine, topologicalOrder } from "../git/order.ts";
import { patchIdsWorthKnowing } from "../git/patch-ids.ts";
import { pairRewritten } from "../git/rewritten.ts";
import type { PatchRow } from "../store/readings.ts";
import type { SeriesRow } from "../store/series.ts";
import { isBefore, type Job, patchIdsIfThere } from "./job.ts";

/** Reads what the upstream has gained or lost since the last time; gives how many patches are new. */
export async function readUpstream(job: Job, series: SeriesRow): Promise<number> {
  const { store, plan: made } = job;
  const { headSha, baseSha } = made;
  if (series.head_sha === headSha && series.base_sha === baseSha && !job.isCutElsewhere) return 0;
  const base = baseSha ? [baseSha] : [];
  const known =
    series.head_sha !== null && series.base_sha === baseSha && (await isBefore(job, series.head_sha, headSha))
      ? series.head_sha
      : null;
  const reading = new UpstreamReading(job);
  store.history.beginBulk();
  try {
    await reading.read(known ? [known, ...base] : base);
    return await keep(job, series, reading, known);
  } finally {
    store.history.endBulk();
  }
}

/** Takes in what was read; `known`: the head of the last reading, when all that it found is still there. */
async function keep(job: Job, series: SeriesRow, reading: UpstreamReading, known: string | null): Promise<number> {
  const { store, repository, plan: made, signal } = job;
  const { headSha, baseSha } = made;
  if (known && isOnFirstParentLine(headSha, known, reading.parents)) {
    const after = store.history.lastNumber(series.id);
    const commits = reading.order();
    const followed = await followRewritten(job, store.history.vanishedPatches(series.id), commits);
    return store.history.keepReading(series.id, { headSha, baseSha, after, commits, followed });
  }
  // Numbers before the new commits changed too: the whole order is needed, of which the store has most already.
  if (known) {
    for await (const ids of readIds(repository, { from: headSha, without: baseSha ? [baseSha] : [] }, signal))
      for (const sha of ids) reading.lookUp(sha);
  }
  const commits = reading.order();
  const followed = await followRewritten(job, store.history.patches(series.id), commits);
  return store.history.keepReading(series.id, { headSha, baseSha, after: 0, commits, followed });
}

/** Commits of the upstream on their way into the store; parents and row ids are all that stays in memory. */
class UpstreamReading {
  readonly parents = new Map<string, string>();
  private readonly rows = new Map<string, number>();
  private readonly job: Job;

  constructor(job: Job) {
    this.job = job;
  }

  async read(without: readonly string[]) {
    const { store, repository, plan: made, signal, progress } = this.job;
    const isWanted = store.history.hasCommits() ? (sha: string) => !this.lookUp(sha) : undefined;
    for await (const batch of readCommits(repository, { from: made.headSha, without, isWanted }, signal)) {
      store.history.keepCommits(batch, ({ sha, parents }, id) => this.add(sha, parents, id));
      progress("reading commits", this.rows.size, 0);
    }
  }

  /** Takes a commit that the store has; false when it does not. */
  lookUp(sha: string): boolean {
    const row = this.job.store.history.commitBySha(sha);
    if (row) this.add(sha, row.parents, row.id);
    return row !== null;
  }

  /** Row ids, oldest commit first. */
  order(): number[] {
    return topologicalOrder(this.job.plan.headSha, this.parents).map((sha) => this.rows.get(sha)!);
  }

  private add(sha: string, parents: string, id: number) {
    this.parents.set(sha, parents);
    this.rows.set(sha, id);
  }
}

/** Patches whose commit left the upstream go on with the rewritten one, so that decisions and notes stay with the change. */
async function followRewritten(job: Job, patches: readonly PatchRow[], commits: readonly number[]) {
  const { store, repository, signal } = job;
  const there = new Set(commits);
  const before = new Set(patches.map((one) => one.commitId));
  const gone = patches.filter((one) => !there.has(one.commitId));
  if (!gone.length) return [];
  const come = commits.filter((id) => !before.has(id)).map((id) => store.history.commitById(id));
  let pairs = pairRewritten(gone, come);
  const taken = new Set(pairs.values());
  const goneAlone = gone.filter((one) => !pairs.has(one));
  const comeAlone = come.filter((one) => !taken.has(one));
  const patchIds = await patchIdsIfThere(job, () => patchIdsWorthKnowing(repository, comeAlone, goneAlone, signal));
  if (patchIds.size) {
    for (const one of [...gone, ...come]) one.patchId = patchIds.get(one.sha) ?? one.patchId;
    pairs = pairRewritten(gone, come);
  }
  return [...pairs].map(([old, now]) => ({ patch: old.id, commitId: now.commitId, from: old.sha, to: now.sha }));
}
