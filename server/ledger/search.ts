import { isIdPrefix, type Query, type Term, type TextTerm } from "../../search/query.ts";
import { patternOf } from "../../search/words.ts";
import { isDisputed, speakingAnswer, verdictOn, type Opinion, type Verdict } from "../domain.ts";
import type { LedgerTarget } from "./ledger.ts";

/** Where patches are looked up; the store's parts fit. All of it about one series. */
export interface SearchSource {
  /** Patches for which all terms hold, in order. */
  find(terms: readonly Term[]): number[];
  /** Whether `find` can answer a term. */
  isStored(term: Term): boolean;
  /** What patches say about others that they need. */
  needs(): readonly { patch: number; number: number; text: string }[];
  /** What decides the verdict shown, for at least these patches; none for one that nothing and nobody said anything about. */
  opinions(ids: readonly number[], target: number | null): ReadonlyMap<number, Opinions>;
  patches(ids: readonly number[]): readonly Named[];
}

/** What machines say about one patch, and what a person decided on the target in hand; null for nobody. */
export interface Opinions {
  machines: readonly Opinion[];
  decided: Verdict | null;
}

interface Named {
  sha: string;
  subject: string;
  number: number;
  isVanished: boolean;
}

const nothingSaid: Opinions = { machines: [], decided: null };

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
  const said = source.opinions(ids, target?.id ?? null);
  for (const term of rest) ids = ids.filter((id) => holds(term, said.get(id) ?? nothingSaid, target) !== term.isNot);
  return ids;
}

function holds(term: Term, { machines, decided }: Opinions, target: LedgerTarget | null): boolean {
  if (term.kind === "verdict") return target !== null && verdictOn(decided, machines, target.version) === term.verdict;
  if (term.kind === "is" && term.state === "disputed") return isDisputed(machines);
  return speakingAnswer(machines)?.explicit ?? false;
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
