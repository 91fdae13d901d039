/** The name of the rule that decided, and one plain sentence for a person, in our words. */
import type { Answer } from "../../domain.ts";
import { oldestOf } from "./reach.ts";
import type { Statement } from "./statement.ts";
import type { Scope } from "./versions.ts";

export interface Decided {
  statement: Statement;
  staged: boolean;
  answer: Answer;
  scope: Scope;
}

/** Rule names are part of the contract with boards and filters: add, do not rename. */
export function ruleOf({ statement, staged, answer }: Decided): string {
  const { text } = statement.wording;
  const { reach } = statement;
  if (answer.verdict === "no") return refusalRule(statement, answer);
  if (answer.verdict === "uncertain")
    return statement.act.unsure
      ? "unsure"
      : statement.act.isPart
        ? "partly"
        : answer.conditions.some((one) => one.text === "if needed")
          ? "if-needed"
          : answer.conditions.length
            ? "conditional"
            : "contradictory";
  if (answer.verdict === "wait")
    return answer.conditions.some((one) => one.release) ? "wait-release" : "wait-observation";
  if (staged) return "staged";
  if (statement.follows) return "follows";
  if (answer.below.some((step) => step.verdict === "uncertain")) return "at-least";
  if (reach.firm.includes("all")) return "all-stable";
  if (reach.firm.length === 0) return untargetedRule(text, reach.some);
  if (reach.firstOnly) return "only";
  return /\bdownto\b|\band (?:later|above|newer|upper)\b/.test(text)
    ? "as-far-as"
    : reach.firm.length > 1
      ? "to-list"
      : "to-version";
}

function untargetedRule(text: string, some: boolean): string {
  if (
    /\bdownto\b|\b(?:versions|branches|allver) (?:where|with|having|supporting|including|containing|that|which)\b/.test(
      text,
    )
  )
    return "feature";
  if (some) return "stable-versions";
  if (/\b(?:with|along) (?:\w+ ){0,3}?(?:ref\d|above|previous|patch|commit|following|one)/.test(text)) return "with";
  return /\b(?:after|prior to|before) (?:\w+ ){0,3}?(?:ref\d|above|previous|patch|commit|fix|it)\b/.test(text)
    ? "after"
    : "no-target";
}

function refusalRule(statement: Statement, answer: Answer): string {
  const { text } = statement.wording;
  if (answer.conditions.some((one) => one.kind === "unless") || statement.onlyIf) return "no-unless";
  if (/\b(?:better|best|prefer\w*|reason|point|risk\w*|worth|good idea|unlikely|too \w+)\b/.test(text))
    return "better-not";
  if (/\bver\d|-specific|-only|\bcurrent (?:dev|development|version)|\bonly in\b|\barriv|\bintroduced\b/.test(text))
    return "no-backport-recent";
  return /\b(?:harmless|dead code|can not happen|comments?|cosmetic|no bug)\b/.test(text)
    ? "no-backport-harmless"
    : "no-backport";
}

/** Says what was read, not how. */
export function reasonOf(decided: Decided): string {
  const { answer, staged, statement } = decided;
  const reach = reachPhrase(answer);
  const condition = answer.conditions.find((one) => one.kind !== "until")?.text;
  if (answer.verdict === "no") return refusalReason(answer, condition, statement);
  if (answer.verdict === "uncertain") {
    if (statement.act.unsure) return `The author is not sure about a backport${reach}.`;
    if (statement.act.isPart) return `The message speaks of a backport${reach} for a part of the patch only.`;
    return condition
      ? `A backport${reach} is left to a condition: ${condition}.`
      : "The message both asks for a backport and says not to.";
  }
  const asked = answer.strength === "must" ? "requires" : answer.strength === "should" ? "asks for" : "allows";
  if (answer.verdict === "wait") {
    const until = answer.conditions.find((one) => one.kind === "until");
    return `The author ${asked} a backport${reach}, but not yet: ${until?.text ?? "later"}.`;
  }
  if (staged) {
    const first = answer.below.find((step) => step.verdict === "wait")?.version;
    return `The author ${asked} a backport${first ? ` to ${first} first, older branches later` : " step by step"}${answer.oldest ? `, in the end${reach}` : ""}.`;
  }
  const follows = statement.follows ? " wherever another commit went" : "";
  const soft = oldestOf(answer.below.filter((step) => step.verdict === "no").map((step) => step.version));
  const maybe = answer.below.some((step) => step.verdict === "uncertain")
    ? `, maybe further${soft ? ` (${soft})` : ""}`
    : "";
  return `The author ${asked} a backport${reach || follows}${maybe}.`;
}

function refusalReason(answer: Answer, condition: string | undefined, statement: Statement): string {
  if (condition) return `No backport by itself: it turns with a condition (${condition}).`;
  if (answer.rule === "better-not" || statement.act.strength === "should")
    return "The author advises against a backport.";
  return "The author says that no backport is needed.";
}

function reachPhrase(answer: Answer): string {
  if (answer.oldest === "all") return " to all stable versions";
  return answer.oldest ? ` as far as ${answer.oldest}` : "";
}
