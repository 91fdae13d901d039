/** What a wait waits for, and what would turn a verdict. All patterns read the grammar's words (wording.ts). */
import type { Condition } from "../../domain.ts";
import type { Wording } from "./wording.ts";

/** patchbot.md, W1: an observation without a length is taken for two weeks. */
const observationDays = 14;

const amount = "(?:\\d+|a|an|one|two|three|four|six|several|some|(?:a )?few|(?:a )?couple of)";
const span = `${amount}(?: (?:or|to|-) (?:\\d+|two|three|four))? (?:more |full )?(?:days?|weeks?|months?)`;
const quality =
  "(?:a |an |some |enough |more |further |sufficient |sufficiently |proper |extended |extensive |good |received |got |gotten |seen |gained |undergone |passed |long |short |brief |little |bit |lot |of |the |its |being |been |has |have |well |it |is |was |this |these |in |additional |real |careful |wide |broad |larger |thorough |period )*";
const trial =
  "(?:observ\\w+|test(?:s|ing|ed)?|check(?:s|ed)?|validat\\w+|soak\\w*|bak(?:e|ed|ing)|cook\\w*|stabili[sz]\\w+|prove[nd]|confirm\\w*|feedback|exposure|exercis\\w+|verif\\w+|review(?:ed)?|trial|monitor\\w*|maturation|burn-?in)";
const aft = "(?:after|afer|ater|aftr|afetr|following|once|until|till|when|pending|subject to)";

const observation = new RegExp(
  `\\b${aft} ${quality}${trial}\\b|\\b${aft} ${quality}(?:period|time|while|delay|bit|days|weeks|months)\\b|\\b${aft} ${span}\\b|\\bin (?:a|some) (?:little |short )?(?:while|time|bit)\\b|\\bin ${span}\\b|\\b${span} (?:later|after)\\b|(?<!\\b(?:and|or|versions|branches|ver\\d and) )\\blater(?: on)?$|\\b(?:let|leave|give) (?:it|this|them|that|us)(?: \\w+){0,4} (?:cook|live|soak|settle|mature|sit|bake|observe|test|time)\\b|\\bneeds? (?:some |more |a bit of |further |a bit more )+(?:testing|time|observation|exposure)\\b`,
);
const release =
  /\b(?:after|when|once|until|till|wait for)(?: the| a)?(?: (?:final|next|upcoming|official|stable|first|major|future))*(?: release(?: of)?)?(?: (ver\d+))(?:\.0)?(?:-?final)?(?: (?:is|gets|has been|was|will be|being|final|itself))* ?(?:released?|out|final|available|published|ga|done|ships?|shipped|tagged|comes out)\b|\b(?:after|once|until|till|wait for|following)(?: the)?(?: (?:final|next|upcoming|official|first|major|future))+(?: (ver\d+))?(?: round of| batch of)?(?: stable)? releases?\b|\bafter (?:the )?release of (ver\d+)|\bafter (ver\d+) final\b|\bnot (?:\w+ ){0,3}(?:in|for|before|to) the (?:very )?(?:next|upcoming|immediate|coming|first)(?: immediate| stable| upcoming)* release/;
const publication =
  /\b(?:when|once|after|until|till|only when|provided)(?: \S+){1,6} (?:is|are|gets|get|has been|have been|will be) (?:finally |officially |actually )?(?:released|out|available|published|merged upstream|upstream)\b/;
const pause =
  /\b(?:wait|waiting)(?: a| at least| some| for| until| till| to| before| in| that| and see| longer| on|$)|\bhold(?:ing)? (?:it |this |off|back)|\b(?:postpon|delay|defer)(?:e|ing|ring)? /;
const advice =
  /\b(?:better|best|let us|should|must|can|could|might|may|need to|prefer\w*|reasonn?able|wise|worth|good idea|want|recommend\w*|then|please|but|and|we|i would|i'd)\b/;

/** "once the dust settles", "once we are confident", "after a release cycle", "after 2026-12-01", "after -rc4". */
const occasion = new RegExp(
  `\\b${aft} (?:\\w+ ){0,3}?settle[sd]?\\b|\\b${aft} (?:we|i|you|everyone|people|users) (?:\\w+ ){0,2}?(?:confident|comfortable|sure|certain|happy|satisfied|convinced)\\b|\\b${aft} (?:(?:a|an|one|two|the|this|next|another|full|whole|\\d|release|development|stable|merge) )+(?:cycles?|window)\\b|\\b(?:after|until|from|not before) (?:the )?(?:\\d{4}-\\d\\d(?:-\\d\\d)?\\b|(?:(?:\\d{1,2}(?:st|nd|rd|th)? |early |mid[ -]|end of |the )*(?:january|february|march|april|june|july|august|september|october|november|december|christmas|summer|holidays)\\b))|\\b${aft} (?:v?[\\d.]*)?-?rc\\d+`,
);
/** "backport to 3.2 after 3.3-dev8", 3.3 being in development. */
const ahead = /\b(?:after|once|not before) (?:the )?(?:release )?ver(\d+)(?= ?$| [,;.)]| only)/g;

/** Nothing but places between the word and the time: a time told in a reason ("the bug came in January") sets no wait. */
const aimed =
  "\\bbp(?:ed|ing)?(?: (?:it|this|that|to|in|into|on|and|or|,|downto|also|too|only|the|all|both|versions?|branch(?:es)?|stable|lts|release|ver\\d+|allver|somever|newestver\\d?|ltsver\\d?))*?";
const month =
  "(?:january|february|march|april|june|july|august|september|october|november|december|spring|summer|autumn|winter|q[1-4]|may(?= \\d{4}))";
const times = `(?:in|during|by|around|from) (?:(?:early|late|mid|the|next|end|of|beginning|start|course) )*${month}(?: \\d{4})?|(?:(?:in|during|for|with) (?:the )?)?(?:next|following|coming|upcoming|another) (?:(?:release|development|dev|merge|maintenance) )?(?:cycle|week|month|year|quarter|window)|in (?:the )?(?:near |distant )?future|(?<!\\b(?:and|or) )later(?: on)?(?= ?$| ,)`;
const mended = `(?:after|once|until|till|when|pending) (?:(?:the|this|that|all|these|those|known|remaining|open|other|its) ){1,3}(?:\\w+ ){1,3}?(?:is|are|has been|have been|gets?|got|was|were) (?:(?:finally|properly|fully|completely|well|better|all) )*(?:solved|fixed|resolved|understood|addressed|sorted|clarified|finished|completed?|done|ready|found|agreed|adapted)`;
const moment = new RegExp(`${aimed} ,? ?(${times}|${mended})\\b`);

/** The last such time behind the word itself. */
function lastAhead(text: string): RegExpExecArray | null {
  const from = text.search(/\bbp/);
  return from < 0 ? null : ([...text.matchAll(ahead)].findLast((match) => match.index > from) ?? null);
}

/** "no immediate backport is needed": one may be later. */
export function notNow(text: string): Condition | null {
  return /\bno (?:immediate|urgent|direct|instant) (?:\w+ )?bp(?:ing)?$/.test(text)
    ? until("not immediately", observationDays, null)
    : null;
}

/** The wait that a sentence sets, null for none. `aside` is a sentence without "backport", which has to be clearer. */
export function waitIn(wording: Wording, aside: boolean): Condition | null {
  const { text } = wording;
  const after = release.exec(text);
  if (after) {
    const version = after.slice(1).find(Boolean);
    const named = version ? (wording.versions[Number(version.slice(3))] ?? null) : null;
    return until(restored(after[0], wording), daysIn(text, null), named ?? "next");
  }
  const start = aside ? null : lastAhead(text);
  const named = start && wording.versions[Number(start[1])];
  if (start && named && named === wording.development)
    return until(restored(text.slice(start.index), wording).slice(0, 120), null, named);
  const set = aside ? null : moment.exec(text);
  if (set && !/\bref\d/.test(set[1]!)) return until(restored(set[1]!, wording), daysIn(set[1]!, null), null);
  const event = aside ? null : occasion.exec(text);
  if (event) return until(restored(event[0], wording), daysIn(event[0], null), null);
  const watch = observation.exec(text);
  if (watch && !aside) return until(restored(watch[0], wording), daysIn(text, observationDays), null);
  const out = publication.exec(text);
  if (out && !aside && !/\bref\d/.test(out[0])) return until(restored(out[0], wording), null, null);
  const held = pause.exec(text);
  if (held && (!aside || advice.test(text.slice(Math.max(0, held.index - 40), held.index)))) {
    return until(restored(text.slice(held.index), wording).slice(0, 120), daysIn(text, observationDays), null);
  }
  return null;
}

const hasty =
  /^(?:it |this |that |them |yet |to ver\d+ )*(?:immediately|right away|straight away|right now|at once|instantly|directly|yet|(?:too )(?:soon|early|quickly|fast)|so (?:soon|early)|(?:soon|early|quickly)$|at this (?:point|time|stage))\b/;
const tillThen = /\b(?:before|until|till|downto|prior to|earlier than|unless) (.*)$/;

/** "must not be backported before 3.3 is released", "not immediately": refused for now only. `after` follows the word. */
export function deferred(after: string, wording: Wording): Condition | null {
  if (hasty.test(after)) return until(restored(`not ${after}`, wording).slice(0, 120), observationDays, null);
  const then = tillThen.exec(after)?.[1];
  if (!then) return null;
  // An order ("not before that patch") or a limit ("not before 2.8") is no time.
  const wait = waitIn({ ...wording, text: `bp after ${then}` }, false);
  if (!wait || isAboutCommit(then)) return null;
  const text = restored(after.slice(tillThen.exec(after)!.index), wording).slice(0, 120);
  return { ...wait, text: text.replace(/^as far as/, "until") };
}

function until(text: string, days: number | null, named: string | null): Condition {
  return { kind: "until", text, days, release: named };
}

const numbers: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  six: 6,
  several: 3,
  some: 3,
  few: 3,
  couple: 2,
};
const units: Record<string, number> = { day: 1, week: 7, month: 30 };

function daysIn(text: string, otherwise: number | null): number | null {
  const found =
    /\b(?:(\d+|an?|one|two|three|four|six|several|some|few|couple)(?: of)? (?:(?:or|to|-) (\d+|two|three|four) )?)(?:more |full )?(day|week|month)s?\b/.exec(
      text,
    );
  if (!found) return otherwise;
  const count = found[2] ?? found[1]!;
  return (numbers[count] ?? Math.min(Number(count) || 1, 1000)) * units[found[3]!]!;
}

/** The condition in the author's words again, as far as the grammar's words allow. */
export function restored(text: string, wording: Wording): string {
  return text
    .replace(/\bdownto (?=ver(\d+)\b)/g, (word, at: string) =>
      wording.versions[Number(at)] === wording.development ? "until " : word,
    )
    .replace(/\bver(\d+)\b/g, (word, at: string) => wording.written[Number(at)] ?? word)
    .replace(/\bref(\d+)\b/g, (word, at: string) => wording.refs[Number(at)] ?? word)
    .replace(/\bbp(ed|ing|able)?\b/g, "backport$1")
    .replace(/\ballver\b/g, "all stable versions")
    .replace(/\bsomever\b/g, "stable versions")
    .replace(/\bdownto\b/g, "as far as")
    .replace(/\b(if|as)needed\b/g, "$1 needed")
    .replace(/ ([,;:)])/g, "$1")
    .trim();
}

/** Whether a condition speaks of another commit being backported or present. */
export function isAboutCommit(text: string): boolean {
  return /\bref\d|\b(?:above|previous|preceding|following|other|next|this|that|these|those|same|original|said) (?:\w+ ){0,2}?(?:patch|commit|fix|change|one|series)(?:e?s)?\b|\b(?:patch|commit|fix|change)(?:e?s)? (?:above|below|before|mentio?n+ed)|\b(?:a|another|the|some) (?:\w+ )?(?:fix|patch|commit|change|feature|series)\b/.test(
    text,
  );
}
