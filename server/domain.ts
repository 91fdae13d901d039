/** The glossary as types, and the rules that need nothing but their arguments. Imports nothing. */

export const verdicts = ["no", "uncertain", "wait", "yes"] as const;
export type Verdict = (typeof verdicts)[number];
export type EngineName = "rules" | "llama" | "http" | "history";
export type Strength = "must" | "should" | "may";

/**
 * How a backport was found. `claimed`: a trailer names the patch, but neither author, subject nor patch-id agree; a claim
 * never counts as backported.
 */
export type Evidence = "trailer" | "patch-id" | "author-and-subject" | "claimed";

/** `start` and `end` are UTF-16 offsets into the shown message, so that `message.slice(start, end) === text`. */
export interface Quote {
  text: string;
  start: number;
  end: number;
}

/** Targets whose version is older than `version` get `verdict`. Of several steps that apply, the oldest version wins. */
export interface Step {
  version: string;
  verdict: Verdict;
}

export type LinkKind = "needs" | "with" | "follows" | "fixes" | "reverts" | "overrides" | "unless" | "after";

/** Another commit as a message names it: an id of 7 digits or more, a quoted subject, or `previous` for a relative one. */
export interface Reference {
  kind: LinkKind;
  text: string;
}

/** `until`: what a wait waits for. `unless` and `if`: what would turn the verdict. `text` is in the author's words. */
export interface Condition {
  kind: "until" | "unless" | "if";
  text: string;
  /** Days after the commit, where the words give or imply a number. */
  days: number | null;
  /** The release that has to come first, where one is named. */
  release: string | null;
}

/** Probability of each verdict before anything was written; together 1. */
export type Scores = Record<Verdict, number>;

/** What is not as it should be with a model's answer, shown beside it. */
export const marks = {
  cut: "the message was too long: the model did not see its middle",
  "quote dropped": "the model quoted words that are not in the message",
  contradiction: "the verdict written and the scores disagree",
  repaired: "the answer did not follow the schema at first",
  failed: "not analysed",
} as const;
export type Mark = keyof typeof marks;

/** What passed between patchboard and a model for one answer. */
export interface Transcript {
  /** Null where the engine gives none. */
  scores: Scores | null;
  marks: Mark[];
  /** What stood in the prompt's {{commit}} slot. */
  input: string;
  /** What the model wrote, as written; empty when it was only scored. */
  output: string;
  /** Tokens evaluated, those of a constant part that came from its saved state not counted. */
  readTokens: number;
  writtenTokens: number;
}

/** Which patches a model is asked about: those that nothing settles, or all. */
export type Ask = "unsettled" | "all";

/** What settles a patch, so that a model is not asked about it unless a person wants it. */
export type Settlement = "instruction" | "silence" | "no change";

/**
 * What a wait waits for. `days` counts from the commit. `tag`: the next one whose name fits `pattern` (see ledger/ripeness.ts), on the
 * upstream or on the stable branch itself, and so many days more. `open`: until somebody decides.
 */
export type WaitCondition =
  | { kind: "date"; day: string }
  | { kind: "days"; days: number }
  | { kind: "tag"; of: "upstream" | "target"; pattern: string; days: number }
  | { kind: "open" };

/** A tag and when it was made: for one without a message, its commit. */
export interface Tag {
  name: string;
  at: number;
}

/** A tag as it is kept: with when it came here, 0 when it was there from the beginning. */
export interface KeptTag extends Tag {
  cameAt: number;
}

/** What an engine says about one patch. */
export interface Answer {
  verdict: Verdict;
  /** True when the message itself instructs: a model or a default never outweighs that. */
  explicit: boolean;
  strength: Strength | null;
  /** One or two plain sentences. */
  reason: string;
  quote: Quote | null;
  /** Oldest version asked for: "2.8", "all" for every maintained one, null where none is named. */
  oldest: string | null;
  /** Versions named as destinations, in the order of the message. */
  targets: string[];
  below: Step[];
  conditions: Condition[];
  links: Reference[];
  /** The name of the rule that decided, null for other engines. */
  rule: string | null;
  /** Null for engines without a model. */
  transcript: Transcript | null;
}

/** The lead of the best verdict over the second best, 0 to 1; null without scores. Says how close the choice was, not how right. */
export function margin(scores: Scores | null): number | null {
  if (!scores) return null;
  const [best = 0, second = 0] = verdicts.map((verdict) => scores[verdict]).sort((a, b) => b - a);
  return best - second;
}

/** What the store adds when it keeps an answer. Of a transcript it gives back with the lists only what lists show. */
export interface Classification extends Omit<Answer, "transcript"> {
  scores: Scores | null;
  marks: readonly Mark[];
  id: number;
  engine: EngineName;
  version: string;
  model: string | null;
  prompt: string | null;
  ms: number;
  at: number;
}

/** As much of a classification as decides which verdict is shown. */
export type Opinion = Pick<Classification, "engine" | "verdict" | "explicit" | "oldest" | "below" | "marks">;

export interface Override {
  verdict: Verdict;
  who: string;
  at: number;
  reason: string | null;
}

/** What is shown of a patch that nothing has read and nobody decided. */
const unread: Verdict = "uncertain";

/** The verdict that a board shows for one patch on one target, and where it comes from. */
export interface Shown {
  verdict: Verdict;
  /** The person who decided, null where a machine did. */
  by: string | null;
  /** The engine that answered, null where a person decided or nothing has been read yet. */
  engine: EngineName | null;
  explicit: boolean;
  reason: string;
}

/**
 * The verdict shown, as design.md section 2 defines it: a person's override; else an explicit instruction read by rules,
 * the model, history, and last the rules' default; narrowed to the target. Nothing read yet is uncertain.
 */
export function shownVerdict(
  override: Override | null,
  classifications: readonly Classification[],
  targetVersion: string | null,
): Shown {
  if (override) {
    return {
      verdict: override.verdict,
      by: override.who,
      engine: null,
      explicit: false,
      reason: override.reason ?? "",
    };
  }
  const answer = speakingAnswer(classifications);
  if (!answer) return { verdict: unread, by: null, engine: null, explicit: false, reason: "not read yet" };
  const step = stepFor(answer, targetVersion);
  return {
    verdict: (step ?? answer).verdict,
    by: null,
    engine: answer.engine,
    explicit: answer.explicit,
    reason: step ? `asked for ${step.version} and later` : answer.reason,
  };
}

/** The verdict that `shownVerdict` gives, from as little of the answers as decides it. */
export function verdictOn(
  decided: Verdict | null,
  opinions: readonly Opinion[],
  targetVersion: string | null,
): Verdict {
  const answer = speakingAnswer(opinions);
  return decided ?? (answer ? (stepFor(answer, targetVersion) ?? answer).verdict : unread);
}

/** The classification that speaks for a patch, by the order of engines; null when there is none. */
export function speakingAnswer<O extends Pick<Opinion, "engine" | "explicit">>(
  classifications: readonly O[],
): O | null {
  // Most patches were read by rules alone, and searches ask for all of them.
  if (classifications.length < 2) return classifications[0] ?? null;
  const of = (test: (one: O) => boolean) => classifications.find(test);
  return (
    of((one) => one.engine === "rules" && one.explicit) ??
    of((one) => one.engine === "llama" || one.engine === "http") ??
    of((one) => one.engine === "history") ??
    of((one) => one.engine === "rules") ??
    null
  );
}

/**
 * Engines that answered disagree: the patch wants a person. Rules' default (no instruction found) is no opinion, except that
 * a model's no does not hide what a message only hints at; neither is an answer that failed.
 */
export function isDisputed(classifications: readonly Opinion[]): boolean {
  const answered = classifications.filter((one) => !one.marks.includes("failed"));
  const opinions = answered.filter((one) => one.engine !== "rules" || one.explicit);
  if (new Set(opinions.map((one) => one.verdict)).size > 1) return true;
  const isOpen = answered.some((one) => one.engine === "rules" && !one.explicit && one.verdict !== "no");
  return isOpen && opinions.some((one) => one.verdict === "no");
}

function stepFor(answer: Opinion, targetVersion: string | null): Step | null {
  if (!targetVersion || (answer.verdict !== "yes" && answer.verdict !== "wait")) return null;
  const steps = [...answer.below];
  if (answer.oldest && answer.oldest !== "all" && !steps.some((step) => step.version === answer.oldest)) {
    steps.push({ version: answer.oldest, verdict: "no" });
  }
  const applying = steps.filter((step) => compareVersions(targetVersion, step.version) < 0);
  return applying.sort((a, b) => compareVersions(a.version, b.version))[0] ?? null;
}

/** Numeric order of dotted versions: negative when `a` is older. "27.x" counts as "27", "v" and leading words are ignored. */
export function compareVersions(a: string, b: string): number {
  const parts = (version: string) => (version.match(/\d+/g) ?? []).map(Number);
  const [left, right] = [parts(a), parts(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference) return difference;
  }
  return 0;
}

/**
 * The version in a branch or tag name: "haproxy-3.0" -> "3.0", "V4_6_STABLE" -> "4.6", "7-1-stable" -> "7.1", "27.x" -> "27";
 * null without digits.
 */
export function versionOf(name: string): string | null {
  const short = name.split("/").at(-1) ?? name;
  const found = /\d+(?:[._]\d+)+|\d+(?:-\d+)*/.exec(/\d/.test(short) ? short : name);
  return found?.[0].replaceAll(/[-_]/g, ".") ?? null;
}

/** `BUG/MEDIUM: h2: fix the window` -> tag BUG/MEDIUM, area h2, rest "fix the window". Null where there is none. */
export interface SubjectParts {
  tag: string | null;
  area: string | null;
  rest: string;
}

const maxAreaLength = 60;

/** Splits the usual forms: `TAG: area: text`, `[TAG] text`, `fix(area): text`, `area: text`. */
export function subjectParts(subject: string): SubjectParts {
  const bracketed = /^\[([A-Z][A-Z/_ -]+)\]\s+(.+)$/.exec(subject);
  if (bracketed) return { tag: bracketed[1]!, area: null, rest: bracketed[2]! };
  const tagged = /^([A-Z][A-Z_-]+(?:\/[A-Z][A-Z_-]+)*):\s+(.+)$/.exec(subject);
  if (tagged) return { tag: tagged[1]!, ...areaOf(tagged[2]!) };
  const conventional = /^([a-z]+)\(([^()\s]+)\)!?:\s+(.+)$/.exec(subject);
  if (conventional) return { tag: conventional[1]!, area: conventional[2]!, rest: conventional[3]! };
  return { tag: null, ...areaOf(subject) };
}

function areaOf(text: string): { area: string | null; rest: string } {
  const found = /^([\w./+*-]+(?:, ?[\w./+*-]+)*):\s+(.+)$/.exec(text);
  if (!found || found[1]!.length > maxAreaLength) return { area: null, rest: text };
  return { area: found[1]!, rest: found[2]! };
}

/** A mistake of the person who asked, said in one sentence that names the thing and what to do. Never shown with a stack. */
export class UserMistake extends Error {}

/** A mistake in the command itself: another exit code than work that failed. */
export class WrongUse extends UserMistake {}

/** Somebody else changed the value first: the caller gets the current one and decides again. */
export class Conflict extends Error {}
