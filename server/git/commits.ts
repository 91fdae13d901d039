import { once } from "node:events";
import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as immediately, setTimeout as sleep } from "node:timers/promises";
import { UserMistake } from "../domain.ts";
import { parseCommit, type Commit } from "./object.ts";
import type { Repository } from "./repository.ts";
import { type Running, startGit } from "./run.ts";

/** Which commits: reachable from `from`, not reachable from any of `without`; full ids. */
export interface Range {
  from: string;
  without: readonly string[];
  /** Leaves out commits that the caller already has. */
  isWanted?: (sha: string) => boolean;
}

/** A message longer than this stops the sync: it is no message. */
const maxObjectBytes = 128 << 20;
/**
 * Bytes of ids that one `cat-file` is given: some 50,000 commits, 40 MB on disk for a moment. Each further one costs a start
 * of git.
 */
const idBytesPerSpool = 2 << 20;
/** Read at once, and taken in by one transaction: 2,600 commits, about 40 ms in which nothing else can run. */
const pieceBytes = 2 << 20;
/** Less is not worth a transaction while git still prints: each writes most pages of the index of ids again. */
const enoughBytes = 1 << 20;
const pollMs = 4;

/**
 * Reads commits as a stream of batches, in no particular order, straight from the raw objects: `rev-list` names them,
 * `cat-file --batch` prints them into a nameless temporary file that is read while it grows. A file, because git writes
 * 4 KB at a time, and 4,000 small reads from a pipe cost as much as all the parsing; and because git need not wait for a
 * reader that is busy. Memory stays flat whatever the length of the history. Each batch has to be consumed before the next
 * one is asked for.
 */
export async function* readCommits(
  repository: Repository,
  range: Range,
  signal?: AbortSignal,
): AsyncGenerator<Iterable<Commit>> {
  const ids = range.isWanted
    ? wantedIds(repository, range, range.isWanted, signal)
    : idLines(repository, range, signal);
  try {
    for (let isMore = true; isMore;) {
      const spool = openSpool(repository, signal);
      try {
        const fed = feed(spool, ids);
        yield* commitsIn(spool, fed);
        isMore = await fed;
      } finally {
        spool.cat.stop();
        closeSync(spool.file);
      }
    }
  } finally {
    await ids.return(undefined);
  }
}

async function* wantedIds(
  repository: Repository,
  range: Range,
  isWanted: (sha: string) => boolean,
  signal?: AbortSignal,
): AsyncGenerator<Buffer> {
  for await (const ids of readIds(repository, range, signal)) {
    const wanted = ids.filter(isWanted);
    if (wanted.length) yield Buffer.from(`${wanted.join("\n")}\n`, "latin1");
  }
}

/** A `cat-file` and the open file that it prints to; without a name, so that nothing stays behind whatever happens. */
interface Spool {
  cat: Running;
  file: number;
}

function openSpool(repository: Repository, signal?: AbortSignal): Spool {
  const folder = mkdtempSync(join(tmpdir(), "patchboard-"));
  const file = openSync(join(folder, "commits"), "wx+", 0o600);
  rmSync(folder, { recursive: true });
  try {
    return { file, cat: startGit(repository.gitDir, ["cat-file", "--batch", "--buffer"], { signal, output: file }) };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** Gives ids to `cat-file` as they come; whether there may be more than one spool should hold. Stops it on failure. */
async function feed({ cat }: Spool, ids: AsyncGenerator<Buffer>): Promise<boolean> {
  try {
    for (let given = 0; given < idBytesPerSpool;) {
      const { value, done } = await ids.next();
      if (done) return false;
      given += value.length;
      if (!cat.stdin.write(value)) await Promise.race([once(cat.stdin, "drain"), cat.ended]);
    }
    return true;
  } catch (error) {
    cat.stop();
    throw error;
  } finally {
    cat.stdin.end();
  }
}

/** The commits of a spool while it is printed, piece by piece; what a piece cuts in two is read again with the next. */
async function* commitsIn({ cat, file }: Spool, fed: Promise<unknown>): AsyncGenerator<Iterable<Commit>> {
  let isOver = false;
  // What the feeding says is the cause when `cat-file` was stopped for it.
  const over = Promise.all([fed, cat.ended.catch((error: unknown) => fed.then(() => Promise.reject(error)))]).then(
    () => (isOver = true),
  );
  over.catch(() => {}); // Awaited below, or not at all when the reader stops early.
  let buffer = Buffer.allocUnsafe(pieceBytes);
  for (let at = 0; ;) {
    if (!isOver && fstatSync(file).size - at < enoughBytes) await Promise.race([over, sleep(pollMs)]);
    else await immediately(); // Between two transactions, others get their turn.
    const isWhole = isOver;
    const bytes = buffer.subarray(0, readSync(file, buffer, 0, buffer.length, at));
    if (isWhole && !bytes.length) return;
    if (!isWhole && bytes.length < enoughBytes) continue;
    const piece = new Piece(bytes);
    if (piece.hasSome()) yield piece;
    else if (piece.needed > buffer.length) buffer = Buffer.allocUnsafe(piece.needed);
    at += piece.at;
  }
}

/** The ids of a range in git's own order, newest first, as they come. */
export async function* readIds(repository: Repository, range: Range, signal?: AbortSignal): AsyncGenerator<string[]> {
  for await (const lines of idLines(repository, range, signal))
    yield lines.toString("latin1", 0, lines.length - 1).split("\n");
}

/** The same as bytes, whole lines. */
async function* idLines(repository: Repository, range: Range, signal?: AbortSignal): AsyncGenerator<Buffer> {
  const list = startGit(repository.gitDir, ["rev-list", range.from, "--not", ...range.without], { signal });
  list.stdin.end();
  try {
    let rest: Buffer | null = null;
    for await (const chunk of list.stdout as AsyncIterable<Buffer>) {
      const bytes: Buffer = rest ? Buffer.concat([rest, chunk]) : chunk;
      const end = bytes.lastIndexOf(10) + 1;
      rest = end < bytes.length ? bytes.subarray(end) : null;
      if (end) yield bytes.subarray(0, end);
    }
    await list.ended;
  } finally {
    list.stop();
  }
}

/**
 * Cuts the output of `cat-file --batch` into commits: a line `ID commit SIZE`, that many bytes, a newline. When all whole
 * ones have been taken, `at` is where the last of them ends, and `needed` what the next one needs at least.
 */
class Piece {
  at = 0;
  needed = 0;
  readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** Whether there is one whole commit. */
  hasSome(): boolean {
    return this.endOf(this.at, this.bytes.indexOf(10)) > 0;
  }

  *[Symbol.iterator](): Generator<Commit> {
    const { bytes } = this;
    for (;;) {
      const line = bytes.indexOf(10, this.at);
      const end = this.endOf(this.at, line);
      if (!end) return;
      const sha = bytes.toString("latin1", this.at, bytes.indexOf(32, this.at));
      this.at = end + 1;
      yield parseCommit(sha, bytes.subarray(line + 1, end));
    }
  }

  /** Where the object that starts here ends, 0 when it is not whole. */
  private endOf(at: number, line: number): number {
    const end = line < 0 ? this.bytes.length : line + 1 + sizeOf(this.bytes.toString("latin1", at, line));
    this.needed = end + 1 - at;
    return end < this.bytes.length ? end : 0;
  }
}

function sizeOf(header: string): number {
  const at = header.indexOf(" commit ");
  if (at < 0) {
    throw new UserMistake(
      `commit ${header.split(" ")[0]} cannot be read: the clone is partial or damaged, fetch it again.`,
    );
  }
  const size = Number(header.slice(at + 8));
  if (size > maxObjectBytes)
    throw new UserMistake(`commit ${header.slice(0, at)} is ${size} bytes long: that is no message, nothing was read.`);
  return size;
}
