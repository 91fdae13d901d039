import { createHash } from "node:crypto";
import { UserMistake } from "./domain.ts";
import { matchBackports, type PatchFacts, type TargetFacts } from "./git/backports.ts";
import { readCommits, readIds } from "./git/commits.ts";
import { firstCommit, plan, type Plan, type Wishes } from "./git/guess.ts";
import { claimsOf } from "./git/message.ts";
import type { Commit } from "./git/object.ts";
import { isOnFirstParentLine, topologicalOrder } from "./git/order.ts";
import { patchIdsWorthKnowing } from "./git/patch-ids.ts";
import {
  findRef,
  hasCommit,
  isAncestor,
  isFullId,
  mergeBases,
  openRepository,
  readRefs,
  type Ref,
  type Repository,
} from "./git/repository.ts";
import { pairRewritten } from "./git/rewritten.ts";
import { shownText } from "./git/text.ts";
import type { PatchRow, StableRow } from "./store/history.ts";
import type { SeriesRow, TargetRow } from "./store/series.ts";
import type { Store } from "./store/store.ts";

export interface SyncOptions {
  store: Pick<Store, "history" | "series">;
  repo: string;
  series?: string | null;
  upstream?: string | null;
  /** `root` starts with the first commit. */
  base?: string | null;
  /** None named: those that an earlier sync read, or every branch that is named like a stable one. */
  targets?: readonly string[];
  signal?: AbortSignal;
  progress?: (label: string, done: number, total: number) => void;
  /** Sentences for people about what is unusual: a shallow clone, a branch that is gone. */
  say?: (sentence: string) => void;
}

/** `patches` are those that live on the upstream now, `added` came with this sync, `backports` leave mere claims out. */
export interface SyncReport {
  series: string;
  upstream: string;
  base: string;
  targets: string[];
  patches: number;
  added: number;
  backports: number;
  ms: number;
}

/** The report in one line for a person. */
export function synced({ series, upstream, base, targets, patches, added, backports }: SyncReport): string {
  const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
  const since = base === firstCommit ? "from the first commit" : `since ${isFullId(base) ? base.slice(0, 12) : base}`;
  const branches = `${count(targets.length, "stable branch", "stable branches")}${targets.length ? ` (${targets.join(", ")})` : ""}`;
  const gained = added && added !== patches ? `, ${added} of them new` : "";
  return `${series}: ${count(patches, "patch", "patches")} on ${upstream} ${since}${gained}; ${branches}, ${count(backports, "backport", "backports")} found`;
}

/** What every step needs. */
interface Job {
  store: SyncOptions["store"];
  repository: Repository;
  plan: Plan;
  signal: AbortSignal | undefined;
  progress: (label: string, done: number, total: number) => void;
  say: (sentence: string) => void;
}

/**
 * Brings the store up to date with one repository: commits of the upstream since the base, and which of them are on the
 * stable branches. Reads only what is new; safe to stop at any moment. Throws UserMistake with one sentence, which also
 * stays on the series.
 */
export async function sync(options: SyncOptions): Promise<SyncReport> {
  const { store, signal } = options;
  const started = performance.now();
  let path = options.repo;
  try {
    const repository = await openRepository(options.repo, signal);
    path = repository.path;
    const refs = await readRefs(repository, signal);
    const fingerprint = fingerprintOf(refs, options);
    const seen = store.history.seriesThatSaw(fingerprint, path);
    if (seen !== null) return reportOf(store, seen, 0, started);
    const job = await prepare(options, repository, refs);
    const { series, gone } = keepPlan(job);
    for (const branch of gone) job.say(`${branch} is gone from ${path}: what is known of it is kept.`);
    if (repository.isShallow)
      job.say(`${path} is a shallow clone: only the part of its history that is there is read.`);
    const before = store.series.byId(series)!;
    const added = await readUpstream(job, before);
    await readTargets(job, before);
    store.history.endSync(series, fingerprint);
    return reportOf(store, series, added, started);
  } catch (error) {
    if (error instanceof UserMistake) store.history.failSync(path, options.series ?? null, error.message);
    throw error;
  }
}

function reportOf(store: SyncOptions["store"], id: number, added: number, started: number): SyncReport {
  const { name, upstream, base } = store.series.byId(id)!;
  const targets = store.series.targets(id).filter((one) => one.state !== "gone");
  const counts = { patches: store.history.livePatchCount(id), added, backports: store.history.backportCount(id) };
  return {
    series: name,
    upstream,
    base,
    targets: targets.map((one) => one.branch),
    ...counts,
    ms: Math.round(performance.now() - started),
  };
}

function fingerprintOf(refs: readonly Ref[], { series, upstream, base, targets }: SyncOptions): string {
  const wishes = [series ?? null, upstream ?? null, base ?? null, targets?.length ? targets : null];
  return createHash("sha256")
    .update(JSON.stringify([refs, wishes]))
    .digest("hex");
}

/** What was asked for now, else what the series was made with, else guesses. */
async function prepare(options: SyncOptions, repository: Repository, refs: readonly Ref[]): Promise<Job> {
  const { store, signal, progress = () => {}, say = () => {} } = options;
  const known = options.series ? store.series.byName(options.series) : null;
  if (
    known &&
    known.repository !== repository.path &&
    !(known.head_sha && (await hasCommit(repository, known.head_sha, signal)))
  ) {
    throw new UserMistake(
      `series ${known.name} belongs to ${known.repository}: give the series of ${repository.path} another name.`,
    );
  }
  const wishes: Wishes = {
    series: options.series ?? undefined,
    upstream: options.upstream ?? known?.upstream,
    base: options.base ?? known?.base,
    targets: options.targets?.length ? options.targets : known ? earlierTargets(store, known, refs) : undefined,
  };
  const made = await plan(repository, refs, wishes, signal);
  if (known) keepWords(made, known, options);
  else made.name = store.history.freeName(made.name, repository.path);
  return { store, repository, plan: made, signal, progress, say };
}

/** Targets that were named once stay the targets; those that are gone are left out, which marks them. */
function earlierTargets(store: SyncOptions["store"], known: SeriesRow, refs: readonly Ref[]): string[] | undefined {
  if ((JSON.parse(known.guessed) as Partial<Plan["words"]>).targets !== "as asked") return undefined;
  return store.series
    .targets(known.id)
    .filter((one) => findRef(refs, one.ref))
    .map((one) => one.branch);
}

/** What was guessed when the series was made is still a guess, though this time its name was looked up. */
function keepWords(made: Plan, known: SeriesRow, options: SyncOptions) {
  const words = JSON.parse(known.guessed) as Partial<Plan["words"]>;
  if (!options.upstream && words.upstream) made.words.upstream = words.upstream;
  if (options.base || known.base !== made.base) return;
  if (words.base) made.words.base = words.base;
  made.version ??= known.version;
}

function keepPlan({ store, repository, plan: made }: Job) {
  const { name, upstream, base, version, forge, words, targets } = made;
  const row = { name, repository: repository.path, upstream, base, version, forge, guessed: words };
  return store.history.keepPlan(row, targets);
}

/** Reads what the upstream has gained or lost since the last time; gives how many patches are new. */
async function readUpstream(job: Job, series: SeriesRow): Promise<number> {
  const { store, repository, plan: made, signal } = job;
  const { headSha, baseSha } = made;
  if (series.head_sha === headSha && series.base_sha === baseSha) return 0;
  const base = baseSha ? [baseSha] : [];
  const known =
    series.head_sha !== null && series.base_sha === baseSha && (await isBefore(job, series.head_sha, headSha))
      ? series.head_sha
      : null;
  const reading = new UpstreamReading(job);
  await reading.read(known ? [known, ...base] : base);
  if (known && isOnFirstParentLine(headSha, known, reading.parents)) {
    const after = store.history.lastNumber(series.id);
    const commits = reading.order();
    const followed = await followRewritten(job, store.history.vanishedPatches(series.id), commits);
    return store.history.keepReading(series.id, { headSha, baseSha, after, commits, followed });
  }
  // Numbers before the new commits changed too: the whole order is needed, of which the store has most already.
  if (known) {
    for await (const ids of readIds(repository, { from: headSha, without: base }, signal))
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
    store.history.endBulk();
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

/** Reads the stable branches that moved, and matches all of them again when they or the upstream did. */
async function readTargets(job: Job, series: SeriesRow) {
  const { store, plan: made } = job;
  const rows = store.series.targets(series.id).filter((one) => one.state !== "gone");
  const heads = new Map(made.targets.map((one) => [one.branch, one.sha]));
  for (const row of rows) {
    const head = heads.get(row.branch);
    if (head && head !== row.head_sha) await readStableBranch(job, row, head);
  }
  const isSettled = rows.every((row) => row.head_sha === heads.get(row.branch));
  if (!rows.length) return;
  if (
    store.history.isComplete(series.id) &&
    isSettled &&
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

async function isBefore({ repository, signal }: Job, older: string, newer: string): Promise<boolean> {
  return (await hasCommit(repository, older, signal)) && (await isAncestor(repository, older, newer, signal));
}

/** Patch-ids need the files; a partial clone has none of them, and then the rest still holds. */
async function patchIdsIfThere(job: Job, compute: () => Promise<Map<string, string>>): Promise<Map<string, string>> {
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
