/** Messages that think of a backport without asking for one. */
import type { Answer } from "../../domain.ts";
import { quoteOf, silent } from "./plain-answer.ts";
import { oldestOf, readReach } from "./reach.ts";
import { waitAside, type Line } from "./statement.ts";
import type { Scope } from "./versions.ts";

/** "Wait for two weeks before backporting this to 3.2", "Hold off backporting until 3.3.1". */
export function considered(lines: readonly Line[], message: string, scope: Scope): Answer | null {
  for (const { acts, wording, sentence, statements } of lines) {
    const told = acts.find((act) => act.kind === "told");
    const wait = told ? waitAside({ acts, wording, sentence, statements }) : null;
    if (!told || !wait) continue;
    const reason = `The message thinks of a backport, but not yet: ${wait.text}.`;
    const answer = silent("backport-considered", reason, "wait");
    const after = wording.text.split(" ").slice(told.at + 1);
    const timed = after.findIndex((word) => /^(?:until|till|after|before|once|when|by|for)$/.test(word));
    const { firm } = readReach(timed < 0 ? after : after.slice(0, timed), wording, scope);
    const isAimed = /^(?:it |this |that )?(?:to|in|into|downto|as far)\b/.test(after.join(" "));
    const named = isAimed ? firm.filter((version) => version !== scope.development) : [];
    const quote = quoteOf([sentence], message);
    return {
      ...answer,
      explicit: true,
      strength: "may",
      quote,
      conditions: [wait],
      oldest: oldestOf(named),
      targets: named.filter((one) => one !== "all"),
    };
  }
  return null;
}
