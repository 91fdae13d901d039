/** A message cut into what the grammar reads: sentences, with their place in the original text. */

/** `text` has its line wraps removed; `message.slice(start, end)` is the same sentence as it was written. */
export interface Sentence {
  text: string;
  start: number;
  end: number;
  /** Counts the blank-line separated parts of the message, the subject being 0. */
  paragraph: number;
  kind: "subject" | "prose" | "item" | "block" | "trailer";
}

/** Instructions sit at the end (92 % in the last paragraph), so of a longer message only the subject and the end are read. */
const longestRead = 256 * 1024;
/** A longer "sentence" is a dump or an attack: it is read in pieces of this many characters. */
const longestSentence = 1200;

const trailer =
  /^(?:[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+|[Cc][Cc]|[Ff]ixes|[Bb]ackport|[Bb]ackpatch|[Ss]table|[Ll]abels?|[Cc]loses|[Ll]ink|[Rr]everts) ?:(?=\s|\S*@)/;
/** A wrapped line of prose may begin like a trailer ("mux-h2: ..."): inside a paragraph only these keys count. */
const knownTrailer =
  /^(?:[A-Z][\w-]*-[Bb]y|[Cc][Cc]|[Ff]ixes|[Bb]ac?k-?p[a-z]+(?:-[a-z]+)?|[Ss]table(?:-[a-z-]+)?|[Dd]epends-[Oo]n|Change-Id) ?:/;
const bullet = /^(?:[-*+•]|o|\d{1,2}[.)]|\([a-z0-9]\))\s+\S/;
/** A stop, or the start of an instruction after a line that was left without one. */
const stop =
  /[.!?]+["')\]]*(?=\s|$)|\s(?=(?:This|It) (?:patch |commit |fix |change )?(?:must|should|can|could|may|might|needs?|has to) )|\n(?=(?:Back-? ?p(?:ort|atch)|No (?:need to )?back-?p|(?:Must|Should|Could|Can|May|To) be back-?p))/g;
const abbreviation = /(?:\b(?:e\.g|i\.e|etc|vs|cf|resp|approx|incl|excl|eg|ie)|(?:^|[\s(])[A-Za-z])$/i;

/** Cuts a message into sentences. Indented blocks (logs, code, lists of subjects) and trailers stay apart, line by line. */
export function readSentences(message: string): Sentence[] {
  const subjectEnd = message.indexOf("\n") < 0 ? message.length : message.indexOf("\n");
  const found: Sentence[] = [];
  addPieces(found, message, 0, Math.min(subjectEnd, longestRead), 0, "subject");
  const from =
    message.length - subjectEnd > longestRead ? afterLine(message, message.length - longestRead) : subjectEnd + 1;
  for (const group of groups(message, from)) {
    if (group.kind === "block" || group.kind === "trailer") {
      addPieces(found, message, group.start, group.end, group.paragraph, group.kind);
    } else {
      addSentences(found, message, group);
    }
  }
  return joinTargets(found);
}

/** "Must be backported to:", or "to" at the end of a paragraph. */
const announced = /\bback?[ -]?p[^.]*(?::|\b(?:to|in|into))$/i;
const longestList = 400;
const bareVersion = /^(?:[-*+•o]\s+|\d{1,2}[.)]\s+)?((?:[a-z]+[- ]?)?v?\d+(?:[._]\w+)*\+?)[,;.]?$/i;

/** "Must be backported to:" and a list of nothing but versions are one sentence. */
function joinTargets(sentences: readonly Sentence[]): Sentence[] {
  const joined: Sentence[] = [];
  let open: Sentence | null = null;
  for (const sentence of sentences) {
    const version: string | undefined =
      open && (sentence.kind === "item" || sentence.kind === "block" || sentence.kind === "prose")
        ? bareVersion.exec(sentence.text)?.[1]
        : undefined;
    if (open && version && open.text.length < longestList) {
      open.text += `${open.text.endsWith(":") ? " " : ", "}${version}`;
      open.end = sentence.end;
      continue;
    }
    joined.push(sentence);
    open = sentence.kind === "prose" && announced.test(sentence.text) ? sentence : null;
  }
  return joined;
}

type Group = Omit<Sentence, "text"> & { isNote: boolean };

/** Lines that belong together: a wrapped paragraph or list item is one group, a line of a block or a trailer is its own. */
function groups(message: string, from: number): Group[] {
  const margin = commonMargin(message, from);
  const found: Group[] = [];
  let open: Group | null = null;
  let paragraph = 1;
  for (let at = from; at < message.length;) {
    const end = lineEnd(message, at);
    const start = skipBlanks(message, at, end);
    if (start === end) {
      paragraph += open || found.at(-1)?.paragraph === paragraph ? 1 : 0;
      open = null;
    } else {
      const kind = kindOf(message.slice(start, Math.min(end, start + 200)), start - at - margin, open);
      if (open && kind === open.kind && (kind === "prose" || (kind === "item" && !isBullet(message, start, end)))) {
        open.end = end;
      } else {
        open = { start, end, paragraph, kind, isNote: message[start] === "[" };
        found.push(open);
        if (kind === "trailer") open = null;
      }
    }
    at = end + 1;
  }
  return found;
}

function kindOf(line: string, indent: number, open: Group | null): Sentence["kind"] {
  // A quoted mail is hearsay; "> 3.0" may be a wrapped line of prose.
  if (/^>(?:[\s>]*[^\s>\d=]|[\s>]*$)/.test(line) || (!open && line.startsWith(">"))) return "block";
  if (indent < 4 && bullet.test(line)) return "item";
  if (open?.kind === "item" && indent > 0) return "item";
  // A maintainer's note in brackets is often wrapped with an indent.
  if (open?.kind === "prose" && open.isNote && indent > 0 && !/^[A-Z]+(?:\/[A-Z]+)?: |^[0-9a-f]{7,40} /.test(line))
    return "prose";
  if (indent >= 2) return "block";
  return (open?.kind === "prose" ? knownTrailer : trailer).test(line) ? "trailer" : "prose";
}

function isBullet(message: string, start: number, end: number): boolean {
  return bullet.test(message.slice(start, Math.min(end, start + 200)));
}

/** Some tools indent a whole message: what every line has does not make a block. */
function commonMargin(message: string, from: number): number {
  let least = Infinity;
  for (let at = from; at < message.length && least > 0;) {
    const end = lineEnd(message, at);
    const start = skipBlanks(message, at, end);
    if (start < end) least = Math.min(least, start - at);
    at = end + 1;
  }
  return Number.isFinite(least) ? least : 0;
}

function addSentences(found: Sentence[], message: string, group: Group): void {
  const text = message.slice(group.start, group.end);
  let from = 0;
  for (const match of text.matchAll(stop)) {
    const end = match.index + match[0].length;
    if (!endsSentence(text, match.index, match[0], end)) continue;
    addPieces(found, message, group.start + from, group.start + end, group.paragraph, group.kind);
    from = end;
  }
  addPieces(found, message, group.start + from, group.end, group.paragraph, group.kind);
}

function endsSentence(text: string, at: number, mark: string, end: number): boolean {
  const before = text.slice(Math.max(0, at - 8), at);
  const next = /\S/.exec(text.slice(end, end + 80))?.[0] ?? "";
  if (mark.startsWith("..") && /[a-z]/.test(next)) return false;
  if (/^\s/.test(mark)) return /\S/.test(before) && !/[(:,"]\s*$/.test(before);
  return !(mark[0] === "." && abbreviation.test(before) && next !== "");
}

function addPieces(
  found: Sentence[],
  message: string,
  from: number,
  to: number,
  paragraph: number,
  kind: Sentence["kind"],
): void {
  let start = skipSpace(message, from, to);
  while (start < to) {
    let end = to;
    if (to - start > longestSentence) {
      const space = message.lastIndexOf(" ", start + longestSentence);
      end = space > start + longestSentence / 2 ? space : start + longestSentence;
    }
    const text = message.slice(start, end).trimEnd();
    if (text) found.push({ text: unwrapped(text), start, end: start + text.length, paragraph, kind });
    start = skipSpace(message, end, to);
  }
}

/** One line; a word that was hyphenated over a line end is whole again ("back-\nported" is "back-ported"). */
function unwrapped(text: string): string {
  if (!/[^\S ]| {2}/.test(text)) return text;
  const whole = text.includes("-\n") ? text.replace(/(?<=[a-z]-)\n\s*(?=[a-z])/g, "") : text;
  return whole.replace(/\s+/g, " ");
}

function lineEnd(message: string, at: number): number {
  const end = message.indexOf("\n", at);
  return end < 0 ? message.length : end;
}

function afterLine(message: string, at: number): number {
  const end = message.indexOf("\n", at);
  return end < 0 ? at : end + 1;
}

function skipBlanks(message: string, at: number, end: number): number {
  let start = at;
  while (start < end && /\s/.test(message[start]!)) start++;
  return start;
}

function skipSpace(message: string, at: number, end: number): number {
  return skipBlanks(message, at, end);
}
