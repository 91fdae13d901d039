/** One spelling for what authors write in many: contractions, slips, and the word "backport" itself. */

/** Lower case, no contractions, one spelling of "backport". */
export function plain(text: string): string {
  let result = text.toLowerCase().replace(/[’`]/g, "'");
  // Emphasis of a markup: "**must be backported**".
  if (result.includes("*")) result = result.replace(/(?<![\w*])\*{1,3}(?=[\w"'(])|(?<=[\w.!"')])\*{1,3}(?![\w*])/g, "");
  if (
    result.includes("n't") ||
    result.includes("'s") ||
    result.includes("'ll ") ||
    result.includes("nt ") ||
    result.includes("cannot")
  )
    result = withoutContractions(result);
  const named = result.replace(/\bbac?k?c?[ -]?p[a-z]{2,10}\b/g, backportWord);
  if (named !== result) result = withoutSlips(named);
  if (result.includes(")")) result = result.replace(/[.!?]+(?=["']?\))/g, "");
  return result
    .replace(/[,;:()[\]]/g, " $& ")
    .replace(/[.!?"'\]]+\s*$/, "")
    .replace(/\s+/g, " ");
}

function withoutContractions(text: string): string {
  return text
    .replace(/\bwon'?t\b/g, "will not")
    .replace(/\b(?:can't|cannot)\b/g, "can not")
    .replace(/\b(do|does|did|is|are|was|were|should|could|would|must|need|has|have)n'?t\b/g, "$1 not")
    .replace(/\b(?:it|that|there|this)'s\b/g, (word) => `${word.slice(0, -2)} is`)
    .replace(/\b(i|we|you|they|it|this|that)'ll\b/g, "$1 will")
    .replace(/\blet's\b/g, "let us");
}

/** What authors mistype around "backport"; a word that no rule knows would hide a whole instruction. */
function withoutSlips(text: string): string {
  return text
    .replace(/\bif ?(?:\/|and|or) ?when\b/g, "if")
    .replace(/\bcno\b/g, "no")
    .replace(/\b(?:should|must|could|can|may|needs?|to) ?(?:be){2}\b/g, (word) => word.slice(0, -2))
    .replace(/\b(?:theoric|theoretic)al?ly\b/g, "theoretically")
    .replace(/\b(?:mut|mus|muts|msut|mst|mjust)\b(?= (?:\w+ )?(?:be\b|bp))/g, "must")
    .replace(/\b(?:shoud|shoudl|sould|shold|shoul|hsould|shuold|shoulb)\b/g, "should")
    .replace(/\b(?:nedd?|nees|neeeds?)\b(?= (?:to|a|bp))/g, "needs")
    .replace(/\bned+ed\b/g, "needed");
}

const forms: readonly (readonly [string, string])[] = [
  ...["backport", "backports", "backpatch", "backpatches"].map((form) => [form, "bp"] as const),
  ...["backported", "backpatched"].map((form) => [form, "bped"] as const),
  ...["backporting", "backpatching"].map((form) => [form, "bping"] as const),
  ...["backportable"].map((form) => [form, "bpable"] as const),
];
/** Near misses that are words of their own. */
const lookalikes =
  /^back[ -]?(?:p(?:ointers?|tr|trs|ath|aths|ack|acks|age|ages|ressure\w*|lane|planes?|ropagat\w*|art|arts|pedal\w*|late))$/;

const spelled = new Map<string, string>();
const mostSpelled = 4096;

function backportWord(word: string): string {
  const known = spelled.get(word);
  if (known !== undefined) return known;
  if (spelled.size >= mostSpelled) spelled.clear();
  const meant = nearestForm(word);
  spelled.set(word, meant);
  return meant;
}

/** Authors mistype the word often ("backproted", "backporter"): at most two slips, one in a short word. */
function nearestForm(word: string): string {
  if (lookalikes.test(word)) return word;
  const squeezed = word.replace(/[ -]/g, "");
  let best = word;
  let least = squeezed.length < 8 ? 1 : 2;
  for (const [form, name] of forms) {
    if (Math.abs(form.length - squeezed.length) > least) continue;
    const slips = distance(squeezed, form, least);
    if (slips === 0) return name;
    if (slips <= least) [best, least] = [name, slips - (slips > 1 ? 1 : 0)];
  }
  return best;
}

/** Edits between two short words, a swap of neighbours counting once. */
function distance(a: string, b: string, limit: number): number {
  let rows: number[][] = [Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(rows.at(-1)![j]! + 1, row[j - 1]! + 1, rows.at(-1)![j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, rows.at(-2)![j - 2]! + 1);
    }
    rows = [...rows.slice(-1), row];
    if (Math.min(...row) > limit + 1) return limit + 1;
  }
  return rows.at(-1)![b.length]!;
}
