/** Other commits that a message names, and how this one stands to them. */
import type { LinkKind, Reference } from "../../domain.ts";
import type { Sentence } from "./sentences.ts";
import type { Wording } from "./wording.ts";

/** A sentence with its wording, in the order of the message. */
export interface Read {
  sentence: Sentence;
  wording: Wording;
  /** Whether it speaks of a backport of this patch. */
  instructs: boolean;
}

const mostLinks = 24;
const relations: readonly (readonly [LinkKind, RegExp])[] = [
  [
    "needs",
    /\b(?:depend(?:s|ent|ing)?|rel(?:y|ies|ying|iant)|based|builds?) (?:directly |also |mainly |heavily )?(?:up)?on\b|\b(?:requires?|requiring|needs|prerequisites?(?: for this)?(?: is| are)?|first (?:\w+ ){0,3}(?:need|bp|pick|take|apply))(?= (?:\w+ ){0,6}(?:ref\d|patch|commit|series|fix|change|one))/g,
  ],
  [
    "follows",
    /\b(?:every|any)?where(?:ver|ver that|as)?\b|\b(?:whatever|same) (?:versions?|branch(?:es)?|releases?)(?! as| than)\b|\bsame (?:bp )?(?:instructions?|versions?|branch(?:es)?|targets?|place) (?:as|than)\b|\b(?:allver|somever|versions|branches|branch|version) (?:\w+ )?(?:having|containing|contain|holding|that (?:have|has|got|contain|received|took|include)|which (?:have|has|got|contain|received|include)|affected by|where)\b/g,
  ],
  // "no backport unless X is": the commit on which the verdict turns; "backport it if X is" follows X.
  ["unless", /\b(?:unless|except(?: if| when| where)?|only (?:\w+ ){0,5}?if|provided)\b/g],
  [
    "follows",
    /(?<!\b(?:only|except)(?: \w+){0,5}) \bif\b(?= (?:\w+ ){0,4}(?:ref\d|patch|commit|fix|change|one|series))/g,
  ],
  [
    "with",
    /\b(?:along ?(?:side)?|together|in same time)? ?(?:with|of)\b|\bin addition to\b|\b(?:as well|same time) as\b/g,
  ],
  ["after", /\b(?:after|on top of|following)\b/g],
  [
    "fixes",
    /\b(?:introduced|broken|caused|brought|regress\w+|revealed|exposed|uncovered|triggered|appeared|came|arrived|added|born|due|since|broke|fix(?:es|ed)?(?: for)?(?: up)?|follow-?up|complet\w+|amend\w*|introduction|result) (?:\w+ ){0,4}?(?:by|in|with|since|from|to|of|after|as)?(?= ?(?:the )?(?:\w+ ){0,2}ref\d)/g,
  ],
];
const relative = /^(?:previous|preceding|precedent|prior|above|earlier|parent|aforementioned|former|last)$/;
const listed = /^(?:following|next|below|these|those|this|two|three)$/;
const things = /^(?:patch|commit|fix|change|one|series|bug|ones)(?:e?s)?$/;
const stops =
  /^(?:if|unless|because|since|so|but|which|while|however|although|though|when|;|thus|bped|bp|to|as|for|allver|somever|until|downto|was|were|is)$/;

/** All links of a message, first named first, each once. `reads` are its prose sentences; `all` holds the lists as well. */
export function readLinks(subject: string, reads: readonly Read[], all: readonly Sentence[]): Reference[] {
  const links = new Map<string, Reference>();
  const add = (kind: LinkKind, text: string) => {
    // A slip of the author: a patch is no prerequisite of itself.
    if (text === subject) return;
    const known = [...links.values()].some(
      (link) => same(link.text, text) && (link.kind === kind || kind === "fixes" || kind === "after"),
    );
    if (!known && links.size < mostLinks && text.length > 3) links.set(`${kind} ${text}`, { kind, text });
  };
  for (const name of revertedBy(subject, all)) add("reverts", name);
  for (const [at, read] of reads.entries()) {
    for (const [kind, text] of linksIn(read, reads.slice(0, at), all)) add(kind, text);
  }
  for (const { kind, text } of all) {
    const trailer =
      kind === "trailer"
        ? /^(fixes|depends-on|requires|prerequisite-commit|needs) ?: ?(?:commit )?([0-9a-f]{7,40})\b/i.exec(text)
        : null;
    if (trailer) add(/^fixes/i.test(trailer[1]!) ? "fixes" : "needs", trailer[2]!);
  }
  return [...links.values()];
}

function same(a: string, b: string): boolean {
  return a === b || (/^[0-9a-f]{7,40}$/.test(a) && /^[0-9a-f]{7,40}$/.test(b) && (a.startsWith(b) || b.startsWith(a)));
}

function revertedBy(subject: string, all: readonly Sentence[]): string[] {
  const names = all.flatMap(
    ({ text }) =>
      (text.includes("evert") && /\breverts? (?:the )?(?:commit|patch)?s? ?([0-9a-f]{7,40})\b/i.exec(text)?.[1]) || [],
  );
  const quoted = /^(?:\[?revert\]?:?) "?(.+?)"?$/i.exec(subject)?.[1];
  return names.length ? names : quoted ? [quoted] : [];
}

function linksIn(read: Read, before: readonly Read[], all: readonly Sentence[]): [LinkKind, string][] {
  const found: [LinkKind, string][] = [];
  const { text } = read.wording;
  if (!/\bref\d|\b(?:patch|commit|fix|series|change|one)/.test(text)) return found;
  for (const [kind, pattern] of relations) {
    if ((kind === "unless" || kind === "with" || kind === "after" || kind === "follows") && !read.instructs) continue;
    const from = kind === "with" || kind === "after" ? Math.max(0, text.search(/\bbp/)) : 0;
    for (const match of text.matchAll(pattern)) {
      if (match.index < from && !/^(?:along|together)/.test(match[0])) continue;
      const words = text
        .slice(match.index + match[0].length, match.index + match[0].length + 160)
        .trim()
        .split(" ");
      for (const name of namesIn(words, read, before, all))
        found.push([
          kind === "follows" &&
          !/\b(?:is|was|were|are|has|have|bped|applied|already|been|as|than|merged|present|ever|patch\w*|commit\w*|ref\d|fix)\b/.test(
            words.join(" "),
          )
            ? "with"
            : kind,
          name,
        ]);
    }
  }
  if (/\b(?:first|before|beforehand|too|also)\b/.test(text) && /\bbp/.test(text))
    for (const name of needsOf(read, before, all)) found.push(["needs", name]);
  return found;
}

/** "1a2b3c4d5 is needed first", "the previous patch must be backported before"; "both must be, too". */
const prerequisite =
  /^(.*?)\b(?:(?:is|are|will be|must be|should be|has to be|have to be|needs? to be) (?:also |then |absolutely )*(?:needed|required|necessary|bped|picked|applied|taken|merged)(?: \w+)? (?:first|before|beforehand)|(?:must|should|has to|have to|needs? to) (?:also be bped|be bped (?:too|also))|(?:is|are) (?:also )?(?:needed|required|necessary) too)\b/;
const mostSubjectWords = 16;

/** Commits that a sentence about backports puts before this one. */
function needsOf(read: Read, before: readonly Read[], all: readonly Sentence[]): string[] {
  const subject =
    prerequisite
      .exec(read.wording.text)?.[1]
      ?.split(/ [,:;()] | but /)
      .at(-1) ?? "";
  const words = subject.trim().split(" ");
  return words.length <= mostSubjectWords ? namesIn(words, read, before, all) : [];
}

/** The commits named right after a relation; "the one above" is the last one that the message named. */
function namesIn(words: readonly string[], read: Read, before: readonly Read[], all: readonly Sentence[]): string[] {
  const names: string[] = [];
  for (const [at, word] of words.slice(0, 14).entries()) {
    const ref = /^ref(\d+)$/.exec(word);
    const name = ref ? read.wording.refs[Number(ref[1])] : undefined;
    if (name) names.push(name);
    else if (/^(?:and|,|:|or|&|\/|the|commit|commits|patch|patches|also|both|fix|series|of|this|two)$/.test(word)) {
      if (word === ":" && at === words.length - 1) names.push(...listAfter(read.sentence, all));
      else if (
        /^(?:commit|patch|fix)(?:e?s)?$/.test(word) &&
        /^(?:above|before|mentio?n+ed)$/.test(words[at + 1] ?? "")
      )
        return [...names, ...above(read, before, all)];
    } else if (relative.test(word) && words.slice(at + 1, at + 4).some((next) => things.test(next))) {
      const rest = words.slice(at + 1, at + 8);
      if (rest.includes(":") || rest.some((next) => /^ref\d/.test(next))) continue;
      return [
        ...names,
        ...(/^(?:above|aforementioned|former|earlier)$/.test(word) || /\babove\b/.test(rest.slice(0, 4).join(" "))
          ? above(read, before, all)
          : ["previous"]),
      ];
    } else if (names.length > 0 || (stops.test(word) && at > 0)) break;
    else if (!listed.test(word) && !things.test(word) && at > 5) break;
  }
  return names;
}

/** Ids or subjects of the nearest earlier sentence or list line that names any; the preceding patch where none does. */
function above(read: Read, before: readonly Read[], all: readonly Sentence[]): string[] {
  const nearest = before.findLast((one) => one.wording.refs.length > 0);
  const line = all.findLast(
    (one) =>
      (one.kind === "block" || one.kind === "item") &&
      one.start < read.sentence.start &&
      nameOfLine(withoutBullet(one.text)) !== null,
  );
  if (line && (!nearest || line.start > nearest.sentence.start)) {
    // An id and its subject stand in two lines: the id says more.
    const names = all
      .filter((one) => one.paragraph === line.paragraph)
      .map((one) => nameOfLine(withoutBullet(one.text)));
    return [
      names.findLast((name) => name !== null && /^[0-9a-f]+$/.test(name)) ?? nameOfLine(withoutBullet(line.text))!,
    ];
  }
  const own = read.wording.refs.slice(0, 1);
  return nearest ? nearest.wording.refs.slice(-2) : own.length ? own : ["previous"];
}

/** "above patch mentions that no backport is needed. However, this is incorrect": the commit that is contradicted. */
export function overriddenBy(reads: readonly Read[], all: readonly Sentence[]): string | null {
  for (const [at, read] of reads.entries()) {
    const { text, refs } = read.wording;
    if (
      !text.includes("bp") ||
      !/\b(?:mention|say|state|claim|indicate|tell|suggest|said|told)(?:e?[sd])?\b.{0,40}\bbp/.test(text)
    )
      continue;
    const both = `${text} ${reads[at + 1]?.wording.text ?? ""}`;
    if (!/\b(?:incorrect|wrong|not (?:true|correct|right)|mistake\w*|erroneous\w*|false)\b/.test(both)) continue;
    return refs[0] ?? above(read, reads.slice(0, at), all)[0] ?? "previous";
  }
  return null;
}

/** The list that follows a colon: lines of an indented block or list items, each an id or a subject. */
function listAfter(sentence: Sentence, all: readonly Sentence[]): string[] {
  const names: string[] = [];
  for (const next of all) {
    if (next.start <= sentence.start) continue;
    if (next.kind !== "block" && next.kind !== "item" && !isSubjectLine(next.text)) break;
    const line = withoutBullet(next.text).replace(/^["']|["']$/g, "");
    const name = nameOfLine(line);
    if (name) names.push(name);
    else if (names.length === 0) break;
    if (names.length >= mostLinks) break;
  }
  return names;
}

function withoutBullet(line: string): string {
  return line.replace(/^(?:[-*+•o]|\d+[.)])\s+/, "");
}

function nameOfLine(line: string): string | null {
  return /^(?:commit )?([0-9a-f]{7,40})\b/.exec(line)?.[1] ?? (isSubjectLine(line) ? line : null);
}

function isSubjectLine(line: string): boolean {
  return /^[A-Z][A-Z]+(?:\/[A-Z]+)?: \S/.test(line) || (/^[a-z][\w./-]{1,30}: \S/.test(line) && !/^https?:/.test(line));
}
