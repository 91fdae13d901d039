import { speakingAnswer, type Verdict } from "../domain.ts";
import { isAgreed, isBackported, type LedgerPatch, type LedgerTarget, resolver, shownOn } from "./ledger.ts";

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
  warnings: string[];
}

/**
 * The lists of one target from patch number `from` on: not vanished, not backported yet, no merges to pick, in the order given, which has to be
 * topological, oldest first. `warnings` name what the picks need and the list does not hold.
 */
export function pickList(patches: readonly LedgerPatch[], target: LedgerTarget, from: number): PickList {
  const list: PickList = {
    from,
    yes: [],
    guessed: [],
    wait: [],
    uncertain: [],
    no: [],
    decidedCount: 0,
    instructedCount: 0,
    warnings: [],
  };
  const picked = new Set<number>();
  const open = patches.filter((patch) => patch.number >= from && !patch.isVanished && !isBackported(patch, target));
  for (const patch of open) {
    const shown = shownOn(patch, target);
    if (patch.isMerge && shown.verdict === "yes") {
      list.warnings.push(`patch ${short(patch)} is a merge and left out: decide on the commits that it brought`);
      continue;
    }
    if (shown.verdict !== "yes") {
      list[shown.verdict].push(patch.sha);
      continue;
    }
    // Who agreed with a guess answers for it as for a decision.
    const isByPerson = shown.by !== null || isAgreed(patch, target, shown);
    const isGuess = !isByPerson && !shown.explicit;
    if (isByPerson) list.decidedCount++;
    else if (shown.explicit) list.instructedCount++;
    (isGuess ? list.guessed : list.yes).push(patch.sha);
    if (!isGuess) picked.add(patch.id);
  }
  list.warnings.push(...warnings(patches, open, picked, target));
  return list;
}

const short = (patch: LedgerPatch) => `${patch.number} (${patch.sha.slice(0, 12)})`;

function warnings(
  patches: readonly LedgerPatch[],
  open: readonly LedgerPatch[],
  picked: ReadonlySet<number>,
  target: LedgerTarget,
) {
  const found = resolver(patches);
  const texts: string[] = [];
  for (const patch of open) {
    for (const link of speakingAnswer(patch.classifications)?.links ?? []) {
      const other = found(link.text, patch);
      if (!other || other === patch) continue;
      if (picked.has(patch.id) && link.kind === "needs" && !picked.has(other.id) && !isBackported(other, target)) {
        texts.push(
          `patch ${short(patch)} needs patch ${short(other)}, which is neither in the list nor on ${target.branch}`,
        );
      }
      if (!picked.has(patch.id) && link.kind === "fixes" && picked.has(other.id)) {
        texts.push(`patch ${short(other)} is fixed later by patch ${short(patch)}, which is not in the list`);
      }
    }
  }
  return texts;
}

const arrays = [
  ["cid_y", "yes"],
  ["cid_w", "wait"],
  ["cid_u", "uncertain"],
  ["cid_n", "no"],
] as const satisfies readonly (readonly [string, Verdict])[];
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
