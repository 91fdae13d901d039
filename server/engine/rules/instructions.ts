/** What one sentence asks for: the grammar around the word "backport". */
import type { Strength } from "../../domain.ts";
import { advisesAgainst, asking, doubts, leavesOpen, reportsQuestion, takenBack, warnsOf } from "./doubts.ts";
import type { Wording } from "./wording.ts";

/** One thing said about a backport. `told` is history, purpose or hearsay: no instruction. */
export interface Act {
  kind: "want" | "refuse" | "told";
  /** About this patch, or about another one that the sentence names. */
  about: "this" | "other";
  strength: Strength;
  /** "could theoretically", "would be useful": a wish that a later "better not" overrules. */
  faint: boolean;
  /** "not sure whether it should": the author leaves it open. */
  unsure: boolean;
  /** "The first hunk must be": about a piece of this patch. */
  isPart: boolean;
  /** Where the word stands and where what belongs to it ends, in the words of the sentence. */
  at: number;
  end: number;
  /** The part of the sentence that the act stands in, as an index into `clausesOf`. */
  clause: number;
}

/** A part of a sentence and the word that opens it; `from` counts words. */
export interface Clause {
  lead: "main" | "contrast" | "result" | "reason" | "if" | "unless" | "bracket";
  words: readonly string[];
  from: number;
}

const leads: Record<string, Clause["lead"]> = {
  but: "contrast",
  however: "contrast",
  although: "contrast",
  though: "contrast",
  while: "contrast",
  whereas: "contrast",
  ";": "contrast",
  so: "result",
  thus: "result",
  hence: "result",
  therefore: "result",
  consequently: "result",
  ":": "result",
  because: "reason",
  as: "reason",
  since: "reason",
  given: "reason",
  if: "if",
  provided: "if",
  when: "if",
  whenever: "if",
  once: "if",
  assuming: "if",
  in_case: "if",
  unless: "unless",
  except: "unless",
  "(": "bracket",
  ")": "contrast",
};

/** Cuts a sentence where its connectives stand. Words keep their numbers. */
export function clausesOf(words: readonly string[]): Clause[] {
  const clauses: Clause[] = [{ lead: "main", words: [], from: 0 }];
  let from = 0;
  for (const [at, word] of words.entries()) {
    const lead = leadAt(words, at, word);
    if (!lead) continue;
    clauses.at(-1)!.words = words.slice(from, at);
    clauses.push({ lead, words: [], from: at + 1 });
    from = at + 1;
  }
  clauses.at(-1)!.words = words.slice(from);
  return clauses;
}

function leadAt(words: readonly string[], at: number, word: string): Clause["lead"] | null {
  const lead = Object.hasOwn(leads, word) ? leads[word]! : null;
  const next = words[at + 1] ?? "";
  if (word === ":" && words[at - 1]?.startsWith("bp")) return null;
  if (word === "since" && /^(?:then|ver\d)/.test(next)) return null;
  if (word === "as" && words.slice(Math.max(0, at - 3), at).includes("same")) return null;
  if (
    word === "as" &&
    /^(?:deemed|considered|seen|regarded|treated|tagged|marked|known|qualified)$/.test(words[at - 1] ?? "")
  )
    return null;
  if (word === "as" && /^(?:a|an|of|is|part|usual|ref|shown|described|explained|mentioned|reported)$/.test(next))
    return null;
  if (word === "so" && /^(?:far|on|that|called)$/.test(next)) return next === "that" ? "reason" : null;
  if (word === "given" && !/^(?:that|the)$/.test(next)) return null;
  if (word === "if" && asking.test(words[at - 1] ?? "")) return null;
  if (word === "if" && (words[at - 1] === "except" || words[at - 1] === "unless")) return "unless";
  return lead;
}

/** Words that may stand between a subject and "backported". */
const helpers = new Set(
  (
    "must should shall can could may might need needs needed has have had to will would be is are being was were been get gets got also only just not never " +
    "no n't probably possibly maybe perhaps even safely easily carefully progressively slowly gradually preventively ideally theoretically normally likely " +
    "certainly definitely first then therefore always still too at least worth worthy deserves deserve requires require required necessary mandatory best " +
    "better please any a an of for in it this that really strictly absolutely actually reason reasons need point interest value necessity urgency hurry use benefit " +
    "little much important enough useful desirable reasonable good idea deemed considered consider taking the risk trouble effort pain preferable prefer safe " +
    "safer sense makes make simple suited suitable eligible ready candidate candidates free feel avoid unlikely hardly supposed expected planned meant " +
    "intended going recommended suggested advised welcome nice great able allowed both either directly individually quickly urgently eventually optionally " +
    "manually partially ifneeded ifapplies try trying having have properly there seems seem appears looks like one patch-worthy without nothing want wanted " +
    "ought tempting wise pointless useless overkill dangerous risky preferably specially especially seriously simply obviously clearly immediately " +
    "quite very more necessarily technically either way simplest easiest fully largely generally merge material explicit specific stable separate proper " +
    "special particular interesting fine okay ok sensible further early late urgent backward as sufficient now rather see"
  ).split(" "),
);
const negations = new Set([
  "not",
  "no",
  "never",
  "n't",
  "avoid",
  "unlikely",
  "hardly",
  "little",
  "without",
  "nothing",
  "pointless",
  "useless",
  "overkill",
]);
const attributive =
  /^(?:issues?|conflicts?|sessions?|process|problems?|difficult\w*|-|friendly|efforts?|work|status|instructions?|notes?|scripts?|tools?|list|queue|policy|rules?|comments?|info\w*|procedure|branch|candidates?\b(?= of))$/;
const easing =
  /\b(?:ease|eases|easing|easier|simplif\w+|help\w*|facilitat\w+|allow\w*|permit\w*|during|reduc\w+|avoid\w*|limit\w*|minimi[sz]\w+|smooth\w*|for|future|next|upcoming|subsequent|later|possible|complicat\w+|prevent\w*|cause\w*|make|making|mak\w+|these|those|some|previous|recent|many|most|our|latest)\b/;
const others =
  /(?:\bref\d+|\b(?:above|previous|preceding|precedent|following|next|other|prior|mentio?n+ed|earlier|last|two|three|2|3|4|original|below|these|those|same|related|former|latter|first|second) (?:\w+ ){0,2}?(?:patch|commit|fix|change|one|series|bug|part|chunk|hunk|revert)(?:e?s)?|\b(?:patch|commit|fix|change|one)(?:e?s)? (?:above|below|before|mentio?n+ed(?: (?:above|before|earlier))?|itself)|\bthe (?:feature|support|mechanism|option|keyword|function|deprecation|former|latter|other|others|rest))$/;
const piece =
  /\b(?:the|this|that|only|its|first|second|third|last|other|latter|former|\w+) (?:parts?|half|hunks?|chunks?)(?: (?:of|in|on|about) (?:(?:this|the|that) )?(?:\w+ )?(?:patch|commit|fix|change|file|test|doc\w*))?$/;
const ownSubject =
  /\b(?:this|the present|the current|current)(?: \w+){0,2}$|\bthese (?:two |three |\w+ )?(?:patches|commits|changes)$/;

/** "A later patch will change this, but it won't be backported": the sentence is about that one. */
const foreign =
  /^(?:\w+ ){0,2}?(?:a|an|another|the|some) (?:(?:later|future|next|following|subsequent|upcoming|separate|dedicated|different|other) (?:\w+ )?(?:patch|commit|fix|change|series|one)(?:e?s)?|(?:patch|commit|change) (?:will|is going to))\b/;

/** A sentence that says the word more often is no sentence. */
const mostActs = 6;

/** Everything a sentence says about backporting, in order. */
export function readActs(wording: Wording, clauses: readonly Clause[]): Act[] {
  const acts: Act[] = [];
  for (const [clause, part] of clauses.entries()) {
    if (acts.length >= mostActs) break;
    for (const [at, word] of part.words.entries()) {
      const act = /^bp(?:ed|ing|able)?$/.test(word) ? readAct(part, at, word) : null;
      if (act?.kind === "want" && takenBack(clauses, clause)) act.kind = "refuse";
      if (act && foreign.test(wording.text)) act.about = "other";
      if (act) acts.push({ ...act, clause, end: part.from + part.words.length });
    }
  }
  return acts;
}

/** "could have been backported": nobody says that it is to be. */
const missed = /\b(?:could|would|might) (?:\w+ )?have been(?: \w+)?$/;

type Bare = Omit<Act, "clause" | "end">;

function readAct(clause: Clause, at: number, word: string): Bare {
  const { subject, chain } = splitLeft(clause.words.slice(Math.max(0, at - 30), at));
  const right = clause.words.slice(at + 1, at + 14).join(" ");
  const left = chain.join(" ");
  const strength = strengthOf(left, right);
  const isPart = piece.test(subject) && !/\b(?:that|this|it)\b/.test(left);
  const about = !isPart && others.test(subject) && !ownSubject.test(subject) ? "other" : "this";
  const faint = /\b(?:theoretically|ideally|could|might|would|useful|nice|possible)\b/.test(
    `${left} ${/^(?:could|might|would) be/.exec(right)?.[0] ?? ""}`,
  );
  const unsure = doubts(subject) || reportsQuestion(subject) || leavesOpen(right) || missed.test(left);
  const act = (kind: Act["kind"]): Bare => ({ kind, about, strength, faint, unsure, isPart, at: clause.from + at });
  // "if we backport it": what stands inside a condition instructs nothing; after its comma the main clause begins.
  if ((clause.lead === "if" || clause.lead === "unless") && !clause.words.slice(0, at).includes(","))
    return act("told");
  if (attributive.test(clause.words[at + 1] ?? "")) return act("told");
  if (unsure)
    return act(
      /\bto$|\b(?:must|should|can|could|needs?|have|has|worth|bp|bping)\b/.test(`${left} ${word}`) ? "want" : "told",
    );
  if (refusesLeft(chain, subject) || refusesRight(right) || warnsOf(`${subject} ${left}`)) return act("refuse");
  if (/^bp(?:ing)?$/.test(word) && advisesAgainst(right)) return act("refuse");
  return act(wants(word, left, right, subject, about) ? "want" : "told");
}

/** Splits what stands before the word into the subject and the helpers ("must", "needs to be") next to the word. */
function splitLeft(words: readonly string[]): { subject: string; chain: string[] } {
  let cut = words.length;
  while (cut > 0 && helpers.has(words[cut - 1]!)) cut--;
  const before = words.slice(0, cut);
  // "fixes ref0 and must be backported": the subject is the sentence's own, what stands before the "and" is no subject.
  const conjunction = /^(?:and|or|,|which|then)$/.test(before.at(-1) ?? "");
  return {
    subject: conjunction
      ? others.test(
          before
            .slice(0, 6)
            .join(" ")
            .replace(/ (?:was|is|were|has) .*/, ""),
        )
        ? before.slice(0, 4).join(" ")
        : ""
      : before.join(" "),
    chain: words.slice(cut),
  };
}

/** must, should or may, from the words before and after. */
export function strengthOf(left: string, right: string): Strength {
  const said = `${left} | ${/^(?:must|should|can|could|may|might|needs?|is|would|will) .*/.exec(right)?.[0] ?? ""}`;
  if (/\b(?:might|may|can|could|would|bpable|feel free|possibly|maybe|candidate|eligible)\b/.test(said)) return "may";
  if (/\b(?:must|needs?|needed|have to|has to|will|required|requires?|mandatory|necessary)\b/.test(said)) return "must";
  return "should";
}

function refusesLeft(chain: readonly string[], subject: string): boolean {
  if (/\btoo \w+ to\b/.test(chain.join(" "))) return true;
  // "not scheduled for backport": the verb between is any.
  if (/^(?:for|to)(?: an?| any)?$/.test(chain.join(" ")) && /\b(?:not|never)(?: \w+){0,2}$/.test(subject)) return true;
  const at = chain.findIndex((word) => negations.has(word));
  if (at >= 0)
    return !/^(?:only|just|sure|yet)$/.test(chain[at + 1] ?? "") && !(chain[at] === "avoid" && chain.includes("must"));
  return /\b(?:too \w+|not \w+ enough|against|instead of|rather than|refrain from|do not (?:think|believe|see|expect|plan|want)[^,]{0,30}|no (?:\w+ )?reason (?:why|that|for which)|no (?:real |good |particular |strong |actual )?\w+)$/.test(
    subject,
  );
}

function refusesRight(right: string): boolean {
  return (
    /^(?:it |this |that )?(?:is |are |was |would be |should be |seems |does |do |will be |must )?(?:not|un(?=needed|necessary)|never)(?: \w+){0,2} ?(?:need\w*|required|necessary|desir\w+|useful|possible|worth|planned|mandatory|recommended|be\b|make|seem|apply|warranted|justified|wanted|expected)/.test(
      right,
    ) ||
    /^(?:is|are|would be|seems) (?:useless|pointless|overkill|unneeded|unnecessary|too|irrelevant)\b/.test(right) ||
    /^(?:: )?(?:no|none|never|not needed|n\/a)$/.test(right)
  );
}

/** What happened already is no instruction. */
export const past = /\b(?:was|were|been|had|got|being)\b/;
const modal =
  /\b(?:must|should|shall|can|could|may|might|need|needs|needed|have to|has to|will|would|to be|worth|worthy|deserves?|ought|ideally|better|please|consider|candidate|requires?|required|necessary|eligible|suitable|good idea|useful|recommended|free|safe|makes? sense|interesting|fine|ok|sensible|want|wanted|reasonable|planned|intended|meant|supposed|to)\b/;

/** "To backport everywhere." is all there is; "to backport this to 3.0, do that" is a purpose. */
const placesOnly =
  /^(?:it |this )?(?:(?:to|in|into|on|and|or|,|the|also|too|only|downto|versions?|branch(?:es)?|stable|ver\d+|allver|somever|newestver\d?|ltsver\d?) ?)+$/;

/** What makes "to backport" or "for a backport" a wish, and not what something else is good for. */
const suiting =
  /\b(?:enough|free|sense|suggest|propose|advise|recommend|remember|start|possible|better|reasonable|useful|relevant|idea|candidates?|it is|would (?:also )?help|suitable|eligible|fit|good|important|best)$|^(?:this|it)(?: \w+){0,4} (?:tagged|intended|meant|targeted|planned|scheduled)$/;

function wants(word: string, left: string, right: string, subject: string, about: Act["about"]): boolean {
  const wasDone =
    past.test(left) && !/\b(?:must|should|needs?|could|can|may|might) (?:\w+ ){0,2}(?:have )?been\b/.test(left);
  if (wasDone || (/\b(?:if|where|wherever|whether|which|that)$/.test(subject) && !modal.test(left))) return false;
  const isBare =
    /^(?:in |the |a |it |this |for |of |further |stable |possible )*to$/.test(left) ||
    /\bfor(?: the| an?| any)?$/.test(left);
  if (left === "to" && subject === "" && placesOnly.test(right)) return true;
  if (isBare) return suiting.test(`${subject} ${left}`.trim().replace(/ to$| for(?: the| an?| any)?$/, ""));
  if (modal.test(left)) {
    return (
      !easing.test(subject.split(" ").slice(-2).join(" ")) || /\b(?:must|should|may|could|can|needs?)\b/.test(left)
    );
  }
  return isDeclared(right, subject) || isImperative(word, right, subject, about);
}

/** "Backport should be done to 3.0", "a backport is needed", "backport needed as far as 2.6". */
function isDeclared(right: string, subject: string): boolean {
  const done =
    /^(?:must|should|can|could|may|might|needs? to|has to|will have to|would) (?:\w+ )?be (?:done|made|performed|applied|attempted|considered|limited|used|needed|useful|possible|nice|welcome|good|safe)/;
  const needed =
    /^(?:to (?:\w+ ){1,3})?(?:is |are |would be |may be |might be |seems )?(?:\w+ ){0,2}?(?:needed|required|recommended|useful|nice|possible|welcome|desirable|necessary|suggested|appreciated|mandatory|optional|wanted|requested)\b/;
  return done.test(right) ? !easing.test(subject) : needed.test(right);
}

/** "Backporting it to 2.8 requires the patch above": what it takes, and no wish. */
const takes =
  /^(?!:)[^:]*?(?<!(?:which|that|as|where|it|this|who) )\b(?:requires?|needs|depends|means|implies|involves|takes|conflicts|brings|breaks|causes)\b/;

/** "Backport to 3.2.", "Backporting: 2.8, 2.6", "[Backport as far as 3.0]". */
function isImperative(word: string, right: string, subject: string, about: Act["about"]): boolean {
  if (word === "bping" && takes.test(right)) return false;
  const opening =
    /^(?:\W|\[ ?\w+ :|note|nota|nb|please|kindly|let us|(?:i|we)(?: would)? (?:suggest|propose|recommend|advise)|special|instructions|for|stable|hint|also|and|then|,|:|so)+/g;
  const starts = subject.replace(opening, "").trim() === "";
  const aims =
    /^(?:: )?(?:to|in|into|until|downto|this|it|with|along|only|allver|ver\d|newestver\d?|ltsver\d?|ifapplies|somever(?= ?$| [,.(])|as|on|up|everywhere|through|for ver|material|candidate)\b/;
  return about === "this" && starts && word !== "bpable" && (aims.test(right) || (/^,?$/.test(right) && word === "bp"));
}
