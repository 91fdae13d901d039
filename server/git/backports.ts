import type { Evidence } from "../domain.ts";

/** What the matcher needs of a patch. `patchId` null: not computed; empty: it has none (a merge, an empty change). */
export interface PatchFacts {
  id: number;
  sha: string;
  author: string;
  subject: string;
  authoredAt: number;
  committedAt: number;
  isMerge: boolean;
  patchId: string | null;
}

/** A commit that is only on a stable branch. `claims` and `reverts` are ids as written, 7 digits or more. */
export interface StableFacts {
  sha: string;
  author: string;
  subject: string;
  authoredAt: number;
  committedAt: number;
  claims: readonly string[];
  reverts: string | null;
  patchId: string | null;
}

/** A stable branch: its own commits, oldest first, and the patches that it contains as the very same commits. */
export interface TargetFacts {
  id: number;
  branch: string;
  commits: readonly StableFacts[];
  contained: readonly PatchFacts[];
}

/** One patch on one stable branch, and how that is known. */
export interface Backport {
  patch: number;
  target: number;
  sha: string;
  evidence: Evidence;
  detail: string;
  at: number;
}

/** `unsettled`: stable commits about which patch-ids could say more. */
export interface Matching {
  backports: Backport[];
  unsettled: StableFacts[];
}

interface Origin {
  patch: PatchFacts;
  evidence: Evidence;
  detail: string;
}

const strength: Record<Evidence, number> = { trailer: 0, "patch-id": 1, "author-and-subject": 2, claimed: 3 };

/**
 * Finds which patches are on which stable branches: trailers first, followed through other stable branches to the
 * origin, then equal patch-ids, then author and subject, with the author's date to tell twins apart. A pick that its
 * branch reverted does not count. `patches` oldest first. Pure.
 */
export function matchBackports(patches: readonly PatchFacts[], targets: readonly TargetFacts[]): Matching {
  const matcher = new Matcher(patches, targets);
  for (const target of targets) for (const commit of target.commits) matcher.byTrailers(commit);
  for (const target of targets) matcher.byLikeness(target);
  const backports = targets.flatMap((target) => backportsOf(target, matcher));
  return { backports, unsettled: matcher.unsettled };
}

function backportsOf(target: TargetFacts, matcher: Matcher): Backport[] {
  const best = new Map<number, Backport>();
  const keep = (one: Backport) => {
    const other = best.get(one.patch);
    if (!other || strength[one.evidence] < strength[other.evidence]) best.set(one.patch, one);
  };
  for (const patch of target.contained) {
    const detail = "the branch contains this very commit";
    keep({ patch: patch.id, target: target.id, sha: patch.sha, evidence: "patch-id", detail, at: patch.committedAt });
  }
  const undone = undoneCommits(target.commits);
  for (const commit of target.commits) {
    if (undone.has(commit.sha)) continue;
    for (const { patch, evidence, detail } of matcher.originsOf(commit)) {
      keep({ patch: patch.id, target: target.id, sha: commit.sha, evidence, detail, at: commit.committedAt });
    }
  }
  return [...best.values()];
}

/** Commits that a later one of the same branch reverted, and that no revert of the revert brought back. */
function undoneCommits(commits: readonly StableFacts[]): Set<string> {
  const find = prefixIndex(commits);
  const undone = new Set<string>();
  const undoes = new Map<string, string>();
  const set = (sha: string, isUndone: boolean) => {
    for (let at: string | undefined = sha, state = isUndone; at !== undefined; at = undoes.get(at), state = !state) {
      if (state) undone.add(at);
      else undone.delete(at);
    }
  };
  for (const commit of commits) {
    const [reverted, another] = commit.reverts ? find(commit.reverts) : [];
    if (!reverted || another || reverted === commit || undoes.has(commit.sha)) continue;
    undoes.set(commit.sha, reverted.sha);
    set(reverted.sha, true);
  }
  return undone;
}

class Matcher {
  readonly unsettled: StableFacts[] = [];
  private readonly origins = new Map<StableFacts, Origin[]>();
  private readonly patchesById: (id: string) => readonly PatchFacts[];
  private readonly commitsById: (id: string) => readonly StableFacts[];
  private readonly branchOf = new Map<StableFacts, string>();
  private readonly byPatchId: ReadonlyMap<string, PatchFacts[]>;
  private readonly byAuthorAndSubject: ReadonlyMap<string, PatchFacts[]>;

  constructor(patches: readonly PatchFacts[], targets: readonly TargetFacts[]) {
    for (const target of targets) for (const commit of target.commits) this.branchOf.set(commit, target.branch);
    const pickable = patches.filter((patch) => !patch.isMerge);
    this.patchesById = prefixIndex(patches);
    this.commitsById = prefixIndex([...this.branchOf.keys()]);
    this.byPatchId = Map.groupBy(
      pickable.filter((patch) => patch.patchId),
      (patch) => patch.patchId!,
    );
    this.byAuthorAndSubject = Map.groupBy(pickable, likeness);
  }

  originsOf(commit: StableFacts): readonly Origin[] {
    return this.origins.get(commit) ?? [];
  }

  /** The origins that trailers name, through any number of stable branches; a circle of trailers leads nowhere. */
  byTrailers(commit: StableFacts, path: ReadonlySet<StableFacts> = new Set()): readonly Origin[] {
    const known = this.origins.get(commit);
    if (known) return known;
    const found = new Map<PatchFacts, Origin>();
    const seen = new Set(path).add(commit);
    for (const id of commit.claims) {
      for (const { patch, detail } of this.follow(commit, id, seen)) {
        if (found.has(patch)) continue;
        const isConfirmed = agrees(patch, commit);
        found.set(patch, isConfirmed ? { patch, evidence: "trailer", detail } : claimed(patch, commit));
      }
    }
    const origins = [...found.values()];
    if (!path.size || origins.length) this.origins.set(commit, origins);
    return origins;
  }

  private follow(
    commit: StableFacts,
    id: string,
    seen: ReadonlySet<StableFacts>,
  ): { patch: PatchFacts; detail: string }[] {
    const patch = oneOf(this.patchesById(id), commit);
    if (patch) return [{ patch, detail: "its trailer names this commit" }];
    const other = oneOf(this.commitsById(id), commit);
    if (!other || seen.has(other)) return [];
    const origins = this.byTrailers(other, seen).filter((origin) => origin.evidence !== "claimed");
    const detail = `its trailer names ${short(other.sha)} on ${this.branchOf.get(other)}, which is a pick of this commit`;
    return origins.map((origin) => ({ patch: origin.patch, detail }));
  }

  /** What trailers left open, oldest first, so that twins are taken in the order in which they were written. */
  byLikeness(target: TargetFacts) {
    const taken = new Set(
      target.commits
        .flatMap((commit) => this.originsOf(commit))
        .filter(isSure)
        .map((one) => one.patch),
    );
    for (const patch of target.contained) taken.add(patch);
    for (const commit of target.commits) {
      const origins = this.originsOf(commit);
      if (origins.some(isSure)) continue;
      const through = this.throughAnother(commit);
      const found = through ?? this.samePatchId(commit, taken) ?? this.sameAuthorAndSubject(commit, taken);
      if (!found || found.isGuess) this.unsettled.push(commit);
      if (!found) continue;
      taken.add(found.origin.patch);
      this.origins.set(commit, [found.origin, ...origins.filter((one) => one.patch !== found.origin.patch)]);
    }
  }

  /** The commit that a trailer names was itself found by its likeness, on a branch that was matched before. */
  private throughAnother(commit: StableFacts): Found | null {
    for (const id of commit.claims) {
      const other = oneOf(this.commitsById(id), commit);
      const origin = other && this.originsOf(other).find(isSure);
      if (!origin || !agrees(origin.patch, commit)) continue;
      const detail = `its trailer names ${short(other.sha)} on ${this.branchOf.get(other)}, which is a pick of this commit`;
      return { origin: { patch: origin.patch, evidence: "trailer", detail }, isGuess: false };
    }
    return null;
  }

  private samePatchId(commit: StableFacts, taken: ReadonlySet<PatchFacts>): Found | null {
    const same = commit.patchId ? (this.byPatchId.get(commit.patchId) ?? []) : [];
    const patch = choose(same, commit, taken);
    return (
      patch && { origin: { patch, evidence: "patch-id", detail: "the same change, by its patch-id" }, isGuess: false }
    );
  }

  private sameAuthorAndSubject(commit: StableFacts, taken: ReadonlySet<PatchFacts>): Found | null {
    const same = this.byAuthorAndSubject.get(likeness(commit)) ?? [];
    const patch = choose(same, commit, taken);
    if (!patch) return null;
    const isSameDate = patch.authoredAt === commit.authoredAt;
    const detail = isSameDate
      ? "same author, subject and author date"
      : "same author and subject, written at another time";
    return { origin: { patch, evidence: "author-and-subject", detail }, isGuess: !isSameDate };
  }
}

/** `isGuess`: a patch-id may still say otherwise. */
interface Found {
  origin: Origin;
  isGuess: boolean;
}

/** The twin with the same author date, taken or not (a pick may be repeated); else the oldest free one that was there before. */
function choose(same: readonly PatchFacts[], commit: StableFacts, taken: ReadonlySet<PatchFacts>): PatchFacts | null {
  const sameDate = same.filter((patch) => patch.authoredAt === commit.authoredAt);
  if (sameDate.length) return sameDate.find((patch) => !taken.has(patch)) ?? sameDate[0]!;
  return same.find((patch) => !taken.has(patch) && patch.authoredAt <= commit.committedAt) ?? null;
}

function isSure(origin: Origin): boolean {
  return origin.evidence !== "claimed";
}

function claimed(patch: PatchFacts, commit: StableFacts): Origin {
  const detail = `${short(commit.sha)} names this commit, but author, subject and change are others`;
  return { patch, evidence: "claimed", detail };
}

function agrees(patch: PatchFacts, commit: StableFacts): boolean {
  if (patch.author === commit.author || patch.subject === commit.subject) return true;
  return Boolean(patch.patchId) && patch.patchId === commit.patchId;
}

/** The only one, or the only one that looks like the commit: a short id that fits several proves nothing. */
function oneOf<One extends PatchFacts | StableFacts>(found: readonly One[], commit: StableFacts): One | null {
  if (found.length <= 1) return found[0] ?? null;
  const alike = found.filter((one) => likeness(one) === likeness(commit));
  return alike.length === 1 ? alike[0]! : null;
}

function likeness(one: { author: string; subject: string }): string {
  return `${one.author}\n${one.subject}`;
}

function short(sha: string): string {
  return sha.slice(0, 12);
}

/** Finds by full id or prefix; several when a prefix fits several. The same commit on two branches is one. */
function prefixIndex<One extends { sha: string }>(all: Iterable<One>): (id: string) => readonly One[] {
  const sorted = [...all].sort((a, b) => (a.sha < b.sha ? -1 : a.sha > b.sha ? 1 : 0));
  return (id) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.sha < id) low = middle + 1;
      else high = middle;
    }
    const found: One[] = [];
    for (let i = low; sorted[i]?.sha.startsWith(id); i++) {
      if (found.at(-1)?.sha !== sorted[i]!.sha) found.push(sorted[i]!);
    }
    return found;
  };
}
