/** All of a message weighed: what its sentences, trailers and tags say together, as one answer. */
import type { Answer, Condition, Reference, Verdict } from "../../domain.ts";
import type { Question } from "../engine.ts";
import { considered, provided } from "./considered.ts";
import { readConventions, type Convention } from "./conventions.ts";
import { overriddenBy, readLinks } from "./links.ts";
import { quoteOf, silent } from "./plain-answer.ts";
import { reasonOf, ruleOf } from "./reasons.ts";
import { readSentences } from "./sentences.ts";
import { affectedIn, defaultOf, isBug, isImport, isRelease } from "./silence.ts";
import { extent, stepsOf, targetsOf } from "./steps.ts";
import { readLine, waitAside, type Line, type Statement } from "./statement.ts";
import { scopeOf, type Scope } from "./versions.ts";

/** Of a huge message at most this many sentences are read, the last ones, where instructions stand. */
const mostSentences = 400;
/** Sentences with none of these can be passed over: no backport, commit, branch, or dependency. */
const telling =
  /\bbac?k?c?[ -]?p|stable|\blts\b|\b(?=[a-f]*\d)[0-9a-f]{7}|\bdepend|\brel(?:y|ies)\b|\brequir|\bprereq|"[A-Z]{2,}|\b(?:versions|branches|releases)\b|\bsame\b|\bwherever\b|\bcherry-?pick\b|\bcandidates? for\b|\b(?:please|kindly|let'?s|maybe|perhaps) (?:also )?(?:pick|apply|queue|merge|take)\b/i;
/** These matter beside an instruction, or where a fix tells which versions have the bug. */
const tellingBeside =
  /\bwait|\bbeyond\b|\bthan\b|\bincorrect|\bwrong\b|\bthis one\b|\blet it\b|\d\.\d|\bv\d|\bdo so\b/i;
const backport = /\bbac?k?c?(?:-\s+|[ -])?p/i;

/** The rules' answer to one question. Pure; linear in the length of the message. */
export function answerTo(question: Question): Answer {
  const scope = scopeOf(question.stable, question.version);
  const sentences = readSentences(question.message);
  const subject = sentences[0]?.kind === "subject" ? sentences[0].text : "";
  if (isRelease(subject)) return silent("not-a-change", "A release or merge commit: nothing to backport.", "no");
  const isRich = isBug(subject) || backport.test(question.message);
  const prose = sentences
    .filter(
      ({ kind, text }) =>
        (kind === "prose" || kind === "item") && (telling.test(text) || (isRich && tellingBeside.test(text))),
    )
    .slice(-mostSentences);
  const lines = prose.map((sentence) => readLine(sentence, scope));
  const reads = lines.map((line) => ({ ...line, instructs: line.acts.some((act) => act.kind !== "told") }));
  const links = readLinks(subject, reads, sentences);
  const convention = readConventions(sentences, scope);
  const statements = lines.flatMap((line) => line.statements);
  const answer = statements.length > 0 ? fromStatements(statements, lines, question.message, scope) : null;
  const overridden = overriddenBy(reads, sentences);
  if (overridden) {
    const reason = "The message says that the instruction of another commit is wrong: a person has to look at both.";
    const base = answer ?? silent("", "", "uncertain");
    return {
      ...base,
      verdict: "uncertain",
      explicit: true,
      reason,
      rule: "overrides",
      links: [...links.filter((link) => link.text !== overridden), { kind: "overrides", text: overridden }],
    };
  }
  const spoken =
    withConvention(answer, convention, question.message) ??
    considered(lines, question.message, scope) ??
    provided(lines, links, question.message) ??
    stated(lines, subject, scope, question.message) ??
    withoutInstruction(lines, subject, links.length > 0, question.message);
  const together = withLinks(links, convention?.links ?? []);
  if (isImport(subject) && spoken.explicit && (spoken.verdict === "yes" || spoken.verdict === "wait")) {
    return {
      ...spoken,
      links: together,
      verdict: "uncertain",
      rule: "imported",
      reason: "Imported code: its instruction may speak of the versions of where it came from.",
    };
  }
  return { ...spoken, links: together };
}

/** Links of prose and trailers, each commit once for a kind. */
function withLinks(links: readonly Reference[], more: readonly Reference[]): Reference[] {
  const all = [...links];
  for (const one of more) {
    if (!all.some(({ kind, text }) => kind === one.kind && text === one.text)) all.push(one);
  }
  return all;
}

/** Prose decides; a trailer fills in what prose leaves open, and decides where prose says nothing. */
function withConvention(answer: Answer | null, convention: Convention | null, message: string): Answer | null {
  if (!convention) return answer;
  const { sentence } = convention;
  if (answer) {
    if (convention.verdict === "no" || answer.verdict === "no") return answer;
    const { oldest, targets } = answer.oldest ? answer : convention;
    if (!convention.wait || answer.verdict !== "yes") return { ...answer, oldest, targets };
    const conditions = [...answer.conditions, convention.wait];
    return { ...answer, oldest, targets, verdict: "wait", conditions, reason: convention.reason };
  }
  const { verdict, strength, reason, oldest, targets, rule } = convention;
  const quote = { text: message.slice(sentence.start, sentence.end), start: sentence.start, end: sentence.end };
  const spoken = silent(rule, reason, verdict);
  return {
    ...spoken,
    explicit: true,
    strength,
    quote,
    oldest,
    targets,
    conditions: convention.wait ? [convention.wait] : [],
  };
}

function fromStatements(
  statements: readonly Statement[],
  lines: readonly Line[],
  message: string,
  scope: Scope,
): Answer {
  const said = statements.every((one) => one.limit !== null) ? statements.map(limitAsWish) : statements;
  const wants = said.filter((one) => one.act.kind === "want");
  const refusals = said.filter((one) => one.act.kind === "refuse");
  const firm = wants.filter((one) => one.verdict !== "uncertain" && one.verdict !== "no");
  const scoped = refusals.filter((one) => firm.length > 0 && isScoped(one, scope));
  const flat = refusals.filter((one) => !scoped.includes(one));
  const { verdict, main } = weigh(wants, firm, flat);
  const aside = verdict === "yes" || verdict === "wait" ? asideAfter(main, lines) : null;
  const staged =
    verdict === "yes" && (main.staged || firm.some((one) => one.staged) || (aside !== null && aside.staged));
  const shown: Verdict = verdict === "yes" && aside && !staged ? "wait" : verdict;
  const reached = firm.length > 0 ? firm : wants;
  const oldest = shown === "no" && !reached.length ? null : extent(reached, lines);
  const conditions = [...reached, ...flat].flatMap((one) => one.conditions);
  if (aside) conditions.push(aside.condition);
  const quoted = shown === "wait" && aside ? [main.sentence, aside.line.sentence] : [main.sentence];
  const answer: Answer = {
    verdict: shown,
    explicit: true,
    strength: main.act.strength,
    reason: "",
    quote: quoteOf(quoted, message),
    oldest,
    targets: targetsOf(reached),
    below:
      shown === "yes" || shown === "wait"
        ? stepsOf([...firm, ...wants.filter((one) => one.verdict === "uncertain")], scoped, staged, oldest, scope)
        : [],
    conditions: unique(conditions),
    links: [],
    rule: null,
    transcript: null,
  };
  const about = { statement: main, staged, answer, scope };
  return { ...answer, rule: ruleOf(about), reason: reasonOf(about) };
}

/** "should not be backported further than 3.0", said alone, lets it go down to 3.0. */
function limitAsWish(one: Statement): Statement {
  const reach = { ...one.reach, firm: [one.limit!], never: [], firstOnly: false };
  return { ...one, act: { ...one.act, kind: "want", strength: "may" }, verdict: "yes", reach };
}

/** Which statement speaks: a firm wish, unless a refusal of the whole comes with or after it. */
function weigh(
  wants: readonly Statement[],
  firm: readonly Statement[],
  flat: readonly Statement[],
): { verdict: Verdict; main: Statement } {
  const refusal = flat.at(-1);
  const waiting = firm.find((one) => one.verdict === "wait");
  const wish = waiting ?? firm[0];
  if (wish && refusal) {
    const later =
      refusal.sentence.start > wish.sentence.start ||
      (refusal.sentence === wish.sentence && refusal.act.at > wish.act.at);
    const outweighs =
      later &&
      (wish.act.faint ||
        wish.act.strength === "may" ||
        /\b(?:for now|better|best|good idea|risk\w*|prefer\w*|however|but)\b/.test(refusal.wording.text));
    if (outweighs) return { verdict: "no", main: refusal };
    // A refusal first and a wish later: "no backport of the former is needed, but this one must".
    return later ? { verdict: "uncertain", main: wish } : { verdict: wish.verdict, main: wish };
  }
  if (wish) return { verdict: wish.verdict, main: wish };
  if (refusal) return { verdict: "no", main: refusal };
  const main = wants.find((one) => one.verdict === "no") ?? wants[0]!;
  return { verdict: main.verdict, main };
}

/** "no need in 3.1", "better not on older ones": limits how far, not whether. */
function isScoped(refusal: Statement, scope: Scope): boolean {
  const { text } = refusal.wording;
  const after = text.split(" ").slice(refusal.act.at).join(" ");
  if (refusal.limit) return true;
  const named = refusal.reach.firm.some((version) => version !== scope.development && version !== "all");
  return (
    named ||
    refusal.reach.some ||
    /\b(?:older|further|beyond|below|lower|earlier|prior|there|on them|in them|others?|elsewhere|that far|so far)\b/.test(
      after,
    )
  );
}

interface Aside {
  line: Line;
  condition: Condition;
  staged: boolean;
}

const laterOnes =
  /^(?:but |and )?(?:for|on|in) (?:the )?(?:somever|older|lower|other)\b|\b(?:older|somever|lower)(?: ones| versions| branches)?$/;

/** A wait that follows in the same paragraph: "It is sensitive. Better wait a bit before backporting it." */
function asideAfter(main: Statement, lines: readonly Line[]): Aside | null {
  for (const line of lines) {
    const near = line.sentence.paragraph === main.sentence.paragraph && line.sentence.start > main.sentence.start;
    const condition = near ? waitAside(line) : null;
    if (condition) return { line, condition, staged: laterOnes.test(line.wording.text) };
  }
  return null;
}

function unique(conditions: readonly Condition[]): Condition[] {
  return conditions
    .filter((one, at) => conditions.findIndex((other) => other.text === one.text && other.kind === one.kind) === at)
    .slice(0, 6);
}

function stated(lines: readonly Line[], subject: string, scope: Scope, message: string): Answer | null {
  const affected = affectedIn(lines, subject, scope);
  if (!affected) return null;
  const answer = silent(affected.rule, affected.reason, affected.verdict);
  return { ...answer, oldest: affected.oldest, quote: quoteOf([affected.sentence], message) };
}

function withoutInstruction(lines: readonly Line[], subject: string, linked: boolean, message: string): Answer {
  const { rule, reason, verdict, sentence } = defaultOf(lines, subject, linked);
  const answer = silent(rule, reason, verdict);
  return sentence ? { ...answer, quote: quoteOf([sentence], message) } : answer;
}
