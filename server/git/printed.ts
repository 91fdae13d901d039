import { hash } from "node:crypto";
import { UserMistake } from "../domain.ts";
import { parseCommit, type Commit } from "./object.ts";
import type { Repository } from "./repository.ts";
import { closeSpool, commitsIn, maxObjectBytes, openSpool, type Piece } from "./spool.ts";

/** What became of a range that was printed. */
export interface Printed {
  /** Ids of all commits that were printed; not more than were asked for. */
  ids: string[];
  /** Those of them whose bytes have to be read from the object. */
  unproven: string[];
}

/**
 * Prints a commit so that its object nearly stands there. `rev-list` writes `commit ID` before each and a newline behind.
 * Only in UTF-8 does git convert nothing that has no encoding header.
 */
const format = "%e%x00tree %T%nparent %P%nauthor %an <%ae> %ad%ncommitter %cn <%ce> %cd%n%n%B%x00";
const printing = [`--format=${format}`, "--date=raw", "--encoding=UTF-8"];

/**
 * Reads the newest commits of a range as `rev-list` prints them: one git and one reading of the pack, where ids and then
 * objects need two. What is printed is not always what the object holds (signatures, a NUL, other encodings, odd dates), so
 * each object is put together again, and counts when its hash is the commit's id.
 */
export async function* readPrinted(
  repository: Repository,
  range: { from: string; without: readonly string[] },
  maxCommits: number,
  printed: Printed,
  signal?: AbortSignal,
): AsyncGenerator<Iterable<Commit>> {
  const which = [`--max-count=${maxCommits}`, range.from, "--not", ...range.without];
  const spool = openSpool(repository, ["rev-list", ...printing, ...which], signal);
  spool.git.stdin.end();
  try {
    yield* commitsIn(spool, spool.git.ended, (bytes) => new PrintedPiece(bytes, printed));
  } finally {
    closeSpool(spool);
  }
}

const newline = 10;
/** `commit `, a size and a NUL: what stands before an object is always longer, an id and more. */
const maxHashedHeader = 24;
const idAt = "commit ".length;

/** Cuts what was printed: `commit ID`, newline, encoding, NUL, the object but for its encoding, NUL, newline. */
class PrintedPiece implements Piece {
  at = 0;
  needed = 0;
  private readonly bytes: Buffer;
  private readonly printed: Printed;

  constructor(bytes: Buffer, printed: Printed) {
    this.bytes = bytes;
    this.printed = printed;
  }

  hasSome(): boolean {
    if (this.endOfNext()) return true;
    if (this.bytes.length > maxObjectBytes) {
      const id = this.bytes.toString("latin1", idAt, this.bytes.indexOf(newline));
      throw new UserMistake(
        `commit ${id} is over ${maxObjectBytes >> 20} MiB long: that is no message, nothing was read.`,
      );
    }
    // How long it is, nobody said.
    this.needed = 2 * this.bytes.length;
    return false;
  }

  *[Symbol.iterator](): Generator<Commit> {
    const { bytes, printed } = this;
    for (let end = this.endOfNext(); end; end = this.endOfNext()) {
      const idEnd = bytes.indexOf(newline, this.at);
      const sha = bytes.toString("latin1", this.at + idAt, idEnd);
      const object = provenObject(sha, bytes, idEnd + 1, end);
      this.at = end + 2;
      printed.ids.push(sha);
      if (object) yield parseCommit(sha, object);
      else printed.unproven.push(sha);
    }
  }

  /** Where the second NUL of the commit that starts here is; 0 when it or the newline behind it is not there yet. */
  private endOfNext(): number {
    const { bytes } = this;
    const start = bytes.indexOf(0, this.at) + 1;
    const end = start ? bytes.indexOf(0, start) : -1;
    if (end < 0 || end + 1 >= bytes.length) return 0;
    if (bytes[end + 1] !== newline) throw new UserMistake("git rev-list printed something else than it was asked for.");
    return end;
  }
}

/** The object, put together again from `from` on, when its hash is the id; else null. Overwrites what was read already. */
function provenObject(sha: string, bytes: Buffer, from: number, to: number): Buffer | null {
  const tree = bytes.indexOf(0, from) + 1;
  const encoding = bytes.toString("latin1", from, tree - 1);
  const parents = bytes.indexOf(newline, tree) + 1;
  const author = bytes.indexOf(newline, parents) + 1;
  const start = encoding ? insertEncoding(bytes, encoding, tree, author) : tree;
  const moved = tree - start;
  if (author - parents === parentLine(sha).length) return proven(sha, bytes, start, to);
  const object = Buffer.concat([
    Buffer.alloc(maxHashedHeader),
    bytes.subarray(start, parents - moved),
    Buffer.from(parentLines(bytes.toString("latin1", parents - moved, author - moved)), "latin1"),
    bytes.subarray(author - moved, to),
  ]);
  return proven(sha, object, maxHashedHeader, object.length);
}

/** Moves the headers to the left, over the id and the encoding, which leaves room for the encoding's own header. */
function insertEncoding(bytes: Buffer, encoding: string, tree: number, author: number): number {
  const headersEnd = bytes.indexOf(newline, bytes.indexOf(newline, author) + 1) + 1;
  const line = `encoding ${encoding}\n`;
  bytes.copyWithin(tree - line.length, tree, headersEnd);
  bytes.write(line, headersEnd - line.length, "latin1");
  return tree - line.length;
}

const parentLine = (sha: string) => `parent ${sha}\n`;

/** `parent A B` and a newline as an object has it: a line for each, none for a first commit. */
function parentLines(printed: string): string {
  const ids = printed.slice(parentLine("").length - 1, -1);
  return ids ? ids.split(" ").map(parentLine).join("") : "";
}

/** git hashes `commit SIZE`, a NUL and the object; the place before the object is free for that. */
function proven(sha: string, bytes: Buffer, from: number, to: number): Buffer | null {
  const header = `commit ${to - from}\0`;
  bytes.write(header, from - header.length, "latin1");
  const algorithm = sha.length === 40 ? "sha1" : "sha256";
  const isProven = hash(algorithm, bytes.subarray(from - header.length, to)) === sha;
  return isProven ? bytes.subarray(from, to) : null;
}
