import { wordsIn } from "./words.ts";

/**
 * The language of the search box, read the same way by both halves. What rows hold (author, tag, area, verdict, id, states)
 * the page answers by itself, at once and on what it shows; what needs text (words in messages, notes and paths, and
 * links) the server answers. A script gets all of it from `Series.search`.
 */
export type Term = { isNot: boolean } & (
  | { kind: TextKind; text: string; isPhrase: boolean }
  | { kind: "id"; prefixes: readonly string[] }
  | { kind: "verdict"; verdict: (typeof verdicts)[number] }
  | { kind: "is"; state: (typeof states)[number] }
  | { kind: "has"; thing: (typeof things)[number] }
);

/** What was understood; all terms have to hold. `trouble`: one sentence about what was not; null when there is none. */
export interface Query {
  terms: Term[];
  trouble: string | null;
}

/** A term that holds text. `word`: anywhere; `needs`: in the subject or id of a patch that is needed. */
export type TextTerm = Extract<Term, { kind: TextKind }>;
type TextKind = "word" | "author" | "path" | "tag" | "area" | "needs";

export const operators = ["author", "path", "tag", "area", "verdict", "is", "has", "needs", "id"] as const;
export const verdicts = ["no", "uncertain", "wait", "yes"] as const;
export const states = ["backported", "decided", "disputed", "vanished", "instructed"] as const;
export const things = ["note", "hidden"] as const;

/** The longest search that is read to its end. */
export const maxCharacters = 500;
const maxTerms = 20;

/** Reads a search; never fails. What it cannot read is left out, or searched for as text, and `trouble` says so. */
export function parseQuery(text: string): Query {
  const query: Query = { terms: [], trouble: null };
  const say = (sentence: string) => (query.trouble ??= sentence);
  if (text.length > maxCharacters) say(`Only the first ${maxCharacters} characters are searched for.`);
  for (const piece of text.slice(0, maxCharacters).replace(curledQuotes, '"').matchAll(pieces)) {
    const { not, name, quoted, close, plain } = piece.groups as unknown as Piece;
    if (quoted !== undefined && close === "") say("A quote is open: all that follows it is one phrase.");
    const made = termOf(name?.toLowerCase() ?? null, quoted ?? plain ?? "", quoted !== undefined, say);
    if (!made) continue;
    if (query.terms.length === maxTerms) {
      say(`Only the first ${maxTerms} terms are searched for.`);
      break;
    }
    query.terms.push({ ...made, isNot: not === "-" });
  }
  return query;
}

/** Keyboards and mail programs put them in place of the straight ones. */
const curledQuotes = /[\u201c-\u201f]/g;

/** `-name:"quoted"` or `-name:plain`; a name directly before `::` or `:/` is C++ or a URL and no operator. */
const pieces = /(?<not>-?)(?:(?<name>[a-z]+):(?![:/]))?(?:"(?<quoted>[^"]*)(?<close>"?)|(?<plain>[^\s"]+)|(?<=:))/gi;

interface Piece {
  not: string;
  name: string | undefined;
  quoted: string | undefined;
  close: string | undefined;
  plain: string | undefined;
}

/** `Omit` of a union would leave only what all of its members have. */
type Bare<T> = T extends unknown ? Omit<T, "isNot"> : never;

function termOf(
  name: string | null,
  text: string,
  isPhrase: boolean,
  say: (sentence: string) => void,
): Bare<Term> | null {
  const operator = operators.find((one) => one === name) ?? null;
  if (name !== null && operator === null) {
    // `mux: ` is the beginning of a subject; only a name with something right behind it looks like an operator.
    if (text && !isPhrase) say(`There is no operator ${name}: and so it is searched for as text.`);
    return wordTerm("word", isPhrase ? text : `${name}:${text}`, isPhrase, say);
  }
  if (operator === null) return wordTerm("word", text, isPhrase, say);
  if (!text) {
    say(`${operator}: has nothing behind it and is left out.`);
    return null;
  }
  switch (operator) {
    case "verdict": {
      const verdict = chosen(operator, text, verdicts, say);
      return verdict && { kind: operator, verdict };
    }
    case "is": {
      const state = chosen(operator, text, states, say);
      return state && { kind: operator, state };
    }
    case "has": {
      const thing = chosen(operator, text, things, say);
      return thing && { kind: operator, thing };
    }
    case "id":
      return idTerm(text, say);
    default:
      return wordTerm(operator, text, isPhrase, say);
  }
}

/** One id or several with commas between them, so that a link can name any set of patches. */
function idTerm(text: string, say: (sentence: string) => void): Bare<Term> | null {
  const said = text.toLowerCase().split(",").filter(Boolean);
  const prefixes = said.filter(isIdPrefix);
  if (!said.length) say("id: has nothing behind it and is left out.");
  const wrong = said.find((one) => !isIdPrefix(one));
  if (wrong !== undefined) say(`id:${wrong} is left out: an id has the digits 0 to 9 and a to f.`);
  return prefixes.length ? { kind: "id", prefixes } : null;
}

function wordTerm(kind: TextKind, text: string, isPhrase: boolean, say: (sentence: string) => void) {
  if (wordsIn(text).length) return { kind, text, isPhrase };
  if (text) say(`${text} has neither a letter nor a digit and is left out.`);
  return null;
}

/** The value meant, by its whole name or its beginning. */
function chosen<T extends string>(name: string, text: string, values: readonly T[], say: (sentence: string) => void) {
  const found = values.find((one) => one.startsWith(text.toLowerCase()));
  if (!found) say(`${name}:${text} is left out: ${name}: takes ${values.join(", ")}.`);
  return found ?? null;
}

/** Whether a text may be the beginning of a commit id. */
export function isIdPrefix(text: string): boolean {
  return /^[0-9a-f]{1,64}$/i.test(text);
}

/** Whether a bare word is looked for among commit ids too: shorter ones would find ids by chance. */
export function isBareId(text: string): boolean {
  return /^[0-9a-f]{4,64}$/i.test(text);
}

/** A term of text as a search of its own, without its minus; reading it again gives the same term. */
export function writtenTerm({ kind, text, isPhrase }: TextTerm): string {
  const value = isPhrase || /[\s"]/.test(text) ? `"${text}"` : text;
  return kind === "word" ? (isPhrase ? value : plainWord(text)) : `${kind}:${value}`;
}

// What looks like an operator was none: as a sign between two words the colon means the same.
const plainWord = (text: string) => text.replace(/^([a-z]+):(?![:/])/i, "$1/");
