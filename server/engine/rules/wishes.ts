/** What asks for a stable branch without the word "backport". */
import { past, strengthOf, type Act, type Clause } from "./instructions.ts";

const version = "(?:the )?(?:versions? |branch(?:es)? )*(?:ver\\d|allver|somever|newestver\\d?|ltsver\\d?)";
/** "Please cherry-pick to 3.2 and 3.1", "please pick this for 3.2". */
const order = new RegExp(
  `^(?:and |so |also |then |, )*(?:(?:please|kindly|let us) (?:also )?(?:cherry-?pick|cherry pick|pick|apply|queue|merge|take)|cherry-?pick|(?:apply|merge|pick)(?= (?:to|into|in) (?:(?:the|versions?|branch(?:es)?|and|or|,|ver\\d+|allver|somever|newestver\\d?|ltsver\\d?|too|please) ?)+$))(?: (?:this|it|that|them|patch|commit|fix|one|up|too|also)){0,3} (?:to|in|into|for|on|onto|downto) (?=${version})`,
);
/** "Maybe take it into 3.2 at some point." */
const musing = new RegExp(
  `\\b(?:maybe|perhaps|possibly) (?:we (?:could|should|can) )?(?:(?:also|even) )?(?:pick|apply|queue|merge|take|port) (?:(?:this|it|that|the|fix|patch|commit|one|also) ){1,3}(?:to|in|into|for|on|onto) (?=${version})`,
);
/** "This is a good candidate for 3.2 and 3.1." */
const candidate = new RegExp(`\\bcandidates? (?:for|to) (?=${version})`);
const place =
  "(?:in|into|to|for|on|onto|as)? ?(?:the )?(?:downto |versions? |branch )*(ver\\d|allver|somever|stable|newestver\\d?|ltsver\\d?|(?:every|any)?where(?:ver)?\\b)";
/** "should be merged in 3.2 too", "must go wherever that one goes", "could also be applied to all stable versions". */
const merged = new RegExp(
  `\\b(must|should|shall|can|could|may|might|needs? to|has to|have to|ought to|(?<=^(?:(?:and|so|also|please|,) )*)to(?= be (?!fixed))) (?:\\w+ ){0,2}?(?:be )?(?:also )?(?:merged|applied|picked|cherry-picked|taken|propagated|ported|queued|go|land|integrated|included|added|fixed|sent|pushed|reverted) (?:\\w+ ){0,2}?${place}`,
);
/** "This fix is needed in 2.8 as well." */
const needed = new RegExp(
  `\\b(?:(?:this|this (?:patch|fix|commit|one)|it) is|^is (?:this|it)) (?:also |only )?(needed|required|necessary|wanted) ${place}`,
);
/** "This is for 3.2 too." */
const meant = new RegExp(
  `^(?:this|it|this (?:patch|fix|commit|one)) is (?:(?:also|only|meant|intended|material) )*for (?:the )?(?:versions? |branch )*(?:ver\\d|allver|somever)(?:$| (?:too|also|only|and later|and ver\\d+|,))`,
);
/** "3.2 and 3.1 need it as well", "does 3.0 need this too?" */
const needing = new RegExp(
  `^(?:(?:and|but|so|,|only|do|does|at least) )*(?=(?:the )?(?:versions? |branch(?:es)? )?(?:ver\\d|allver|newestver|ltsver))(?:\\S+ ){1,12}?(?:(?:also|both|all|still|certainly|will) )*(needs?|requires?|deserves?|wants?) (?:this|it)(?: (?:fix|patch|commit|change|one))?(?: (?:too|also|as well|, too))?$`,
);
/** "It would be nice to have this in 3.2." */
const nice = new RegExp(
  `\\b(?:nice|good|useful|great|worth|desirable|important|like) (?:to )?(?:hav(?:e|ing)|see(?:ing)?|get(?:ting)?) (?:this|it)(?: (?:fix|patch|commit|change|one))?(?: too| also)? (?:in|into|to) (?=${version})`,
);
/** "It is useful in 3.2 too." */
const useful = new RegExp(
  `^(?:and |but |, )*(?:this|it|this (?:patch|fix|commit|one)) (?:is|would be|may be|might be) (?:also )?(?:useful|helpful|interesting|welcome|relevant) (?:in|for|to) (?=${version}.* (?:too|also)$|${version}$)`,
);
/** "This fix must be in 3.2.1." */
const inside = new RegExp(
  `^(?:and |but |so |, )*(?:this|it|this (?:one|patch|fix|commit)) (must|should|has to|needs to|ought to|could|can|may|might) (?:also |really |definitely )*be (?:also )?(?:in|into|part of) (?=${version})`,
);
const sameAs = /\bsame (?:bp|(?:bp )?(?:instructions?|targets?|treatment)) (?:as|apply|than|for)\b/;
const unfit =
  /\b(?:not|no|never) (?:\w+ ){0,2}?stable (?:material|candidate|worthy|fix)|\b(?:not|no|never) (?:\w+ ){0,3}?candidates? for (?:the )?(?:stable|somever|allver|ver\d)|\b(?:not|no need|never) (?:(?:be |been |really |strictly )*(?:needed|required|meant|intended|suitable|wanted|planned|appropriate|relevant|applied|apply|merged?|queued?|going|go)(?: this| it)? )?(?:for|to|in) (?:the |any )?(?:stable|somever|allver)(?: branches| versions)?$/;
const fit = /\b(?:stable (?:material|candidate|worthy)|candidate for (?:stable|somever|allver))\b/;

/** Wishes and refusals of a sentence that has none with the word itself. */
export function readWishes(clauses: readonly Clause[]): Act[] {
  const found: Act[] = [];
  for (const [clause, part] of clauses.entries()) {
    const text = part.words.join(" ");
    const end = part.from + part.words.length;
    const add = (kind: Act["kind"], strength: Act["strength"], at = end - 1) =>
      found.push({ kind, about: "this", strength, faint: false, unsure: false, isPart: false, at, end, clause });
    const wish = merged.exec(text) ?? needed.exec(text);
    if (wish && !past.test(wish[0])) {
      const before = text.slice(0, wish.index + wish[0].length - wish[2]!.length).trimEnd();
      add(
        /\bnot\b/.test(wish[0]) ? "refuse" : "want",
        strengthOf(wish[1]!, ""),
        part.from + before.split(" ").length - 1,
      );
    } else if (musing.test(text)) {
      add(
        "want",
        "may",
        part.from + wordsIn(musing.exec(text)![0]) + wordsIn(text.slice(0, musing.exec(text)!.index)) - 2,
      );
      found.at(-1)!.unsure = true;
    } else if (needing.test(text) && !/\b(?:not?|never|before|until)\b/.test(text)) {
      add("want", "should", part.from - 1);
    } else if (nice.test(text) && !/\bnot?\b/.test(text)) {
      add("want", "may", part.from + wordsIn(nice.exec(text)![0]) + wordsIn(text.slice(0, nice.exec(text)!.index)) - 1);
    } else if (useful.test(text)) {
      add("want", "may", part.from + wordsIn(useful.exec(text)![0]) - 2);
    } else if (meant.test(text)) {
      add("want", "should", part.from + text.split(" ").indexOf("for"));
    } else if (inside.test(text)) {
      const [said, modal] = inside.exec(text)!;
      add("want", strengthOf(modal!, ""), part.from + wordsIn(said) - 1);
    } else if (unfit.test(ownPart(text)) && !/\bunstable|\bfound\b/.test(text)) add("refuse", "should");
    else if (order.test(text) && !/\b(?:not|was|failed|fails|had)\b/.test(text))
      add("want", "should", part.from + wordsIn(order.exec(text)![0]) - 2);
    else if (candidate.test(text)) {
      const to = candidate.exec(text)!;
      add("want", "should", part.from + wordsIn(text.slice(0, to.index)));
    } else if (fit.test(text)) add("want", "should", part.from + wordsIn(text.slice(0, fit.exec(text)!.index)));
    else if (sameAs.test(text) && !/\bno\b|\bnot\b/.test(text)) add("want", "should", Math.max(0, part.from - 1));
  }
  return found;
}

/** "it is not for stable, even though": what follows the comma is another thought; of something else it may be a reason only. */
function ownPart(text: string): string {
  return /^(?:it|this)\b.* ,$/.test(text) ? text.slice(0, -2) : text;
}

function wordsIn(text: string): number {
  return text.split(" ").filter(Boolean).length;
}
