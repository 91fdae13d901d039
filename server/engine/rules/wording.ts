/**
 * Free wording brought to few words, so that the grammar can be written as small patterns. In the result `bp` is "backport"
 * (`bped`, `bping`, `bpable`), `ver0` the first version, `ref0` the first commit, `allver` "all stable versions", `somever`
 * "stable versions", `downto` "as far as", "up to", "until"; `ifneeded` "if needed", "if desired".
 */
import { resolved } from "./polarity.ts";
import { plain } from "./spelling.ts";
import { findVersions, type Scope } from "./versions.ts";

export interface Wording {
  text: string;
  versions: string[];
  /** The same as an author would have them read again: "3.3-dev8" is 3.3. */
  written: string[];
  refs: string[];
  /** The version in development: what comes after it has to wait. */
  development: string | null;
}

/** "origin/3.1-stable", "release/1.4", "branches/2.8", "release-1.4": the name that git has for a branch. */
const refPath =
  /(?: |^)(?:(?:refs|heads|remotes|origin|upstream|branch(?:es)?|releases?|stable|maint|rel) ?[/-] ?)+(?=ver\d)/g;
const longestQuoted = 250;
const mention =
  /\b[0-9a-f]{7,40}\b|\(\(?"|["“«](?=[A-Za-z])|(?<![\w/"])(?:BUG|MINOR|MEDIUM|MAJOR|CLEANUP|DOC|BUILD|OPTIM|REORG|REGTESTS?|DEBUG|TESTS?|CI)(?:\/[A-Z]+)*: (?=[\w/.+-]+: )/g;
const closing: Record<string, string> = { '"': '"', "“": "”", "«": "»" };

/** The grammar's words for a sentence. Never longer than about the sentence itself; linear in its length. */
export function wordingOf(sentence: string, scope: Scope): Wording {
  const refs: string[] = [];
  const escaped = sentence.replace(/\b(ref|ver|bp)(?=\d|ed\b|ing\b|\b)/gi, "$1_");
  const masked = maskReferences(escaped, refs);
  const versions: string[] = [];
  const written: string[] = [];
  let text = "";
  let from = 0;
  for (const one of findVersions(masked, scope)) {
    text += `${masked.slice(from, one.start)} ver${versions.length} `;
    if (masked.slice(one.start, one.end).endsWith("+")) text += " and later";
    versions.push(one.version);
    const found = masked.slice(one.start, one.end);
    written.push(/-(?:dev|rc)/.test(found) ? found : one.version);
    from = one.end;
  }
  text = plain(text + masked.slice(from));
  if (text.includes(" ver0")) text = text.replace(refPath, " ");
  if (placing.test(text)) {
    for (const [pattern, word] of compounds) {
      text = typeof word === "string" ? text.replace(pattern, word) : text.replace(pattern, word);
    }
  }
  return { text: resolved(text.replace(/\s+/g, " ").trim()), versions, written, refs, development: scope.development };
}

/** `commit 1234abcd ("BUG/MINOR: area: text")`, a bare id or a quoted subject become one word. */
function maskReferences(text: string, refs: string[]): string {
  let masked = "";
  let from = 0;
  mention.lastIndex = 0;
  for (let match = mention.exec(text); match; match = mention.exec(text)) {
    const one = isHex(match[0]) ? idAt(text, match) : subjectAt(text, match);
    if (!one) continue;
    // An id and its subject, however they are joined, are one commit.
    if (
      refs.length > 0 &&
      isHex(refs.at(-1)!) &&
      !isHex(match[0]) &&
      /^[\s:,([-]*$/.test(text.slice(from, match.index))
    ) {
      from = mention.lastIndex = one.end;
      continue;
    }
    masked += `${text.slice(from, match.index)} ref${refs.length} `;
    refs.push(one.name);
    from = mention.lastIndex = one.end;
  }
  return masked + text.slice(from);
}

interface Mention {
  name: string;
  end: number;
}

function isHex(text: string): boolean {
  return /^[0-9a-f]+$/.test(text);
}

/** A word is an id when it mixes digits and letters, is 40 long, or follows "commit": dates and "defaced" are none. */
function idAt(text: string, match: RegExpExecArray): Mention | null {
  const id = match[0];
  const said = /\b(?:commit|commits|revert|reverts|fixes:?|sha:?)\s+$/i.test(
    text.slice(Math.max(0, match.index - 10), match.index),
  );
  if (!said && id.length < 40 && !(/\d/.test(id) && /[a-f]/.test(id))) return null;
  let end = match.index + id.length;
  const opening = /^\s*\(\(?["“«']/.exec(text.slice(end, end + 6));
  if (opening) end = closeOf(text, end + opening[0].length, closing[opening[0].at(-1)!] ?? "'", true)?.after ?? end;
  return { name: id, end };
}

/** "Content-Length: 0" and "https://..." have a colon and are no subjects. */
const headerOrAddress = /^[A-Z][a-z]+(?:-[A-Z][a-z]+)+:|^[a-z]+: ?\/\/|^https?:/;

/** `("subject")`, `"TAG: subject"` and a bare `TAG: area: subject`; anything else in quotes is left alone. */
function subjectAt(text: string, match: RegExpExecArray): Mention | null {
  const mark = match[0].at(-1)!;
  if (mark === " ") {
    const end =
      match.index +
      (/[;,]|\s(?:which|that is|since|because|so that|but|must|should|first)\s|\.$|$/.exec(text.slice(match.index))
        ?.index ?? 0);
    return { name: text.slice(match.index, end).trim(), end };
  }
  const close = closeOf(text, match.index + match[0].length, closing[mark] ?? '"', match[0].startsWith("("));
  if (!close) return null;
  const name = close.inside.trim();
  const isSubject =
    /^(?:Revert ")?[A-Za-z][\w/ .-]{0,40}: ?\S/.test(name) || (match[0].startsWith("(") && name.includes(" "));
  return isSubject && name.length > 8 && !headerOrAddress.test(name) ? { name, end: close.after } : null;
}

/** Where a quotation ends: subjects hold quotes themselves, so one opened in a bracket ends with it, else before a stop. */
function closeOf(
  text: string,
  from: number,
  mark: string,
  inBracket: boolean,
): { inside: string; after: number } | null {
  const window = text.slice(from, from + longestQuoted);
  for (let at = window.indexOf(mark); at >= 0; at = window.indexOf(mark, at + 1)) {
    const tail = (inBracket ? /^["”»']\s?\)+/ : /^["”»'](?=[\s.,;:!?)]|$)/).exec(window.slice(at, at + 4));
    if (tail) return { inside: window.slice(0, at), after: from + at + tail[0].length };
  }
  return null;
}

const qualities =
  "(?:currently|still|other|affected|impacted|current|relevant|applicable|supported|maintained|stable|active|lts|older|old|previous|lower|earlier|possible|haproxy|released|existing|known|of|the|these|those|our|recent|upstream|and|/|-)";
const branchWord = "(?:versions?|versiosn|branch(?:es)?|releases?|trees?|series|stables?|lts(?:es)?)";
/** Only beside these do the compounds below mean anything. */
const placing = /\bbp|\bver\d|stable|version|branch|release|\blts|where|\bsame\b|\bdo so\b/;
const counts: Record<string, string> = { two: "2", three: "3", four: "4" };
const compounds: readonly (readonly [RegExp, string | ((found: string, ...groups: string[]) => string)])[] = [
  [
    new RegExp(
      `\\b(?:all|every|any|each)(?: ${qualities}){0,5} ${branchWord}\\b|\\beverywhere(?! (?:where )?(?:the |ref|commit|above|it\\b|this))|\\banywhere\\b|\\b(?:the )?(?:lowest|oldest)(?: \\w+)? (?:stable|maintained|supported)(?: ${branchWord})?\\b|\\ball stables?\\b`,
      "g",
    ),
    "allver",
  ],
  [
    new RegExp(
      `\\b(?:the )?(?:(two|three|four|2|3|4) (?:last|latest|newest|most recent)|(?:last|latest|newest|most recent) (two|three|four|2|3|4))(?: ${qualities}){0,2} ${branchWord}\\b`,
      "g",
    ),
    (found: string, before: string, after: string) =>
      `${/\blts/.test(found) ? "ltsver" : "newestver"}${counts[before ?? after] ?? before ?? after}`,
  ],
  [
    new RegExp(`\\b(?:the )?(?:last|latest|newest|most recent) (?:stable |haproxy )?lts(?: ${branchWord})?\\b`, "g"),
    "ltsver",
  ],
  [
    new RegExp(
      `\\b(?:the )?(?:last|latest|newest|most recent|current)(?: stable)? (?:stable|branch|release|version)\\b`,
      "g",
    ),
    "newestver",
  ],
  [
    new RegExp(
      `\\b(?:(?:affected|relevant|supported|maintained|stable|active|lts|older|previous|lower|earlier|recent|lts|still) (?:and |/ ?)?){1,3}${branchWord}\\b`,
      "g",
    ),
    "somever",
  ],
  // "all the way down to 2.8" has an end, "all the way" has none.
  [/\ball the way (?=(?:(?:back|down|up) )*(?:to|until|through|downto)\b)/g, ""],
  [/\ball the way(?: (?:back|down|through))?\b/g, "allver"],
  [/\b(?:as|so) (?:far|low|early)(?: back| down)? (?:as|to)\b(?: to)?|\b(?:back |go )?as far as\b/g, "downto"],
  [
    /\b(?:up|down|back|at least)(?: at least)?(?: to)?(?: at least)? (?:to )?(?:and including |including )?(?=(?:the )?(?:versions? |branch |release |haproxy )?(?:ver\d|ltsver))/g,
    (found: string) => (found.includes("least") ? "atleast downto " : "downto "),
  ],
  [
    /(?<!\b(?:present|introduced|exists?|existed|appeared|broken|there|been|available|is|was) )\b(?:until|till?|through|thru|trhough|since)(?: and including)? (?=(?:at least )?(?:the )?(?:versions? |branch |release |haproxy )?ver\d)/g,
    "downto ",
  ],
  [/\b(?:up|down) to allver/g, "to allver"],
  // "all versions from 2.8 on", "versions >= 2.8", "between 2.6 and 3.1": down to the first.
  [
    /(?<=\b(?:allver|somever|versions|branches|releases),? (?:\( )?)(?:(?:starting|beginning|begining|ranging|counting|and )?(?:from|since)|(?:starting|beginning) (?:with|at|in|from)|>=|≥|between|(?:not |no )(?:older|earlier|lower) than) ?(?=(?:the )?(?:versions? |branch |release )?ver\d)/g,
    "downto ",
  ],
  [
    /(?<=\b(?:allver|somever|versions|branches|releases),? (?:\( )?)(?:after|above|>|(?:newer|later|higher|more recent) than) ?(?=(?:the )?(?:versions? |branch |release )?ver\d)/g,
    "newerthan ",
  ],
  // "from 3.2 to 2.8", "from 2.8 on"; "from 3.3" alone tells where it comes from.
  [
    /\b(bp(?:ed|ing)?(?: it| this)?) from (?=(?:versions? |branch )?ver\d+ (?:to|up to|until|through|downto|up|on|onwards?|upwards?|and (?:later|up|above|newer|upper|onwards?|upwards?))\b)/g,
    "$1 to ",
  ],
  [/\bas well\b/g, "too"],
  [/\b(?:as|so) long as\b/g, "provided"],
  [/\bas soon as\b|\bonce\b/g, "once"],
  [/\bas (?:needed|necessary|required)\b/g, "asneeded"],
  // "where relevant" tells where, "if relevant" whether.
  [/\bwhere(?:ver)?(?: it is| this is)? (?:relevant|applicable)\b/g, "ifapplies"],
  [
    /\b(?:and )?(?:if|where|when)(?: it is| it| really| ever| there is| is)* (?:needed|desired|necessary|wanted|required|requested|need(?:ed)? be|deemed \w+|useful|relevant|any demand|some demand|demand|found useful)\b/g,
    "ifneeded",
  ],
  [
    /\b(?:if|where|when|as|provided|wherever|anywhere|everywhere|whenever)(?: it| that| this| the patch| they| there is| are| is)* (?:applies|apply|applied|possible|applicable|relevant|easily|cleanly|no (?:major |big )?conflicts?)(?: (?:without|easily|cleanly|with no|with little|there|fine|ok|well|as is|as-is|any|resistance|trouble|difficulty|effort|conflicts?|trivially)){0,4}\b/g,
    "ifapplies",
  ],
  [/\bas such\b/g, "thus"],
  [/\beven (?:if|though)\b/g, "although"],
  [/\b(not to|not|never|if (?:we|you|they)(?: ever)?|to not) do (?:it )?so\b/g, "$1 bp"],
];
