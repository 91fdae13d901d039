import { type Classification, speakingAnswer, type WaitCondition } from "../domain.ts";
import type { LedgerPatch, LedgerTarget } from "./ledger.ts";

/** What a wait waits for, and whose word that is. `since`: when a person said it, null where nobody did. */
export interface OwnedCondition {
  condition: WaitCondition;
  isAuthors: boolean;
  since: number | null;
}

/** The condition of a wait on a target: that of the person who decided, else the author's, else none but a decision. */
export function conditionOn(patch: LedgerPatch, target: LedgerTarget): OwnedCondition {
  const override = patch.overrides.get(target.id);
  if (override?.verdict === "wait" && override.condition) {
    return { condition: JSON.parse(override.condition) as WaitCondition, isAuthors: false, since: override.at };
  }
  const authors = authorsCondition(patch.classifications);
  return { condition: authors ?? { kind: "open" }, isAuthors: authors !== null, since: null };
}

/** What the author's words wait for, as the engine that speaks read them, else any other; null for nothing that can be reckoned. */
export function authorsCondition(classifications: readonly Classification[]): WaitCondition | null {
  const speaking = speakingAnswer(classifications);
  for (const answer of [...(speaking ? [speaking] : []), ...classifications]) {
    for (const { kind, days, release } of answer.conditions) {
      if (kind !== "until") continue;
      if (release !== null)
        return { kind: "tag", of: "upstream", pattern: release === "next" ? "" : release, days: days ?? 0 };
      if (days !== null) return { kind: "days", days };
    }
  }
  return null;
}

const days = (n: number) => (n === 1 ? "1 day" : `${n} days`);

/** A condition in words that go on behind "wait". */
export function inWords(condition: WaitCondition): string {
  switch (condition.kind) {
    case "date":
      return `until ${condition.day}`;
    case "days":
      return `until ${days(condition.days)} after the commit`;
    case "tag": {
      const what = condition.pattern === "" ? "the next release" : condition.pattern;
      const where = condition.of === "target" ? " of the stable branch" : "";
      return `until ${condition.days ? `${days(condition.days)} after ` : ""}${what}${where}${condition.days ? "" : " is out"}`;
    }
    case "open":
      return "until somebody decides";
  }
}
