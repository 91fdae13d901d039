/** Advice against a backport without a "not", doubts about it, and what a sentence concludes after weighing it. */
import type { Clause } from "./instructions.ts";

const very =
  "(?:a |an |the |very |quite |really |rather |too |probably |certainly |clearly |strongly |highly |generally |considered |definitely |simply |also )*";
const bad =
  "(?:discouraged|inadvisable|ill-advised|unwise|undesirable|undesired|unwanted|dangerous|risky|harmful|wrong|impossible|forbidden|excluded|unsafe|a mistake|mistake|an error|out of the question|(?:bad|poor|terrible|dangerous|risky|wrong|stupid) (?:idea|choice|move))";
const is = "(?:is|are|was|would be|will be|may be|might be|could be|seems?|looks?|sounds?)";
/** What a phrase of place may hold: "to TLS code paths", and not "to 3.2 and 3.1, which". */
const placed =
  "(?:(?:to|in|into|for|of|on) (?:(?!(?:and|or|which|that|where|who|is|are|was|does|do)\\b)[^\\s,;:()]+ ){1,6}?)?";
const badRight = new RegExp(`^(?:it |this |that |these )?${placed}${is} ${very}${bad}(?: |$)`);
const notRight = new RegExp(
  `^${placed}(?:${is}|does|do|should be|must be) (?:neither\\b|(?:not|never) (?:\\w+ ){0,2}?(?:need\\w*|required|necessary|wanted|useful|worth|planned|recommended|advis\\w+|encouraged|appropriate|welcome|desir\\w+|suitable|a good|such a good|expected|warranted|justified))|^neither\\b`,
);

/** What follows the noun: "Backporting this is discouraged", "Backport is neither needed nor wanted". */
export function advisesAgainst(right: string): boolean {
  return badRight.test(right) || notRight.test(right);
}

const badLeft = new RegExp(`\\b(?<!\\bnot (?:\\w+ )?|\\bless )${bad} (?:to|for)(?: an?| the)?$`);

/** What precedes it: "it would be a bad idea to", "neither needed nor to be". */
export function warnsOf(left: string): boolean {
  return badLeft.test(left) || /\b(?:neither|nor)(?: (?:to|be|should|must|will|it|this|can))*$/.test(left);
}

const unsure =
  /\b(?:not (?:\w+ )?(?:sure|certain|clear|convinced|persuaded|decided|obvious|known)|unsure|uncertain|unclear|undecided|unconvinced|questionable|debatable|doubtful|doubt|have (?:\w+ )?doubts|wonder(?:ing)?|not know|no idea|(?:(?:remains|has|have|needs|is|yet|still) |^(?:it (?:has|remains|needs|is) )?)to be (?:seen|decided|checked|discussed|determined|clarified)|open question)(?: (?:about|of|yet|at all|here|that|if|whether|why|though))*$/;

/** Whether a subject, as far as it stands before the helpers, doubts what follows: "I'm not sure whether", "I doubt". */
export function doubts(subject: string): boolean {
  return unsure.test(subject);
}

const undecided =
  /^(?:(?:to|in|into) (?:(?:the|versions?|branch(?:es)?|ver\d+|allver|somever|and|or|,) )+)?(?:(?:is|are|remains?|still|yet|has|needs) )*(?:to be (?:decided|discussed|determined|checked|seen|evaluated|considered later)|(?:questionable|debatable|undecided|unclear|uncertain|up for discussion|an open question)\b)/;

/** "A backport to 3.0 is to be discussed." */
export function leavesOpen(right: string): boolean {
  return undecided.test(right);
}

const asked =
  /\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|question(?:s|ed)|discussed|debated) (?:(?:us|me|him|her|them|it|about|on|the|list|here|again|then) ){0,3}(?:if|whether|why|when)$|(?<!\bwe )(?<!\bi )\bask(?:s|ed|ing)(?: (?:me|us|him|her|them|you|for))?$/;

/** "Bob asked whether": what follows is his question, and no instruction. */
export function reportsQuestion(subject: string): boolean {
  return asked.test(subject);
}

/** "not sure if" asks the same as "not sure whether": no condition. */
export const asking =
  /\b(?:sure|certain|clear|convinced|decided|obvious|known|unsure|uncertain|unclear|undecided|questionable|debatable|doubtful|doubt|wonder|wondering|know|idea|seen|checked|discussed|determined|clarified|question|ask|asks|asked|asking|wonders|wondered)$/;

const refusing =
  /^(?:, )?(?:it |this |that )?(?:is |are |would be )?(?:probably |really |certainly |strictly |absolutely |clearly |definitely |actually |just )*(?:not|never|un(?=needed|necessary)) ?(?:really |strictly |absolutely |actually |that |at all )*(?:needed|required|necessary|wanted|useful|worth it|worth the \w+|recommended|advised|desired|desirable)(?: at all| here| either)?(?: ,.*)?$/;
const verdictOnly =
  /^(?:, )?(?:(?:rather|better|probably|clearly|definitely|let us|i would say|we) )*(?:no|not|do not|no need|not needed|no bp)$/;

/** "possible but not needed", "in theory ..., so no": a later part of the sentence that takes the wish back. */
export function takenBack(clauses: readonly Clause[], clause: number): boolean {
  return clauses.slice(clause + 1).some(({ lead, words }, at) => {
    const text = words.join(" ");
    return (
      (lead === "contrast" && at === 0 && refusing.test(text)) ||
      ((lead === "contrast" || lead === "result") && verdictOnly.test(text))
    );
  });
}
