import { compareVersions, UserMistake, versionOf } from "../domain.ts";
import { forgeOf, type Forge } from "./forge.ts";
import {
  commitTimes,
  countCommits,
  findRef,
  isAncestor,
  isFullId,
  mergeBases,
  readRemotes,
  resolveCommit,
  tagsReachableFrom,
} from "./repository.ts";
import type { Ref, Repository } from "./repository.ts";
import { isStableName, stableBranches, type StableBranch } from "./stable.ts";
import { escapeLine } from "./text.ts";

/** What the caller said; whatever is missing is guessed. */
export interface Wishes {
  series?: string | undefined;
  upstream?: string | undefined;
  base?: string | undefined;
  targets?: readonly string[] | undefined;
}

/** One line of review, complete. `words` tell how each part was found; `baseSha` null: from the first commit. */
export interface Plan {
  name: string;
  upstream: string;
  headSha: string;
  base: string;
  baseSha: string | null;
  version: string | null;
  targets: StableBranch[];
  forge: Forge | null;
  words: { upstream: string; base: string; targets: string };
}

/** The word for a series that starts with the very first commit. */
export const firstCommit = "root";

/** Stable branches that are read without being asked for: old ones are ended, and each costs a pass over its history. */
const maxGuessedTargets = 12;

/** A stable branch that got nothing for so long before the newest commit of all is ended. */
const endedAfterSeconds = 2 * 365 * 24 * 3_600;

/** Releases that stand in for stable branches where there are none. */
const maxReleases = 4;

const newestRelease = "the newest release tag on the upstream";

/** A stable branch that left the upstream fewer commits before the base left with it, but for the release itself. */
const worthReaching = 10;

const startOfCycle = /[-._]?dev(el)?[-.]?0*$/i;
const release = /^(?:[A-Za-z]+[-_/]?)*\d+(?:[._]\d+)*$/;
const prerelease = /\d[-._]?(?:dev|devel|alpha|beta|rc|pre)[-._]?\d*$/i;

/**
 * Completes what was asked for into a plan. Explicit wishes always win. Throws one sentence for a name that does not
 * exist and for a repository without a commit.
 */
export async function plan(
  repository: Repository,
  refs: readonly Ref[],
  wishes: Wishes,
  signal?: AbortSignal,
): Promise<Plan> {
  const remotes = await readRemotes(repository, signal);
  const upstream = chooseUpstream(repository, refs, wishes);
  const headSha = await resolveCommit(repository, upstream.name, refs, signal);
  const targets = await chooseTargets({ repository, refs, signal }, wishes, { ...upstream, headSha }, [
    ...remotes.keys(),
  ]);
  const base = await chooseBase({ repository, refs, signal }, wishes, headSha, targets.branches);
  const label = base.version ?? base.label;
  return {
    name: wishes.series ?? (label ? `${repository.name}-${label}` : repository.name),
    upstream: upstream.name,
    headSha,
    base: base.name,
    baseSha: base.sha,
    version: base.version,
    targets: targets.branches,
    forge: [...remotes.values()].map(forgeOf).find(Boolean) ?? null,
    words: { upstream: upstream.words, base: base.words, targets: targets.words },
  };
}

interface Place {
  repository: Repository;
  refs: readonly Ref[];
  signal: AbortSignal | undefined;
}

function chooseUpstream(repository: Repository, refs: readonly Ref[], wishes: Wishes): { name: string; words: string } {
  if (wishes.upstream !== undefined) return { name: wishes.upstream, words: "as asked" };
  if (!refs.length)
    throw new UserMistake(
      `${escapeLine(repository.path)} has no commit yet: commit something, or name another repository.`,
    );
  const head = refs.find((ref) => ref.isHead);
  if (head && !isStableName(head.name)) return { name: head.name, words: "the branch of HEAD" };
  const originHead = refs.find((ref) => ref.ref === "refs/remotes/origin/HEAD");
  const origin = originHead && refs.find((ref) => ref.ref === originHead.pointsAt);
  if (origin) return { name: origin.name, words: "the main branch of origin" };
  for (const name of ["main", "master", "origin/main", "origin/master"]) {
    if (findRef(refs, name)) return { name, words: `a branch named ${name}` };
  }
  if (head) return { name: head.name, words: "the branch of HEAD, though it is named like a stable branch" };
  throw new UserMistake(
    `no main branch found in ${escapeLine(repository.path)}: name the development branch with --upstream.`,
  );
}

async function chooseTargets(
  place: Place,
  wishes: Wishes,
  upstream: { name: string; headSha: string },
  remotes: readonly string[],
): Promise<{ branches: StableBranch[]; words: string }> {
  const { repository, refs, signal } = place;
  const all = stableBranches(refs, remotes);
  if (wishes.targets) {
    const branches: StableBranch[] = [];
    for (const name of wishes.targets) {
      const known = all.find((one) => one.branch === name);
      const sha = await resolveCommit(repository, known?.ref ?? name, refs, signal);
      const ref = known?.ref ?? findRef(refs, name)?.ref ?? name;
      branches.push({ branch: known?.branch ?? name, ref, sha, version: versionOf(name), others: [] });
    }
    return { branches, words: `${branches.map((one) => one.branch).join(", ")} (as asked)` };
  }
  const upstreamRef = findRef(refs, upstream.name)?.ref;
  const others = all.filter((one) => one.ref !== upstreamRef && !one.others.some((ref) => ref.ref === upstreamRef));
  const living = await withoutEnded(place, others, upstream.headSha);
  const branches = await Promise.all(living.slice(0, maxGuessedTargets).map((one) => freshest(place, one)));
  if (!branches.length) {
    // Before a guessed base there are none of the series' own releases; before a named one there might be.
    const releases = wishes.base === undefined ? newestReleases(refs) : [];
    if (!releases.length) return { branches, words: "no branch is named like a stable one" };
    return { branches: releases, words: "no branch is named like a stable one: release tags stand in for them" };
  }
  const left = others.length - branches.length;
  return {
    branches,
    words: `${branches.length} ${branches.length === 1 ? "branch named like a stable one" : "branches named like stable ones"}${left ? `; ${left} old or ended left out` : ""}`,
  };
}

/**
 * A clone of the development branch alone still has tags: the newest release of each of the newest versions stands for the
 * stable branch that it came from, so that a review can start before that branch's repository was added as a remote.
 */
function newestReleases(refs: readonly Ref[]): StableBranch[] {
  const tags = refs.filter(
    (ref) => ref.ref.startsWith("refs/tags/") && release.test(ref.name) && !prerelease.test(ref.name),
  );
  // v3.4.1 is a release of 3.4; where nobody has three numbers, v255.4 is one of 255.
  const depth = tags.some((tag) => versionOf(tag.name)!.split(".").length > 2) ? 2 : 1;
  const newest = new Map<string, Ref>();
  for (const tag of tags.sort((a, b) => compareVersions(versionOf(b.name)!, versionOf(a.name)!))) {
    const version = versionOf(tag.name)!.split(".").slice(0, depth).join(".");
    if (!newest.has(version)) newest.set(version, tag);
  }
  const chosen = [...newest].slice(0, maxReleases);
  return chosen.map(([version, { ref, sha }]) => ({ branch: version, ref, sha, version, others: [] }));
}

/** The branches that got something lately; the newest version's in any case. */
async function withoutEnded(
  { repository, signal }: Place,
  branches: readonly StableBranch[],
  head: string,
): Promise<readonly StableBranch[]> {
  if (branches.length < 2) return branches;
  const tips = (one: StableBranch) => [one.sha, ...one.others.map((ref) => ref.sha)];
  const times = await commitTimes(repository, [head, ...branches.flatMap(tips)], signal);
  const timeOf = (one: StableBranch) => Math.max(...tips(one).map((sha) => times.get(sha) ?? 0));
  const since = Math.max(times.get(head) ?? 0, ...branches.map(timeOf)) - endedAfterSeconds;
  return branches.filter((one, i) => i === 0 || timeOf(one) >= since);
}

/** A local branch that only lags behind its remote one says less: the remote one is read. */
async function freshest({ repository, signal }: Place, branch: StableBranch): Promise<StableBranch> {
  if (!branch.ref.startsWith("refs/heads/")) return branch;
  const remote = branch.others.find((ref) => ref.ref.startsWith("refs/remotes/origin/")) ?? branch.others[0];
  if (!remote || remote.sha === branch.sha || !(await isAncestor(repository, branch.sha, remote.sha, signal)))
    return branch;
  return { ...branch, ref: remote.ref, sha: remote.sha };
}

interface Base {
  name: string;
  sha: string | null;
  version: string | null;
  label: string;
  words: string;
}

/**
 * In this order: the newest -dev0 tag, the newest release tag, the merge base with the newest stable branch. A tag whose
 * version is older than that branch's, and which was made before it left, says nothing about today: releases are tagged
 * on the stable branches there.
 */
async function chooseBase(place: Place, wishes: Wishes, head: string, targets: readonly StableBranch[]): Promise<Base> {
  const { repository, refs, signal } = place;
  if (wishes.base === firstCommit && !findRef(refs, firstCommit)) return fromFirstCommit("as asked");
  if (wishes.base !== undefined) {
    const sha = await resolveCommit(repository, wishes.base, refs, signal);
    const version = startOfCycle.test(wishes.base) ? versionOf(wishes.base) : null;
    const label = sha.startsWith(wishes.base) ? sha.slice(0, 8) : wishes.base;
    return { name: wishes.base, sha, version, label, words: "as asked" };
  }
  const tags = await reachableTags(place, head);
  const opens = tags.find((tag) => startOfCycle.test(tag.name) && tag.sha !== head);
  const tag = opens ?? tags.find((one) => release.test(one.name) && one.sha !== head);
  const newest = targets[0];
  if (tag && !(newest && compareVersions(versionOf(tag.name) ?? "", newest.version ?? "") < 0)) return taggedBase(tag);
  const left = await whereOneLeft(place, head, targets);
  if (tag && !(left && (await isAncestor(repository, tag.sha, left.sha, signal)))) return taggedBase(tag);
  if (!left) return fromFirstCommit("the first commit: no release tag and no stable branch to start from");
  return {
    name: left.sha,
    sha: left.sha,
    version: versionAfter(left.branch, tags),
    label: `since-${left.branch.replaceAll("/", "-")}`,
    words: `where ${left.branch} branched off`,
  };

  function taggedBase({ name, sha }: Ref): Base {
    if (opens)
      return {
        name,
        sha,
        version: versionOf(name),
        label: name,
        words: "the newest tag that opens a development cycle",
      };
    return {
      name,
      sha,
      version: versionAfter(name, tags),
      label: name,
      words: "the newest release tag on the upstream",
    };
  }
}

/**
 * One sentence for a series that is new: how its parts were found, and that a stable branch left before the base, whose
 * patches in between would be left out. `made` is what plan() gave.
 */
export async function introduction(
  repository: Repository,
  refs: readonly Ref[],
  made: Plan,
  signal?: AbortSignal,
): Promise<string> {
  const { name, upstream, words } = made;
  const shortly = (id: string) => (isFullId(id) ? id.slice(0, 12) : id);
  const parts = `upstream ${upstream} (${words.upstream}), base ${shortly(made.base)} (${words.base}), ${words.targets}`;
  const found = `${name} is a new series: ${parts}.`;
  if (words.base !== newestRelease) return found;
  const left = await whereOneLeft({ repository, refs, signal }, made.headSha, made.targets);
  if (!left || !(await isAncestor(repository, left.sha, made.baseSha!, signal))) return found;
  const between = await countCommits(repository, left.sha, made.baseSha!, signal);
  if (between < worthReaching) return found;
  return `${found} ${left.branch} branched off ${between} commits earlier: --base ${shortly(left.sha)} reviews these too.`;
}

/** The newest stable branch that left the upstream before its head, and where it did. */
async function whereOneLeft({ repository, signal }: Place, head: string, targets: readonly StableBranch[]) {
  for (const { branch, sha: tip } of targets) {
    const [sha] = await mergeBases(repository, head, tip, signal);
    if (sha && sha !== head) return { branch, sha };
  }
  return null;
}

function fromFirstCommit(words: string): Base {
  return { name: firstCommit, sha: null, version: null, label: "", words };
}

/** Tags on the upstream that name a version, newest version first. */
async function reachableTags({ repository, refs, signal }: Place, head: string): Promise<Ref[]> {
  const named = refs.filter((ref) => ref.ref.startsWith("refs/tags/") && /\d/.test(ref.name));
  if (!named.length) return [];
  const reachable = await tagsReachableFrom(repository, head, signal);
  const tags = named.filter((ref) => reachable.has(ref.name));
  return tags.sort((a, b) => compareVersions(versionOf(b.name) ?? "", versionOf(a.name) ?? ""));
}

/** The version in development after a release, where a pre-release tag on the upstream says it; else nobody knows. */
function versionAfter(released: string, tags: readonly Ref[]): string | null {
  const next = tags.find((tag) => prerelease.test(tag.name));
  const version = next && versionOf(next.name);
  return version && compareVersions(version, versionOf(released) ?? "") > 0 ? version : null;
}
