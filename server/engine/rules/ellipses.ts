/** Short clauses that take their verb from another one: "so this one must be, too", "it must not". */
import { strengthOf, type Act, type Clause } from "./instructions.ts";
import type { Wording } from "./wording.ts";

const modal = "(?:will|would|should|must|shall|needs?|has|have|ought|does|do|can|could|may|might)";
const self = "(?:it|this|that|(?:this|the present) (?:one|patch|commit|fix|change))";
const too = "(?: ,)?(?: (?:too|also|as well|accordingly|likewise|indeed|then))?";
const lead = "(?:(?:and|but|so|then|thus|also|yes|no|,) )*";
/** "this one will also have to", "this must be, too"; the verb was said of another commit. */
const wish = new RegExp(
  `^${lead}${self} (?:also |too )?(${modal})(?: (?:also|too|follow|to|have to|need to|be|get|been))*${too}$`,
);
/** "so must this one". */
const turned = new RegExp(`^${lead}(${modal}) (?:also )?${self}${too}$`);
const refusal = new RegExp(
  `^${lead}${self} (?:(?:really|clearly|certainly|definitely|probably|simply) )*${modal} not(?: be| have to| need to)?(?: (?:at all|of course|in fact))?$`,
);

/** `said` are the acts of the same sentence: where one tells of a backport that was made or asked about, its versions are meant. */
export function readEllipses(wording: Wording, clauses: readonly Clause[], said: readonly Act[]): Act[] {
  if (said.length === 0) return [];
  const found: Act[] = [];
  for (const [clause, part] of clauses.entries()) {
    const from = part.words.lastIndexOf(",", part.words.length - 3) + 1;
    const texts = [part.words.join(" "), part.words.slice(from).join(" ")];
    const end = part.from + part.words.length;
    const modalOf = texts.map((text) => (wish.exec(text) ?? turned.exec(text))?.[1]).find(Boolean);
    const isRefused = texts.some((text) => refusal.test(text));
    if (!modalOf && !isRefused) continue;
    const before = said.findLast((act) => act.at < end && (act.unsure || act.kind === "told"));
    const isMeant = before && !isRefused && (before.unsure || isDone(wording.text, before));
    found.push({
      kind: isRefused ? "refuse" : "want",
      about: "this",
      strength: isRefused ? "must" : strengthOf(modalOf!, ""),
      faint: false,
      unsure: false,
      isPart: false,
      at: isMeant ? before.at : end - 1,
      end,
      clause,
    });
  }
  return found;
}

/** "was backported to 2.8". */
function isDone(text: string, act: Act): boolean {
  return /\b(?:was|were|been|got)\b/.test(
    text
      .split(" ")
      .slice(Math.max(0, act.at - 4), act.at)
      .join(" "),
  );
}
