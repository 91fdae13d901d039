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
  /^stable[-/]v?\w[\w.-]*$/i, // stable-3.2, stable/train
  /^releases?[-/]v?\d[\w.-]*$/i, // release/1.2, release-1.2
  /^release\/[\w.-]+$/i, // release/autumn
  /^staging\/v?\d+(\.\d+)*$/i, // staging/24.1
  /^v?\d+(\.\d+)+$/i, // v1.2, 1.2
  /^v?\d+(\.\d+)*\.[xy]$/i, // 27.x, 1.2.x
  /^[a-z][a-z0-9]*-v?\d+\.\d+(\.\d+)*(\.[xy])?$/i, // haproxy-3.2, linux-6.1.y
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
  return branches.sort((a, b) => compareVersions(b.version ?? "", a.version ?? "") || a.branch.localeCompare(b.branch));
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
