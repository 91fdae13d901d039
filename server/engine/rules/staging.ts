/** Whether an instruction holds at once, in stages, or not yet. */
import type { Condition } from "../../domain.ts";
import { restored, waitIn } from "./conditions.ts";
import { readReach } from "./reach.ts";
import type { Statement } from "./statement.ts";
import type { Scope } from "./versions.ts";
import type { Wording } from "./wording.ts";

/** Sets the wait of a wish: for the whole of it, or for the later ones of a staged one. */
export function readWait(statement: Statement, words: readonly string[], scope: Scope): void {
  if (stageAtOnce(statement, words, scope)) return;
  const { reach, wording, act } = statement;
  const text = wording.text;
  const wait = waitIn(wording, false);
  const named = reach.firm.length > 0;
  const starts =
    named &&
    (/\b(?:first|for now|for the moment|at first|initially)\b/.test(words.slice(Math.max(0, act.at - 5)).join(" ")) ||
      /\bstart(?:ing)? (?:to |with |by )?(?:bp|ver)/.test(text) ||
      /\bwait\b.* (?:older|somever|lower|before going|further)/.test(text));
  if (starts && (reach.later.length > 0 || wait !== null || /\bfor now\b/.test(text))) {
    // "first" alone may put the backport itself after the wait; named later or older versions put them there.
    const hasLater = reach.later.length > 0 || /\b(?:older|somever|lower|further|others?|going down)\b/.test(text);
    statement.staged = !/\bonly after\b/.test(text) && (hasLater || !wait || !/\bfirst\b|\bfor now\b/.test(text));
  } else if (reach.later.length > 0 && named && (!wait || isLater(text, wait, wording))) statement.staged = true;
  else if (/\b(?:slowly|progressively|gradually)\b/.test(text) && !wait && named) statement.staged = true;
  if (statement.staged) {
    nameTheRest(statement);
    if (wait) statement.conditions.push(wait);
  } else if (wait && statement.verdict !== "no") {
    statement.verdict = "wait";
    statement.conditions = [...statement.conditions.filter((one) => one.kind !== "if"), wait];
  }
}

const atOnce = /\b(?:directly|immediately|instantly|(?<!\bfor )now|(?:right|straight) away|straightaway|at once|asap)$/;
const rest = /\b(?:others?|older|rest|remaining|lower|earlier|further|previous|somever|allver|ver\d+)\b/;
/** Later ones without a number: "to the others", "to older versions". */
const unnamed =
  /\b(?:the (?:others?|rest|remaining|older)|older (?:ones|versions|branches|releases|somever)|others|(?:slowly|progressively|gradually|then|later) (?:to )?(?:the )?somever)\b/;

/** "to 3.2 directly, and to the others after a while": the first ones have it now, what follows has to wait. */
function stageAtOnce(statement: Statement, words: readonly string[], scope: Scope): boolean {
  const { act, reach, wording, verdict } = statement;
  if (reach.firm.length === 0 || verdict === "no") return false;
  const first = words.findIndex((word, at) => at > act.at && /^(?:ver\d|newestver|ltsver)/.test(word));
  const at = words.findIndex((word, here) => here > first && atOnce.test(`${words[here - 1]} ${word}`));
  if (first < 0 || at < 0) return false;
  const later = words.slice(at + 1);
  const wait = waitIn({ ...wording, text: `bp ${later.join(" ")}` }, false);
  if (!wait || !rest.test(later.join(" "))) return false;
  const named = (part: readonly string[]) => readReach(part, wording, scope).firm;
  reach.firm = named(words.slice(act.at + 1, at));
  reach.later = named(later).filter((version) => version !== wait.release && !reach.firm.includes(version));
  statement.staged = true;
  statement.conditions.push(wait);
  nameTheRest(statement);
  return true;
}

/** "then slowly to older versions": all of them, where none is named. */
function nameTheRest({ reach, wording }: Statement): void {
  if (reach.later.length === 0 && !reach.firm.includes("all") && unnamed.test(wording.text)) reach.later.push("all");
}

/** "to 3.2, then to 3.0 after some time": the wait belongs to what comes later. */
function isLater(text: string, wait: Condition, wording: Wording): boolean {
  const then = /\b(?:then|later|slowly|progressively|gradually|afterwards?|subsequently)\b/.exec(text);
  return (
    then !== null && restored(text, wording).indexOf(wait.text) > restored(text.slice(0, then.index), wording).length
  );
}
