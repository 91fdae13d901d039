import { isIdPrefix, type Query, type Term, type TextTerm } from "../../search/query.ts";
import { patternOf } from "../../search/words.ts";
import { isDisputed, speakingAnswer } from "../domain.ts";
import { type LedgerPatch, type LedgerTarget, shownOn } from "./ledger.ts";

/** Where patches are looked up; the store's parts fit. All of it about one series. */
export interface SearchSource {
  /** Patches for which all terms hold, in order. */
  find(terms: readonly Term[]): number[];
  /** Whether `find` can answer a term. */
  isStored(term: Term): boolean;
  /** What patches say about others that they need. */
  needs(): readonly { patch: number; number: number; text: string }[];
  patches(ids: readonly number[]): readonly LedgerPatch[];
}

/** Row ids of the patches for which a search holds on a target, in order. The index narrows first, then what it cannot know. */
export function foundPatches(query: Query, source: SearchSource, target: LedgerTarget | null): number[] {
  let ids = source.find(query.terms.filter((term) => source.isStored(term)));
  for (const term of query.terms) {
    if (term.kind !== "needs") continue;
    const needing = patchesThatNeed(term, source);
    ids = ids.filter((id) => needing.has(id) !== term.isNot);
  }
  const rest = query.terms.filter((term) => !source.isStored(term) && term.kind !== "needs");
  if (!rest.length) return ids;
  const holding = new Set(
    source
      .patches(ids)
      .filter((patch) => rest.every((term) => holds(term, patch, target) !== term.isNot))
      .map((patch) => patch.id),
  );
  return ids.filter((id) => holding.has(id));
}

function holds(term: Term, patch: LedgerPatch, target: LedgerTarget | null): boolean {
  if (term.kind === "verdict") return target !== null && shownOn(patch, target).verdict === term.verdict;
  if (term.kind === "is" && term.state === "disputed") return isDisputed(patch.classifications);
  return speakingAnswer(patch.classifications)?.explicit ?? false;
}

/** Those that name a patch which fits the term, by its id, by its subject, or as the one before. */
function patchesThatNeed(term: TextTerm, source: SearchSource): Set<number> {
  const links = source.needs();
  if (!links.length) return new Set();
  const id = isIdPrefix(term.text) ? term.text.toLowerCase() : null;
  const pattern = patternOf(term.text, term.isPhrase);
  const fitting = source.patches(
    source.find([id ? { kind: "id", prefixes: [id], isNot: false } : { ...term, kind: "word", isNot: false }]),
  );
  const needed = fitting.filter((patch) => id !== null || pattern?.test(patch.subject));
  const numbers = new Set(needed.filter((patch) => !patch.isVanished).map((patch) => patch.number));
  const isMeant = (text: string) =>
    /^[0-9a-f]{7,64}$/.test(text)
      ? (id !== null && text.startsWith(id)) || needed.some((patch) => patch.sha.startsWith(text))
      : needed.some((patch) => patch.subject === text);
  return new Set(
    links
      .filter(({ text, number }) => (text === "previous" ? numbers.has(number - 1) : isMeant(text)))
      .map((link) => link.patch),
  );
}
