import { decode, isPlain, shownText, withEscapes } from "./text.ts";

/** A commit object. `message` are its bytes, untouched; the texts are safe to show. Dates are milliseconds since 1970. */
export interface Commit {
  sha: string;
  /** Full ids with one space between; empty for a first commit. */
  parents: string;
  author: string;
  authorMail: string;
  authoredAt: number;
  committer: string;
  committedAt: number;
  subject: string;
  message: Buffer;
  /** The encoding header, null means UTF-8. */
  encoding: string | null;
  /** The message or the author hides characters. */
  isSuspicious: boolean;
}

/** The largest number of milliseconds that a date can hold; anything beyond is shown as 1970. */
const maxDateMs = 8.64e15;

/**
 * Reads a raw commit object. Never fails: fields that a broken tool left out or garbled become empty or 1970. Headers are
 * found in a Latin-1 view of the bytes, in which offsets of characters and bytes agree. Pure.
 */
export function parseCommit(sha: string, bytes: Buffer): Commit {
  const text = bytes.toString("latin1");
  const head = text.indexOf("\n\n");
  const headerEnd = head < 0 ? text.length : head;
  const [parents, authorAt] = parentsIn(text, bytes);
  const authorEnd = endOfLine(text, authorAt, headerEnd);
  const committerEnd = endOfLine(text, authorEnd + 1, headerEnd);
  const author = person(text, authorAt, authorEnd, "author ");
  const committer = person(text, authorEnd + 1, committerEnd, "committer ");
  const encoding = committerEnd < headerEnd ? encodingIn(text.slice(committerEnd, headerEnd)) : null;
  const message = bytes.subarray(Math.min(headerEnd + 2, bytes.length));
  const dates = { authoredAt: author.at, committedAt: committer.at };
  if (isPlain(text) && !encoding) {
    const subject = plainSubject(text, headerEnd + 2) ?? shownText(message, null).subject;
    const names = { author: author.name, authorMail: author.mail, committer: committer.name };
    return { sha, parents, ...names, ...dates, subject, message, encoding, isSuspicious: false };
  }
  const shown = shownText(message, encoding);
  const [name, mail, by] = [author.name, author.mail, committer.name].map((one) =>
    withEscapes(decode(Buffer.from(one, "latin1"), encoding)),
  );
  const isSuspicious = shown.isSuspicious || name!.isSuspicious || mail!.isSuspicious;
  const names = { author: name!.text, authorMail: mail!.text, committer: by!.text };
  return { sha, parents, ...names, ...dates, subject: shown.subject, message, encoding, isSuspicious };
}

/** Copied from the bytes: a slice of the text, which callers keep, would keep the whole message in memory with it. */
function parentsIn(text: string, bytes: Buffer): [string, number] {
  const start = text.indexOf("\n") + 1;
  let at = start;
  while (text.startsWith("parent ", at)) {
    const end = text.indexOf("\n", at);
    if (end < 0) break;
    at = end + 1;
  }
  if (at === start) return ["", at];
  const parents = bytes.toString("latin1", start + "parent ".length, at - 1);
  return [parents.includes("\n") ? parents.replaceAll("\nparent ", " ") : parents, at];
}

function endOfLine(text: string, from: number, limit: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 || end > limit ? limit : end;
}

/** `author Name <mail> 1700000000 +0100`; the name may hold `<`, so the mail is what the last pair of brackets holds. */
function person(text: string, from: number, to: number, word: string): { name: string; mail: string; at: number } {
  if (!text.startsWith(word, from)) return { name: "", mail: "", at: 0 };
  const close = text.lastIndexOf(">", to - 1);
  const open = text.lastIndexOf("<", close);
  if (open < from || close < open) return { name: text.slice(from + word.length, to).trim(), mail: "", at: 0 };
  const seconds = Number.parseInt(text.slice(close + 1, to), 10);
  const at = Math.abs(seconds * 1000) <= maxDateMs ? seconds * 1000 : 0;
  return { name: text.slice(from + word.length, open).trimEnd(), mail: text.slice(open + 1, close), at };
}

function encodingIn(headers: string): string | null {
  return /\nencoding ([^\n]+)/.exec(headers)?.[1] ?? null;
}

/** The subject of nearly every message: one line, then nothing or an empty line. Null for all others. */
function plainSubject(text: string, from: number): string | null {
  const end = text.indexOf("\n", from);
  if (end < 0) return text.slice(from).trim();
  const next = text.charCodeAt(end + 1);
  if (end === from || (end + 1 < text.length && next !== 10)) return null;
  const subject = text.slice(from, end).trim();
  return subject === "" ? null : subject;
}
