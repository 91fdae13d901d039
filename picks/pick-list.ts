/** What to pick, from what is shown of each patch: pure rules, the same on the server and in a file without one. */

/** A patch as the lists of one target see it. */
export interface Candidate {
  /** Full commit id. */
  sha: string;
  number: number;
  verdict: "no" | "uncertain" | "wait" | "yes";
  /** A person answers for the verdict: decided, or agreed with it. */
  isByPerson: boolean;
  /** The author's own words give it. */
  isInstructed: boolean;
  isVanished: boolean;
  isMerge: boolean;
  isBackported: boolean;
  /** Other patches of the series that the message names, by their full commit ids. */
  links: readonly { kind: string; to: string }[];
}

/** What to pick into one target, oldest first. */
export interface PickList {
  from: number;
  /** Yes, decided by a person, agreed with by one, or instructed by the author. */
  yes: string[];
  /** Yes by a machine's guess alone: never in `yes`. */
  guessed: string[];
  wait: string[];
  uncertain: string[];
  no: string[];
  decidedCount: number;
  instructedCount: number;
  /** Numbers of the patches before `from` that a person decided to pick, or agreed to: the list leaves them out. */
  decidedBefore: number[];
  warnings: string[];
}

/**
 * The lists of one target from patch number `from` on: not vanished, not backported yet, no merges to pick, in the order given, which has to be
 * topological, oldest first. `warnings` name what the picks need and the list does not hold, and reverts without their patch or the reverse.
 */
export function listPicks(patches: readonly Candidate[], branch: string, from: number): PickList {
  const lists = { yes: [], guessed: [], wait: [], uncertain: [], no: [] };
  const list: PickList = { from, ...lists, decidedCount: 0, instructedCount: 0, decidedBefore: [], warnings: [] };
  const picked = new Set<string>();
  const missing = patches.filter((patch) => !patch.isVanished && !patch.isBackported);
  const open = missing.filter((patch) => patch.number >= from);
  for (const { number, verdict, isByPerson, isMerge } of missing)
    if (number < from && verdict === "yes" && isByPerson && !isMerge) list.decidedBefore.push(number);
  for (const patch of open) {
    if (patch.isMerge && patch.verdict === "yes") {
      list.warnings.push(`patch ${short(patch)} is a merge and left out: decide on the commits that it brought`);
      continue;
    }
    if (patch.verdict !== "yes") {
      list[patch.verdict].push(patch.sha);
      continue;
    }
    if (patch.isByPerson) list.decidedCount++;
    else if (patch.isInstructed) list.instructedCount++;
    const isGuess = !patch.isByPerson && !patch.isInstructed;
    (isGuess ? list.guessed : list.yes).push(patch.sha);
    if (!isGuess) picked.add(patch.sha);
  }
  list.warnings.push(...warnings(patches, open, picked, branch));
  return list;
}

const short = (patch: Candidate) => `${patch.number} (${patch.sha.slice(0, 12)})`;

function warnings(
  patches: readonly Candidate[],
  open: readonly Candidate[],
  picked: ReadonlySet<string>,
  branch: string,
) {
  const bySha = new Map(patches.map((patch) => [patch.sha, patch]));
  const undone = undonePatches(patches, bySha);
  const texts: string[] = [];
  for (const patch of open) {
    for (const { kind, to } of patch.links) {
      const other = bySha.get(to);
      if (!other || other === patch) continue;
      if (picked.has(patch.sha) && kind === "needs" && !picked.has(to) && !other.isBackported) {
        texts.push(`patch ${short(patch)} needs patch ${short(other)}, which is neither in the list nor on ${branch}`);
      }
      if (!picked.has(patch.sha) && kind === "fixes" && picked.has(to)) {
        texts.push(`patch ${short(other)} is fixed later by patch ${short(patch)}, which is not in the list`);
      }
      if (kind !== "reverts" || other.number >= patch.number) continue;
      if (!picked.has(patch.sha) && picked.has(to) && !undone.has(patch.sha)) {
        texts.push(`patch ${short(other)} is reverted by patch ${short(patch)}, which is not in the list`);
      }
      if (picked.has(patch.sha) && !picked.has(to) && !other.isBackported) {
        texts.push(
          `patch ${short(patch)} reverts patch ${short(other)}, which is neither in the list nor on ${branch}`,
        );
      }
    }
  }
  return texts;
}

/** Patches that a later one reverted, unless that was reverted itself. A subject may name a later patch by mistake. */
function undonePatches(patches: readonly Candidate[], bySha: ReadonlyMap<string, Candidate>): Set<string> {
  const undone = new Set<string>();
  for (const patch of patches.toReversed()) {
    if (patch.isVanished || undone.has(patch.sha)) continue;
    for (const { kind, to } of patch.links) {
      if (kind === "reverts" && (bySha.get(to)?.number ?? Infinity) < patch.number) undone.add(to);
    }
  }
  return undone;
}

const arrays = [
  ["cid_y", "yes"],
  ["cid_w", "wait"],
  ["cid_u", "uncertain"],
  ["cid_n", "no"],
] as const;
const allowed =
  /^(?:(?:cid_[ywung]=\( (?:(?:[0-9a-f]{40}|[0-9a-f]{64}) )*\)|git cherry-pick -sx "\$\{cid_y\[@\]\}")\n)*$/;

/**
 * What people paste into a terminal: literals and full hex ids, nothing that a commit's author wrote. Guesses stand apart in
 * `cid_g`, which nothing picks. Empty when there is nothing; without a cherry-pick when there is nothing to pick. Throws when
 * the text would hold anything else.
 */
export function shellText(list: PickList, withGuesses: boolean): string {
  const line = (name: string, ids: readonly string[]) => `${name}=( ${ids.map((id) => `${id} `).join("")})\n`;
  if (!arrays.some(([, verdict]) => list[verdict].length) && !(withGuesses && list.guessed.length)) return "";
  let text = arrays.map(([name, verdict]) => line(name, list[verdict])).join("");
  if (withGuesses && list.guessed.length) text += line("cid_g", list.guessed);
  if (list.yes.length) text += 'git cherry-pick -sx "${cid_y[@]}"\n';
  if (!allowed.test(text)) throw new Error("the cherry-pick list holds something that is no commit id");
  return text;
}
