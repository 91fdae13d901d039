import { isPlain, shownName, shownText } from "./text.ts";

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
 * Reads a raw commit object. Never fails: fields that a broken tool left out or garbled become empty or 1970. Goes through
 * the bytes and makes texts only of what is kept: a text of the whole object would cost more than all the rest. Pure.
 */
export function parseCommit(sha: string, bytes: Buffer): Commit {
  const headerEnd = endOfHeaders(bytes);
  const parentsAt = endOfLine(bytes, 0, headerEnd) + 1;
  const authorAt = endOfParents(bytes, parentsAt, headerEnd);
  const authorEnd = endOfLine(bytes, authorAt, headerEnd);
  const committerEnd = endOfLine(bytes, authorEnd + 1, headerEnd);
  const parents = parentsIn(bytes, parentsAt, authorAt);
  const author = person(bytes, authorAt, authorEnd, authorWord);
  const committer = person(bytes, authorEnd + 1, committerEnd, committerWord);
  const encoding = encodingIn(bytes, committerEnd + 1, headerEnd);
  const message = bytes.subarray(Math.min(headerEnd + 2, bytes.length));
  const name = shownName(author.name, encoding);
  const mail = shownName(author.mail, encoding);
  const by = shownName(committer.name, encoding);
  const subject = isPlain(message) ? plainSubject(message) : null;
  const shown = subject === null ? shownText(message, encoding) : null;
  return {
    sha,
    parents,
    author: name.text,
    authorMail: mail.text,
    authoredAt: author.at,
    committer: by.text,
    committedAt: committer.at,
    subject: subject ?? shown!.subject,
    message,
    encoding,
    isSuspicious: name.isSuspicious || mail.isSuspicious || (shown?.isSuspicious ?? false),
  };
}

const [newline, less, greater] = [10, 60, 62];
const parentWord = Buffer.from("parent ");
const authorWord = Buffer.from("author ");
const committerWord = Buffer.from("committer ");
const encodingWord = Buffer.from("encoding ");

/** Latin-1, in which offsets of characters and bytes agree. */
function textOf(bytes: Buffer, from: number, to: number): string {
  return bytes.toString("latin1", from, to);
}

/** Where the first empty line is, or the end. */
function endOfHeaders(bytes: Buffer): number {
  const last = bytes.length - 1;
  for (let at = 0; at < last; at++) if (bytes[at] === newline && bytes[at + 1] === newline) return at;
  return last + 1;
}

function endOfLine(bytes: Buffer, from: number, limit: number): number {
  let at = from;
  while (at < limit && bytes[at] !== newline) at++;
  return Math.min(at, limit);
}

function startsWith(bytes: Buffer, from: number, word: Buffer): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[from + i] !== word[i]) return false;
  return true;
}

function endOfParents(bytes: Buffer, from: number, limit: number): number {
  let at = from;
  while (at < limit && startsWith(bytes, at, parentWord)) at = endOfLine(bytes, at, limit) + 1;
  return at;
}

function parentsIn(bytes: Buffer, from: number, to: number): string {
  if (from >= to) return "";
  const parents = textOf(bytes, from + parentWord.length, to - 1);
  return parents.includes("\n") ? parents.replaceAll("\nparent ", " ") : parents;
}

/** `author Name <mail> 1700000000 +0100`; the name may hold `<`, so the mail is what the last pair of brackets holds. */
function person(bytes: Buffer, from: number, to: number, word: Buffer): { name: string; mail: string; at: number } {
  if (!startsWith(bytes, from, word)) return { name: "", mail: "", at: 0 };
  const start = from + word.length;
  let close = to - 1;
  while (close > start && bytes[close] !== greater) close--;
  let open = close;
  while (open > start && bytes[open] !== less) open--;
  if (bytes[open] !== less || bytes[close] !== greater)
    return { name: textOf(bytes, start, to).trim(), mail: "", at: 0 };
  const seconds = Number.parseInt(textOf(bytes, close + 1, to), 10);
  const at = Math.abs(seconds * 1000) <= maxDateMs ? seconds * 1000 : 0;
  return { name: textOf(bytes, start, open).trimEnd(), mail: textOf(bytes, open + 1, close), at };
}

function encodingIn(bytes: Buffer, from: number, headerEnd: number): string | null {
  for (let at = from; at < headerEnd; at = endOfLine(bytes, at, headerEnd) + 1) {
    if (!startsWith(bytes, at, encodingWord)) continue;
    return textOf(bytes, at + encodingWord.length, endOfLine(bytes, at, headerEnd)) || null;
  }
  return null;
}

/** The subject of nearly every message: one line, then nothing or an empty line. Null for all others. */
function plainSubject(message: Buffer): string | null {
  const end = endOfLine(message, 0, message.length);
  if (end === 0 || (end + 1 < message.length && message[end + 1] !== newline)) return null;
  return textOf(message, 0, end).trim() || null;
}
