import { once } from "node:events";
import { UserMistake } from "../domain.ts";
import { parseCommit, type Commit } from "./object.ts";
import { type Printed, readPrinted } from "./printed.ts";
import type { Repository } from "./repository.ts";
import { type Running, startGit } from "./run.ts";
import { closeSpool, commitsIn, maxObjectBytes, openSpool, type Piece } from "./spool.ts";

/** Which commits: reachable from `from`, not reachable from any of `without`; full ids. */
export interface Range {
  from: string;
  without: readonly string[];
  /** Leaves out commits that the caller already has. */
  isWanted?: (sha: string) => boolean;
}

/**
 * Bytes of ids that one `cat-file` is given: some 50,000 commits, 40 MB on disk for a moment. Each further one costs a start
 * of git.
 */
const idBytesPerSpool = 2 << 20;
const idsAtOnce = 1_000;
/** The same limit for `rev-list`, which cannot go on where it stopped: older commits than these are read by their ids. */
const commitsPerSpool = 50_000;

/**
 * Reads commits as a stream of batches, in no particular order and with their exact bytes. Of a range that is new as a
 * whole, `rev-list` prints nearly all; the others are read by their ids. Memory stays flat whatever the length of the
 * history. Each batch has to be consumed before the next one is asked for.
 */
export async function* readCommits(
  repository: Repository,
  range: Range,
  signal?: AbortSignal,
  maxPrinted = commitsPerSpool,
): AsyncGenerator<Iterable<Commit>> {
  if (range.isWanted) {
    yield* readObjects(repository, wantedIds(repository, range, range.isWanted, signal), signal);
    return;
  }
  const printed: Printed = { ids: [], unproven: [] };
  yield* readPrinted(repository, range, maxPrinted, printed, signal);
  if (printed.unproven.length) yield* readObjects(repository, linesInParts(printed.unproven), signal);
  if (printed.ids.length < maxPrinted) return;
  const seen = new Set(printed.ids);
  yield* readObjects(
    repository,
    wantedIds(repository, range, (sha) => !seen.has(sha), signal),
    signal,
  );
}

async function* linesInParts(ids: readonly string[]): AsyncGenerator<Buffer> {
  for (let at = 0; at < ids.length; at += idsAtOnce) yield linesOf(ids.slice(at, at + idsAtOnce));
}

/** Reads raw objects: `cat-file --batch` prints those that it is given. */
async function* readObjects(
  repository: Repository,
  ids: AsyncGenerator<Buffer>,
  signal?: AbortSignal,
): AsyncGenerator<Iterable<Commit>> {
  try {
    for (let isMore = true; isMore;) {
      const spool = openSpool(repository, ["cat-file", "--batch", "--buffer"], signal);
      try {
        const fed = feed(spool.git, ids);
        yield* commitsIn(spool, fed, (bytes) => new ObjectPiece(bytes));
        isMore = await fed;
      } finally {
        closeSpool(spool);
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
    if (wanted.length) yield linesOf(wanted);
  }
}

function linesOf(ids: readonly string[]): Buffer {
  return Buffer.from(`${ids.join("\n")}\n`, "latin1");
}

/** Gives ids to `cat-file` as they come; whether there may be more than one spool should hold. Stops it on failure. */
async function feed(cat: Running, ids: AsyncGenerator<Buffer>): Promise<boolean> {
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

/** Cuts the output of `cat-file --batch`: a line `ID commit SIZE`, that many bytes, a newline. */
class ObjectPiece implements Piece {
  at = 0;
  needed = 0;
  readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

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
