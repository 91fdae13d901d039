/** Messages that think of a backport without asking for one. */
import type { Answer, Reference } from "../../domain.ts";
import { isAboutCommit, restored } from "./conditions.ts";
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

const ownPatch = /\bthis (?:patch|commit|fix|change|one|series)\b/;
const provisos =
  /\b(?:if|in_case|provided|assuming|when|whenever) (?:\w+ ){1,4}?(?:(?:ever|to|be|is|gets?|has|needs?) )*bp(?:ed)?\b/;

/** "If it is backported, 1a2b3c4d5 is needed first": thought of, with what it takes, and left to whoever decides. */
export function provided(lines: readonly Line[], links: readonly Reference[], message: string): Answer | null {
  if (!links.some(({ kind }) => kind === "needs" || kind === "with")) return null;
  for (const { acts, wording, sentence } of lines) {
    const told = acts.find((act) => act.kind === "told" && act.about === "this");
    const condition = told ? provisos.exec(wording.text) : null;
    if (!condition || isAboutCommit(condition[0].replace(ownPatch, ""))) continue;
    const reason = "The message tells what a backport takes, and leaves open whether there is one.";
    const quote = quoteOf([sentence], message);
    const conditions = [{ kind: "if" as const, text: restored(condition[0], wording), days: null, release: null }];
    return { ...silent("conditional", reason, "uncertain"), explicit: true, strength: "may", quote, conditions };
  }
  return null;
}
