/** How far an instruction reaches: the versions named after it, and how firmly each is named. */
import { compareVersions } from "../../domain.ts";
import type { Scope } from "./versions.ts";
import type { Wording } from "./wording.ts";

/** Versions as named, in order; "all" stands for every maintained one. */
export interface Reach {
  firm: string[];
  /** "maybe 2.6 too": asked for without being sure. */
  soft: string[];
  /** "then slowly to 2.8": asked for, but not yet. */
  later: string[];
  /** "not further than", "no need in 3.1": not asked for below the version before it, or at that one and below. */
  never: string[];
  /** "only 3.2", "for now", "and then": nothing below the firm ones yet. */
  firstOnly: boolean;
  /** "at least 3.0", "probably further": below the firm ones nobody said no. */
  open: boolean;
  /** "stable versions": several, but not said which. */
  some: boolean;
}

type Mode = "firm" | "soft" | "later" | "never" | "ignore";

const softWords = new Set([
  "probably",
  "maybe",
  "perhaps",
  "possibly",
  "even",
  "ideally",
  "eventually",
  "potentially",
  "optionally",
  "preferably",
  "ifneeded",
  "hopefully",
]);
const laterWords = new Set([
  "then",
  "later",
  "slowly",
  "progressively",
  "afterwards",
  "afterward",
  "wait",
  "waiting",
  "next",
  "subsequently",
  "gradually",
  "propagate",
]);
const neverWords = new Set(["not", "no", "beyond", "except", "excluding", "without", "nor", "neither", "never"]);
/** After these a version is told about, not asked for. */
const tellingWords = new Set(
  (
    "introduced appeared arrived came brought added present merged because released since-when before after prior where when unless if while which " +
    "once than contains contain containing having needs requires depends relies affects affected broken exist exists existed as from was were only-since " +
    "until-release final specific starting cook soak bake settle adapted adaptation missing differs different conflicts"
  ).split(" "),
);
const openers = new Set([",", ";", "(", "so", "thus", "but", "however", "and", "downto", "also", ")"]);

/** Reads the words that follow an instruction. `from` and `to` count in the words of `wording.text`. */
export function readReach(words: readonly string[], wording: Wording, scope: Scope): Reach {
  const reach: Reach = { firm: [], soft: [], later: [], never: [], firstOnly: false, open: false, some: false };
  let mode: Mode = "firm";
  for (const [at, word] of words.entries()) {
    const named = nameOf(word, wording, scope);
    if (named && startsRefusal(words, at)) mode = "never";
    if (named && words[at - 1] === "newerthan") placeAbove(reach, named, scope);
    else if (named) place(reach, mode, named, words, at);
    else if (/^ref\d/.test(word) && mode === "firm" && reach.firm.length > 0) mode = "ignore";
    else mode = modeAfter(mode, word, words, at, reach);
    if (word === "somever") reach.some = true;
    if (word === "atleast" || (word === "further" && mode === "soft")) reach.open = true;
    if (/^(?:first|now|only)$/.test(word) && (word !== "now" || words[at - 1] === "for")) reach.firstOnly = true;
  }
  return settle(reach);
}

/** "to 3.1, 3.0 does not need it": the subject of another clause, which wants none. */
function startsRefusal(words: readonly string[], at: number): boolean {
  if (!/^(?:,|;|\(|-)$/.test(words[at - 1] ?? "")) return false;
  return /^(?:(?:and|or|\/) ver\d+ )*(?:(?:does|do|is|are|has|have|was|were|did|should|must|can|will|would|needs?) (?:\w+ )?(?:not?|never)\b|(?:lacks?|never|is (?:safe|unaffected|fine|immune))\b)/.test(
    words.slice(at + 1, at + 10).join(" "),
  );
}

/** "all versions after 2.6": down to the one above it. */
function placeAbove(reach: Reach, named: string, scope: Scope): void {
  const above = scope.stable.filter((one) => compareVersions(one, named) > 0).toSorted(compareVersions)[0];
  if (!above) return;
  reach.firm = [above];
}

function modeAfter(mode: Mode, word: string, words: readonly string[], at: number, reach: Reach): Mode {
  if (softWords.has(word)) return mode === "never" ? mode : "soft";
  if (laterWords.has(word) && hasNamed(reach)) return "later";
  if (word === "beyond" || (neverWords.has(word) && hasNamed(reach))) return "never";
  // ", on 2.4 it needs an adaptation" tells what to do there, it is no target.
  if (
    /^(?:on|for|in)$/.test(word) &&
    /^(?:,|but|however|;)$/.test(words[at - 1] ?? "") &&
    hasNamed(reach) &&
    words[at + 1] !== "now"
  )
    return "ignore";
  if (tellingWords.has(word) && words[at + 1] !== "allver") return "ignore";
  // "where the patch above was (3.1 for now)" names them after all.
  if (
    mode === "ignore" &&
    word === "(" &&
    /^(?:ver\d|allver|downto|so|currently|probably|normally)/.test(words[at + 1] ?? "")
  )
    return "firm";
  // "every branch that has it, which is 2.8 and newer".
  if (mode === "ignore" && /^(?:is|are|means)$/.test(word) && words[at - 1] === "which") return "firm";
  // "prior to it to all versions": the order is told, then the targets.
  if (
    mode === "ignore" &&
    /^(?:to|in)$/.test(word) &&
    /^(?:it|this|that|them|fix|series|patch|commit|one|ref\d+)$/.test(words[at - 1] ?? "")
  ) {
    return "firm";
  }
  // A new clause after a telling one may name targets again: "introduced in 2.8, so down to 2.8".
  if (mode === "ignore" && (word === "so" || word === "downto" || word === "thus" || word === "also")) return "firm";
  if (mode === "never" && (word === "but" || word === "downto")) return "firm";
  if (
    mode === "soft" &&
    openers.has(word) &&
    word !== "and" &&
    word !== "downto" &&
    word !== "," &&
    reach.soft.length > 0
  )
    return "ignore";
  return mode;
}

function hasNamed(reach: Reach): boolean {
  return reach.firm.length + reach.soft.length > 0 || reach.some;
}

function nameOf(word: string, wording: Wording, scope: Scope): string | null {
  const version = /^ver(\d+)$/.exec(word);
  if (version) return wording.versions[Number(version[1])] ?? null;
  if (word === "allver") return "all";
  const newest = /^(newest|lts)ver(\d?)$/.exec(word);
  if (newest) return nthNewest(newest[1] === "lts" ? longTerm(scope) : scope.stable, Number(newest[2] || 1));
  return null;
}

/** "the two latest branches" reach the second; where fewer are kept, the last of them. */
function nthNewest(newestFirst: readonly string[], count: number): string | null {
  return newestFirst[count - 1] ?? newestFirst.at(-1) ?? null;
}

/** HAProxy's way: even minors of two-part versions are kept for long. */
function longTerm(scope: Scope): string[] {
  return scope.stable.filter((version) => Number(/^\d+\.(\d+)$/.exec(version)?.[1] ?? 1) % 2 === 0);
}

/** "all versions (2.8 and above)" names its end as well. */
const newer = /^(?:and|or) (?:later|above|newer|upper|up|upwards?|higher|onwards?|more recent)\b/;

function place(reach: Reach, mode: Mode, named: string, words: readonly string[], at: number): void {
  if (mode === "ignore") return;
  const after = words.slice(at + 1, at + 4).join(" ");
  const before = words[at - 1] ?? "";
  // "versions below 2.8" asks for the older ones; "2.9 and older" likewise, down to no version in particular.
  if (mode === "firm" && /^(?:before|older|below)$/.test(before)) return;
  if (/^(?:max|maximum|at most|only)\b/.test(after)) reach.firstOnly = true;
  if (
    named === "all" &&
    /^(?:downto|where|that|which|having|containing|with|until|between)\b/.test(after) &&
    !/^(?:downto|until)\b/.test(after)
  )
    reach.some = true;
  // "all versions down to 2.4" names its end; "all versions (2.8, 2.6)" stays all.
  const end = reach.firm[0] === "all" && mode === "firm";
  if (end && words.slice(Math.max(0, at - 4), at).includes("downto")) reach.firm = [];
  else if (end && newer.test(after)) reach.firm = [];
  else if (end) return;
  if (/^(?:and|or|\/) (?:older|below|lower|earlier|before)\b/.test(after)) {
    reach[mode].push(named, "all");
  } else if (!reach[mode].includes(named)) reach[mode].push(named);
}

/** Softness without anything firm is only the author's caution: "can be backported, probably to 2.8" asks for 2.8. */
function settle(reach: Reach): Reach {
  if (reach.firm.length === 0 && reach.soft.length > 0) {
    reach.firm = reach.soft;
    reach.soft = [];
  }
  if (reach.firm.length === 0 && reach.later.length > 0) {
    reach.firm = reach.later;
    reach.later = [];
  }
  return reach;
}

/** The oldest of several versions, "all" being older than any; null of none. */
export function oldestOf(versions: readonly string[]): string | null {
  if (versions.includes("all")) return "all";
  return versions.toSorted(compareVersions)[0] ?? null;
}
