import { matchBackports, type PatchFacts, type TargetFacts } from "../git/backports.ts";
import { readCommits } from "../git/commits.ts";
import { claimsOf } from "../git/message.ts";
import type { Commit } from "../git/object.ts";
import { topologicalOrder } from "../git/order.ts";
import { patchIdsWorthKnowing } from "../git/patch-ids.ts";
import { mergeBases } from "../git/repository.ts";
import { shownText } from "../git/text.ts";
import type { PatchRow } from "../store/readings.ts";
import type { SeriesRow, TargetRow } from "../store/series.ts";
import type { StableRow } from "../store/stable.ts";
import { isBefore, type Job, patchIdsIfThere } from "./job.ts";

/** Reads the stable branches that moved, and matches all of them again when they or the upstream did. */
export async function readTargets(job: Job, series: SeriesRow) {
  const { store, plan: made } = job;
  const rows = store.series.targets(series.id).filter((one) => one.state !== "gone");
  const heads = new Map(made.targets.map((one) => [one.branch, one.sha]));
  for (const row of rows) {
    const head = heads.get(row.branch);
    if (head && (head !== row.head_sha || job.isCutElsewhere)) await readStableBranch(job, row, head);
  }
  const isSettled = rows.every((row) => row.head_sha === heads.get(row.branch));
  if (!rows.length) return;
  if (
    store.history.isComplete(series.id) &&
    isSettled &&
    !job.isCutElsewhere &&
    series.head_sha === made.headSha &&
    series.base_sha === made.baseSha
  )
    return;
  const patches = store.history.patches(series.id).filter((one) => one.vanishedAt === null);
  const bySha = new Map(patches.map((one) => [one.sha, one]));
  const factsOf = new Map(
    patches.map((one): [string, PatchFacts] => [one.sha, { ...one, isMerge: one.parents.includes(" ") }]),
  );
  const match = async () => {
    const targets: TargetFacts[] = [];
    for (const { id, branch } of rows) {
      const contained = (await containedPatches(job, heads.get(branch)!, bySha)).map((one) => factsOf.get(one.sha)!);
      targets.push({ id, branch, commits: store.history.stableCommits(id), contained });
    }
    return matchBackports([...factsOf.values()], targets);
  };
  job.progress("matching backports", 0, 0);
  let found = await match();
  const patchIds = await patchIdsIfThere(job, () =>
    patchIdsWorthKnowing(job.repository, found.unsettled, [...factsOf.values()], job.signal),
  );
  if (patchIds.size) {
    for (const [sha, facts] of factsOf) facts.patchId = patchIds.get(sha) ?? facts.patchId;
    found = await match();
  }
  for (const row of rows) {
    const ofTarget = found.backports.filter((one) => one.target === row.id);
    store.history.keepBackports(series.id, row.id, heads.get(row.branch)!, row.head_sha === null, ofTarget);
  }
}

async function readStableBranch(job: Job, target: TargetRow, head: string) {
  const { store, repository, plan: made, signal, progress } = job;
  const known = target.head_sha !== null && (await isBefore(job, target.head_sha, head)) ? target.head_sha : null;
  const parents = new Map<string, string>();
  const rows = new Map<string, StableRow>();
  for await (const batch of readCommits(
    repository,
    { from: head, without: [made.headSha, ...(known ? [known] : [])] },
    signal,
  )) {
    for (const commit of batch) {
      parents.set(commit.sha, commit.parents);
      if (!commit.parents.includes(" ")) rows.set(commit.sha, stableRow(commit));
    }
    progress(`reading ${target.branch}`, parents.size, 0);
  }
  const order = topologicalOrder(head, parents).flatMap((sha) => rows.get(sha) ?? []);
  store.history.keepStableCommits(target.id, order, known === null);
}

function stableRow(commit: Commit): StableRow {
  const { sha, author, authoredAt, committedAt, subject } = commit;
  const { ids, reverts } = claimsOf(shownText(commit.message, commit.encoding).body);
  return { sha, author, authoredAt, committedAt, subject, claims: ids, reverts, patchId: null };
}

/** Patches that a branch has as the very same commits: those older than where it left the upstream. */
async function containedPatches(job: Job, head: string, patches: ReadonlyMap<string, PatchRow>): Promise<PatchRow[]> {
  const bases = await mergeBases(job.repository, job.plan.headSha, head, job.signal);
  const found = new Map<string, PatchRow>();
  const waiting = bases;
  for (let sha = waiting.pop(); sha !== undefined; sha = waiting.pop()) {
    const patch = found.has(sha) ? undefined : patches.get(sha);
    if (!patch) continue;
    found.set(sha, patch);
    waiting.push(...patch.parents.split(" "));
  }
  return [...found.values()];
}
