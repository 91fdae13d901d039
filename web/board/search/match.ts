import { isBareId, parseQuery, type Term, type TextTerm, writtenTerm } from "../../../search/query.ts";
import { patternOf } from "../../../search/words.ts";
import { isBackported, type Row } from "../filter.ts";
import { messageOf } from "../messages.ts";

/** What the server found for terms that need text: patch ids by the term, as `writtenTerm` writes it. */
export type Found = ReadonlyMap<string, ReadonlySet<string>>;

export const nothingFound: Found = new Map();

/** Whether a row is wanted on the target of that index. */
export type RowTest = (row: Row, target: number) => boolean;

/** One letter begins a word of nearly every message: an answer would be all patches, and tell nothing. */
const fewestLetters = 2;

/** The terms that the server has a say in: words may be in a body, a path or a note; the others are never in a row. */
export function askedTerms(text: string): TextTerm[] {
  return parseQuery(text).terms.filter((term): term is TextTerm =>
    term.kind === "word" ? term.text.length >= fewestLetters : isServersAlone(term),
  );
}

/** Terms about which rows say nothing at all. */
export function isServersAlone(term: Term): term is TextTerm {
  return term.kind === "path" || term.kind === "needs";
}

/**
 * Makes the test for a search from what rows hold and from what the server has found so far; null when every row passes. A
 * word that the server was not asked about yet is looked for in the rows alone; a path passes until there is an answer.
 */
export function rowTest(text: string, found: Found): RowTest | null {
  const tests = parseQuery(text).terms.map((term) => {
    const test = testOf(term, found);
    return term.isNot ? (row: Row, target: number) => !test(row, target) : test;
  });
  const [first, ...others] = tests;
  if (!first) return null;
  return others.length ? (row, target) => tests.every((test) => test(row, target)) : first;
}

function testOf(term: Term, found: Found): RowTest {
  switch (term.kind) {
    case "word":
      return wordTest(term, found.get(writtenTerm(term)));
    case "author":
    case "tag":
    case "area": {
      const [field, pattern] = [term.kind, patternOf(term.text, term.isPhrase)];
      return (row) => pattern?.test(row[field] ?? "") ?? true;
    }
    case "path":
    case "needs": {
      const answer = found.get(writtenTerm(term));
      return answer ? (row) => answer.has(row.id) : () => !term.isNot;
    }
    case "id":
      return (row) => term.prefixes.some((prefix) => row.sha.startsWith(prefix));
    case "verdict": {
      const verdict = term.verdict.toUpperCase();
      return (row, target) => row.verdicts[target] === verdict;
    }
    case "has":
      return term.thing === "note" ? (row) => row.noteCount > 0 : (row) => row.isSuspicious;
    case "is":
      return states[term.state];
  }
}

const states: Record<Extract<Term, { kind: "is" }>["state"], RowTest> = {
  backported: isBackported,
  decided: (row, target) => row.deciders[target] != null,
  disputed: (row) => row.isDisputed,
  vanished: (row) => row.isVanished,
  instructed: (row) => row.isInstructed,
};

function wordTest(term: TextTerm, answer: ReadonlySet<string> | undefined): RowTest {
  const pattern = patternOf(term.text, term.isPhrase);
  const id = isBareId(term.text) ? term.text.toLowerCase() : null;
  return (row) =>
    pattern === null ||
    pattern.test(row.subject) ||
    pattern.test(row.author) ||
    (row.quote != null && pattern.test(row.quote)) ||
    pattern.test(messageOf(row.id) ?? "") ||
    (id !== null && row.sha.startsWith(id)) ||
    (answer !== undefined && answer.has(row.id));
}
