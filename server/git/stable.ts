import { compareVersions, versionOf } from "../domain.ts";
import type { Ref } from "./repository.ts";

/** A branch that only receives backports, by its name. */
export interface StableBranch {
  /** Short name, the same for a local branch and its remote one: `3.2-stable`. */
  branch: string;
  ref: string;
  sha: string;
  version: string | null;
  /** The same branch elsewhere: a remote one beside the local one, or a second remote. */
  others: Ref[];
}

/** Names that projects give to their stable branches, each anchored: a topic branch that mentions a version is none. */
const patterns: readonly RegExp[] = [
  /^[\w.]+-stable$/i, // 3.2-stable, v254-stable
  /^([a-z]+[-_])?v?\d+([-_.]\d+)+-stable$/i, // 7-1-stable, OpenSSL_1_1_1-stable, zfs-0.6.3-stable
  /^stable[-/]v?\w[\w.-]*$/i, // stable-3.2, stable/train, stable/4.2.x
  /^(releases?|rel|releng)[-/]v?\d[\w.-]*$/i, // release/1.2, release-1.2, releng/14.0
  /^(releases|rel)\/[a-z]+-v?\d[\w.-]*$/i, // releases/gcc-13, rel/auth-5.1.x
  /^release\/[\w.-]+(\/(master|main))?$/i, // release/autumn, release/2.39/master
  /^release-branch\.[a-z]*\d+(\.\d+)*$/i, // release-branch.go1.22
  /^staging[-/]v?\d+(\.\d+)*$/i, // staging/24.1, staging-4.22
  /^maint([-/]v?\d+(\.\d+)*)?$/i, // maint, maint-0.4.8
  /^v?\d+(\.\d+)+(-(maint|lts|release))?$/i, // v1.2, 1.2, v10.0-maint
  /^v?\d+(\.\d+)*\.[xy]$/i, // 27.x, 1.2.x
  /^[a-z][a-z0-9]*-v?\d+\.\d+(\.\d+)*(\.[xy]|-(release|maint|lts))?$/i, // haproxy-3.2, linux-6.1.y, zfs-2.4-release
  /^[a-z][a-z0-9]*-\d+([-_]\d+)+-branch$/i, // binutils-2_42-branch
  /^[a-z]+_\d+_\d+$/, // ruby_3_3
  /^[A-Z]+_?\d+(_\d+)*_STABLE$/, // V4_6_STABLE, REL_16_STABLE, REL9_6_STABLE
];

const mainNames = new Set(["master", "main"]);
const versionedRemote = /^[a-z][a-z0-9]*-v?\d+\.\d+$/i;

/** Whether a branch name, without its remote, is one of a stable branch. */
export function isStableName(name: string): boolean {
  return patterns.some((pattern) => pattern.test(name));
}

/**
 * The stable branches among all refs, newest version first. A local branch and the remote ones of the same name are one,
 * local first, then origin's. `remotes` are the names of the remotes, which may hold slashes. Pure.
 */
export function stableBranches(refs: readonly Ref[], remotes: readonly string[]): StableBranch[] {
  const found = new Map<string, Ref[]>();
  for (const ref of refs) {
    const branch = ref.pointsAt ? null : stableNameOf(ref, remotes);
    if (branch) found.set(branch, [...(found.get(branch) ?? []), ref]);
  }
  const preference = (ref: Ref) =>
    ref.ref.startsWith("refs/heads/") ? 0 : ref.ref.startsWith("refs/remotes/origin/") ? 1 : 2;
  const branches = [...found].map(([branch, same]) => {
    const [first, ...others] = same.sort((a, b) => preference(a) - preference(b));
    return { branch, ref: first!.ref, sha: first!.sha, version: versionOf(branch), others };
  });
  return withoutCuts(branches).sort(
    (a, b) => compareVersions(b.version ?? "", a.version ?? "") || a.branch.localeCompare(b.branch),
  );
}

/**
 * Leaves out what only leads to or comes from a stable branch that is there itself: where picks of a version are tried out
 * first (staging-4.22 beside stable-4.22), and single releases (2.0.3 beside 2.0; 2.3.16 where branches are called 2.4.x).
 */
function withoutCuts(branches: readonly StableBranch[]): StableBranch[] {
  const isStaging = ({ branch }: StableBranch) => /^staging[-/]/i.test(branch);
  const lines = new Set(branches.filter((one) => !isStaging(one)).map((one) => one.version));
  const isLine = ({ branch }: StableBranch) => /\.[xy]$/i.test(branch);
  const linesAreNamed = branches.some(isLine);
  return branches.filter((one) => {
    if (one.version === null) return true;
    if (isStaging(one)) return !lines.has(one.version);
    const numbers = one.version.split(".");
    if (linesAreNamed && numbers.length > 2 && !isLine(one)) return false;
    return !numbers.some((_, count) => count >= 2 && lines.has(numbers.slice(0, count).join(".")));
  });
}

function stableNameOf(ref: Ref, remotes: readonly string[]): string | null {
  if (ref.ref.startsWith("refs/heads/")) return isStableName(ref.name) ? ref.name : null;
  if (!ref.ref.startsWith("refs/remotes/")) return null;
  const remote = remotes.find((one) => ref.name.startsWith(`${one}/`)) ?? ref.name.split("/", 1)[0]!;
  const name = ref.name.slice(remote.length + 1);
  // A repository per stable version, as HAProxy has: the remote carries the version, its only branch is master.
  if (mainNames.has(name)) return versionedRemote.test(remote) ? remote : null;
  return isStableName(name) ? name : null;
}
