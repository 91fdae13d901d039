/** One instruction with everything its sentence says about it: how far, until when, under which condition. */
import type { Condition, Verdict } from "../../domain.ts";
import { deferred, isAboutCommit, notNow, restored, waitIn } from "./conditions.ts";
import { clausesOf, readActs, type Act, type Clause } from "./instructions.ts";
import { readEllipses } from "./ellipses.ts";
import { readReach, type Reach } from "./reach.ts";
import type { Sentence } from "./sentences.ts";
import { isSoftNeed, softensLast } from "./softening.ts";
import { readWait } from "./staging.ts";
import type { Scope } from "./versions.ts";
import { readWishes } from "./wishes.ts";
import { wordingOf, type Wording } from "./wording.ts";

export interface Statement {
  sentence: Sentence;
  wording: Wording;
  act: Act;
  verdict: Verdict;
  reach: Reach;
  conditions: Condition[];
  /** First here, later elsewhere: part of the targets may have it now. */
  staged: boolean;
  /** Goes where another commit goes. */
  follows: boolean;
  /** "not to versions older than 3.0": a refusal of what is older only, so that 3.0 is the oldest wanted. */
  limit: string | null;
  /** "only if": without the condition the answer is no. */
  onlyIf: boolean;
}

/** A prose sentence in the grammar's words, with what it says. */
export interface Line {
  sentence: Sentence;
  wording: Wording;
  acts: Act[];
  statements: Statement[];
}

/** A sentence without any of these says nothing about where a patch goes. */
const instructive =
  /\bbp|\bsame (?:instr|targ|treat)|\bwherever\b|\b(?:ver\d|allver|somever|stable|newestver\d?|ltsver\d?)\b/;

/** Reads one sentence. */
export function readLine(sentence: Sentence, scope: Scope): Line {
  const wording = wordingOf(sentence.text, scope);
  if (!instructive.test(wording.text)) return { sentence, wording, acts: [], statements: [] };
  const words = wording.text.split(" ");
  const clauses = clausesOf(words);
  const acts = allActs(wording, clauses);
  const asked = isQuestion.test(sentence.text);
  const own = asked && isOtherQuestion.test(sentence.text) ? [] : (asked ? acts.map(asQuestion) : acts).filter(isOwn);
  const statements = own.map((act, at) =>
    statementOf(act, sentence, wording, words.slice(0, own[at + 1]?.at), clauses, scope),
  );
  return { sentence, wording, acts, statements };
}

function isOwn(act: Act): boolean {
  return act.about === "this" && act.kind !== "told";
}

/** What is said with the word itself; where that is nothing firm, what is said without it as well. */
function allActs(wording: Wording, clauses: readonly Clause[]): Act[] {
  const said = readActs(wording, clauses);
  const own = said.filter(isOwn);
  if (own.some((act) => !act.unsure)) return said;
  const all = [...said, ...readEllipses(wording, clauses, said)];
  return own.length > 0 || all.length > said.length ? all : [...all, ...readWishes(clauses)];
}

/** A question mark in a bracket asks about what stands there: "to 3.0 (maybe 2.8 too?)". */
const isQuestion = /\?["']*$|^[([].*\?["']*[)\]]$/;

/** "Should this be backported?" asks, it does not tell: an open wish, however it is put. */
function asQuestion(act: Act): Act {
  return act.kind === "told" ? act : { ...act, kind: "want", strength: "may", unsure: true };
}

/** "Why was it not backported?" asks about something else than whether. */
const isOtherQuestion = /^\W*(?:(?:and|but|so) )?(?:why|how|when|who|where|what|which)\b/i;

/** The wait that a sentence sets which asks for nothing itself: "Better wait a bit before backporting it." */
export function waitAside({ wording, acts, statements }: Line): Condition | null {
  if (statements.length > 0) return null;
  const isOfBackport =
    acts.length > 0 &&
    /\b(?:before|permit|allow|enable|hold|holding|delay\w*|defer\w*|postpon\w+)\b/.test(wording.text);
  return waitIn(wording, !isOfBackport);
}

/** "was not backported yet": no instruction about when. */
function isTold(words: readonly string[], act: Act): boolean {
  return /\b(?:was|were|been)\b/.test(words.slice(Math.max(0, act.at - 4), act.at).join(" "));
}

/** "no backport needed before 3.3": about a need, not about a time. */
function isNeedless(words: readonly string[], act: Act): boolean {
  return /\b(?:needed|required|necessary|need|no)\b/.test(words.slice(Math.max(0, act.at - 4), act.at + 4).join(" "));
}

const limited =
  /^(?:to |in |on |any |the |it |this |is |are |needed |required |necessary |versions? |branch(?:es)? )*(?:older than|lower than|earlier than|further than|farther than|further back than|beyond|below|before|prior to) (?:the )?(?:versions? |branch )?ver(\d+)/;
const followed =
  /\b(?:where(?:ver|as)?|anywhere|everywhere)\b.{0,80}\b(?:ref\d|patch|commit|fix|one|change|series|revert)(?:e?s)?\b.{0,40}?\b(?:is|was|were|are|has|have|already|been|applied|applies|landed|went|bped|exists?|ever)\b|\b(?:everywhere|wherever|where) (?:the )?(?:commit )?ref\d|\b(?:branches|versions|branch|version|allver|somever) (?:\w+ )?(?:having|containing|contain|holding|that|which|affected)\b.{0,60}\b(?:ref\d|patch|commit|fix)|\bsame (?:bp )?(?:instructions?|versions?|branch(?:es)?|targets?) (?:as|than)\b|\b(?:whatever|same) (?:versions?|branch(?:es)?|releases?) .{0,40}\b(?:ref\d|patch|commit|fix|one)\b/;

function statementOf(
  act: Act,
  sentence: Sentence,
  wording: Wording,
  words: readonly string[],
  clauses: readonly Clause[],
  scope: Scope,
): Statement {
  const after = words.slice(act.at + 1);
  const reach = readReach(after, wording, scope);
  addThere(reach, words.slice(0, act.at), after, wording);
  const statement: Statement = {
    sentence,
    wording,
    act,
    verdict: act.kind === "refuse" ? "no" : "yes",
    reach,
    conditions: [],
    staged: false,
    follows: false,
    onlyIf: false,
    limit: null,
  };
  if (act.isPart && act.kind === "refuse")
    return { ...statement, act: { ...act, kind: "want" }, verdict: "uncertain", reach: readReach([], wording, scope) };
  readConditions(statement, words, clauses);
  if (act.kind === "refuse") {
    const later =
      notNow(words.slice(Math.max(0, act.at - 3), act.at + 1).join(" ")) ??
      (isNeedless(words, act) || isTold(words, act) ? null : deferred(after.join(" "), wording));
    if (later) {
      const named = readReach(
        after.slice(
          0,
          after.findIndex((word) => /^(?:before|until|till|downto|prior)$/.test(word)),
        ),
        wording,
        scope,
      );
      return { ...statement, act: { ...act, kind: "want" }, verdict: "wait", conditions: [later], reach: named };
    }
    const older = limited.exec(after.join(" "));
    const limit = wording.versions[Number(older?.[1] ?? -1)] ?? null;
    // "no backport needed before 3.3", which is in development: that is none at all.
    if (limit !== scope.development) statement.limit = limit;
    return instead(statement, after, scope);
  }
  statement.follows = followed.test(words.slice(act.at).join(" "));
  readWait(statement, words, scope);
  if (act.unsure || act.isPart) statement.verdict = "uncertain";
  if (statement.follows && statement.verdict === "yes" && isOptionalFollow(statement, after)) {
    statement.verdict = "uncertain";
    statement.conditions.push({ kind: "if", text: restored(after.join(" "), wording), days: null, release: null });
  }
  return statement;
}

/** "not to 2.8 and older, only to 3.0": the refusal of some names the others. */
function instead(statement: Statement, after: readonly string[], scope: Scope): Statement {
  const from = after.findIndex(
    (word, at) =>
      /^(?:,|but|;|and)$/.test(word) &&
      /^(?:(?:but|rather|and|,) )?(?:only|just|instead) (?:to|in|into|for|downto) (?:the )?(?:versions? )?ver\d/.test(
        after.slice(at + 1, at + 8).join(" "),
      ),
  );
  if (from < 0) return statement;
  const reach = readReach(after.slice(from), statement.wording, scope);
  if (!reach.firm.some((version) => version !== scope.development)) return statement;
  return { ...statement, act: { ...statement.act, kind: "want" }, verdict: "yes", reach, limit: null };
}

/** "introduced in 2.8, so it must be backported there", "in 3.2 and 3.1, to which ...": the versions stand before the instruction. */
function addThere(reach: Reach, before: readonly string[], after: readonly string[], wording: Wording): void {
  if (reach.firm.length > 0) return;
  const last = wording.versions.at(-1);
  const list = aimedBefore.exec(before.join(" "))?.[1];
  if (list) reach.firm.push(...[...list.matchAll(/\d+/g)].map((match) => wording.versions[Number(match[0])]!));
  else if (last && /^(?:\w+ ){0,3}(?:there|that far|accordingly)\b/.test(after.join(" "))) reach.firm.push(last);
}

const aimedBefore = /((?:ver\d+(?: ,)? (?:and |or )?)+)(?:to|in|into|on) (?:which|both of which|all of which)\b/;

/** "can be backported wherever X is": permission, and nobody knows yet whether X will be there. "was" or "must" do know. */
function isOptionalFollow(statement: Statement, after: readonly string[]): boolean {
  const text = after.join(" ");
  return (
    statement.act.strength === "may" &&
    statement.reach.firm.length === 0 &&
    /\b(?:is|are|gets?|will be|ever|would be)\b/.test(text) &&
    !/\b(?:was|were|has been|have been|already)\b/.test(text)
  );
}

function readConditions(statement: Statement, words: readonly string[], clauses: readonly Clause[]): void {
  const { act, wording } = statement;
  if (act.kind === "want" && softensLast(statement, words)) return;
  // In "to 3.3, and to 2.8 if needed" what follows belongs to the nearest instruction only.
  const isLast = words.length >= act.end;
  const near = isLast ? [clauses[act.clause], clauses[act.clause + 1], clauses[act.clause + 2]] : [clauses[act.clause]];
  for (const [distance, clause] of near.entries()) {
    if (!clause || (clause.lead !== "if" && clause.lead !== "unless")) continue;
    // "except if" and "(if" open two parts at once.
    if (distance === 2 && (near[1]!.words.length > 0 || near[1]!.lead === "contrast")) continue;
    addCondition(statement, distance === 0 ? leadingPart(clause, act) : clause.words, clause, words);
  }
  if (act.kind === "want") readNeed(statement, words, clauses);
  else if (statement.conditions.length === 0 && /\bprovided\b.*\b(?:is|are) not\b/.test(wording.text)) {
    // "no need as long as that commit is not backported".
    const from = wording.text.search(/\bprovided\b/);
    const text = restored(wording.text.slice(from), wording).replace(/^provided/, "as long as");
    statement.conditions.push({ kind: "unless", text, days: null, release: null });
  }
}

/** "if needed", "might be useful", "optional": whether is left open, unless the words name versions to be sure of. */
function readNeed(statement: Statement, words: readonly string[], clauses: readonly Clause[]): void {
  const { act, reach } = statement;
  const whole = words.slice(clauses[act.clause]!.from, act.end).join(" ");
  const isOpen = /\bifneeded\b/.test(whole) && !isSoftNeed(statement, words);
  const isAsNeeded = /\basneeded\b/.test(whole);
  const isVague =
    isAsNeeded ||
    (act.faint && /\bbp (?:might|could) be\b/.test(whole)) ||
    /\bbp (?:is |would be )?optional\b/.test(whole);
  if (!isOpen && !(isVague && reach.firm.length === 0)) return;
  statement.verdict = "uncertain";
  statement.conditions.push({
    kind: "if",
    text: isOpen || isAsNeeded ? "if needed" : "if useful",
    days: null,
    release: null,
  });
}

/** In "if X is backported, this must be too" the condition ends at the comma before the instruction. */
function leadingPart(clause: Clause, act: Act): readonly string[] {
  const until = clause.words.slice(0, act.at - clause.from).lastIndexOf(",");
  return until < 0 ? [] : clause.words.slice(0, until);
}

function addCondition(statement: Statement, part: readonly string[], clause: Clause, words: readonly string[]): void {
  const text = part.join(" ");
  const opener = words[clause.from - 1] ?? "if";
  if (!text || /\bifapplies\b/.test(text)) return;
  // "when" tells an order, or when the bug shows; only with another commit it may be a condition.
  if (/^(?:when|whenever|once)$/.test(opener) && (!isAboutCommit(text) || /\bwill be\b/.test(text))) return;
  const said = restored(`${opener} ${text}`, statement.wording).slice(0, 200);
  if (statement.act.kind === "refuse" || clause.lead === "unless") {
    statement.conditions.push({ kind: "unless", text: said, days: null, release: null });
    return;
  }
  if (waitIn({ ...statement.wording, text: `${opener} ${text}` }, false) && !isAboutCommit(text)) return;
  const before = words.slice(Math.max(0, statement.act.at - 6), clause.from - 1);
  statement.onlyIf = before.includes("only") && clause.from > statement.act.at;
  // "when" and "once" tell an order; "if" leaves it open.
  if (opener === "once" && isAboutCommit(text)) return;
  if (
    !isAboutCommit(text) &&
    statement.reach.firm.length > 0 &&
    !statement.onlyIf &&
    /^(?:it|that|this) (?:causes|breaks)\b/.test(text)
  )
    return;
  statement.conditions.push({ kind: statement.onlyIf ? "unless" : "if", text: said, days: null, release: null });
  statement.verdict = statement.onlyIf ? "no" : "uncertain";
}
