import { createHash } from "node:crypto";
import { UserMistake } from "./domain.ts";
import { firstCommit, introduction, plan, type Plan, type Wishes } from "./git/guess.ts";
import {
  findRef,
  hasCommit,
  isFullId,
  openRepository,
  readCut,
  readRefs,
  type Ref,
  type Repository,
} from "./git/repository.ts";
import type { SeriesRow } from "./store/series.ts";
import type { Store } from "./store/store.ts";
import type { Job } from "./sync/job.ts";
import { readTargets } from "./sync/targets.ts";
import { readUpstream } from "./sync/upstream.ts";

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
    const cut = await readCut(repository, signal);
    const fingerprint = fingerprintOf(refs, cut, options);
    const seen = store.history.seriesThatSaw(fingerprint, path);
    if (seen !== null) {
      store.history.sawAgain(seen);
      return reportOf(store, seen, 0, started);
    }
    const job = await prepare(options, repository, refs, cut);
    if (!store.series.byName(job.plan.name)) {
      job.say(await introduction(repository, refs, job.plan, signal));
      sayBesides(job, cut);
    }
    const { series, gone } = keepPlan(job);
    for (const branch of gone) job.say(`${branch} is gone from ${path}: what is known of it is kept.`);
    if (repository.isShallow)
      job.say(`${path} is a shallow clone: only the part of its history that is there is read.`);
    const before = store.series.byId(series)!;
    const added = await readUpstream(job, before);
    await readTargets(job, before);
    store.history.endSync(series, fingerprint, cut);
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

/** Deeper history may lead to another guess, and so to a second series, where nothing of the first one's decisions is. */
function sayBesides({ store, repository: { path }, say }: Job, cut: string) {
  for (const { id, name, repository } of store.series.all()) {
    if (repository !== path || (store.history.cutOf(id) ?? cut) === cut) continue;
    say(
      `${name} was read when another part of the history was there, and keeps its decisions: sync --series ${name} goes on with it.`,
    );
  }
}

function fingerprintOf(refs: readonly Ref[], cut: string, { series, upstream, base, targets }: SyncOptions): string {
  const wishes = [series ?? null, upstream ?? null, base ?? null, targets?.length ? targets : null];
  return createHash("sha256")
    .update(JSON.stringify([refs, wishes, cut]))
    .digest("hex");
}

/** What was asked for now, else what the series was made with, else guesses. */
async function prepare(options: SyncOptions, repository: Repository, refs: readonly Ref[], cut: string): Promise<Job> {
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
  if (!wishes.targets) keepTargets(store, made, refs);
  const series = store.series.byName(made.name);
  const isCutElsewhere = series !== null && store.history.cutOf(series.id) !== cut;
  return { store, repository, plan: made, isCutElsewhere, signal, progress, say };
}

/** Targets that were named once stay the targets; those that are gone are left out, which marks them. */
function earlierTargets(store: SyncOptions["store"], known: SeriesRow, refs: readonly Ref[]): string[] | undefined {
  if (!(JSON.parse(known.guessed) as Partial<Plan["words"]>).targets?.includes("as asked")) return undefined;
  return store.series
    .targets(known.id)
    .filter((one) => findRef(refs, one.ref))
    .map((one) => one.branch);
}

/** Guesses leave old branches out, and never one that is there and that a review has begun for. */
function keepTargets(store: SyncOptions["store"], made: Plan, refs: readonly Ref[]) {
  const series = store.series.byName(made.name);
  if (!series) return;
  for (const { branch, ref: name, version, state } of store.series.targets(series.id)) {
    const ref = findRef(refs, name);
    // Releases stand in for branches only as long as there is none.
    if (
      state === "gone" ||
      !ref ||
      ref.ref.startsWith("refs/tags/") ||
      made.targets.some((one) => one.branch === branch)
    )
      continue;
    made.targets.push({ branch, ref: ref.ref, sha: ref.sha, version, others: [] });
  }
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
