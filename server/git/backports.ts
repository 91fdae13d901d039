import type { Evidence } from "../domain.ts";
import { prefixIndex } from "./prefix.ts";
import { undoneCommits } from "./reverts.ts";

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

/** Maintainers fix all branches in one sitting, the oldest first: so much earlier may a stable branch have a fix. */
const sittingMs = 12 * 3_600_000;
/** With fewer words ("Fix memory leak.") two subjects are equal by chance. */
const tellingWords = 4;
/** A subject that so many patches have is a habit ("Doc: add release notes."): only the date or the change tells them apart. */
const habit = 3;

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
  const undoneBy = undoneCommits(target.commits, (commit) => matcher.originsOf(commit).some(isSure));
  for (const commit of target.commits) {
    const undoing = undoneBy.get(commit.sha);
    for (const origin of matcher.originsOf(commit)) {
      const { patch, evidence, detail } = undoing === undefined ? origin : reverted(origin, commit, undoing);
      keep({ patch: patch.id, target: target.id, sha: commit.sha, evidence, detail, at: commit.committedAt });
    }
  }
  return [...best.values()];
}

function reverted({ patch }: Origin, commit: StableFacts, undoing: string): Origin {
  return { patch, evidence: "claimed", detail: `picked as ${short(commit.sha)}, which ${short(undoing)} reverted` };
}

class Matcher {
  readonly unsettled: StableFacts[] = [];
  private readonly origins = new Map<StableFacts, Origin[]>();
  private readonly patchesById: (id: string) => readonly PatchFacts[];
  private readonly commitsById: (id: string) => readonly StableFacts[];
  private readonly branchOf = new Map<StableFacts, string>();
  private readonly byPatchId: ReadonlyMap<string, PatchFacts[]>;
  private readonly byAuthorAndSubject: ReadonlyMap<string, PatchFacts[]>;
  private readonly bySubject: ReadonlyMap<string, PatchFacts[]>;

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
    this.bySubject = Map.groupBy(pickable, (patch) => patch.subject);
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

  private isHabitual(subject: string): boolean {
    return (this.bySubject.get(subject)?.length ?? 0) >= habit;
  }

  private sameAuthorAndSubject(commit: StableFacts, taken: ReadonlySet<PatchFacts>): Found | null {
    const same = this.byAuthorAndSubject.get(likeness(commit)) ?? [];
    const patch = choose(same, commit, taken);
    if (!patch) return null;
    const isSameDate = patch.authoredAt === commit.authoredAt;
    if (!isSameDate && this.isHabitual(commit.subject)) return null;
    if (saysLittle(commit.subject) && Math.abs(patch.authoredAt - commit.authoredAt) > sittingMs) return null;
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

/**
 * The twin with the same author date, taken or not (a pick may be repeated); else the free one nearest in time. A fix may be
 * committed to the stable branch some hours earlier; a subject of few words is believed for no longer than that.
 */
function choose(same: readonly PatchFacts[], commit: StableFacts, taken: ReadonlySet<PatchFacts>): PatchFacts | null {
  const distance = (patch: PatchFacts) => Math.abs(patch.authoredAt - commit.authoredAt);
  const sameDate = same.filter((patch) => distance(patch) === 0);
  if (sameDate.length) return sameDate.find((patch) => !taken.has(patch)) ?? sameDate[0]!;
  const free = same.filter((patch) => !taken.has(patch) && patch.authoredAt <= commit.committedAt + sittingMs);
  return free.reduce<PatchFacts | null>((best, one) => (best && distance(best) <= distance(one) ? best : one), null);
}

function saysLittle(subject: string): boolean {
  return subject.split(" ").length < tellingWords;
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
