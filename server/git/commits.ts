import { closeSync, mkdtempSync, openSync, readSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserMistake } from "../domain.ts";
import { parseCommit, type Commit } from "./object.ts";
import type { Repository } from "./repository.ts";
import { startGit } from "./run.ts";

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
 * Commits that one `cat-file` prints: about 3 MB, on disk for a moment and in memory piece by piece. The first slice is
 * small, so that the reader has something to do early.
 */
const firstSlice = 1_000;
const largestSlice = 4_000;
const pieceBytes = 1 << 20;

/**
 * Reads commits as a stream of batches, in no particular order, straight from the raw objects: `rev-list` names them,
 * `cat-file --batch` prints them into a nameless temporary file while the batch before is taken in. A file, because git
 * writes 4 KB at a time: 4,000 small reads from a pipe cost as much as all the parsing. Memory stays flat whatever the
 * length of the history. Each batch has to be consumed before the next one is asked for.
 */
export async function* readCommits(
  repository: Repository,
  range: Range,
  signal?: AbortSignal,
): AsyncGenerator<Iterable<Commit>> {
  let printed: Promise<Spool> | null = null;
  try {
    for await (const ids of slices(readIds(repository, range, signal), range.isWanted)) {
      const next = print(repository, ids, signal);
      next.catch(() => {}); // Awaited below, or not at all when the one before failed.
      const ready = printed;
      printed = next;
      if (ready) yield commitsIn(await ready);
    }
    const last = printed;
    printed = null; // Its file is closed by `pieces`, also when the reader stops early.
    if (last) yield commitsIn(await last);
  } finally {
    await printed?.then(closeSpool, () => {});
  }
}

async function* slices(
  ids: AsyncIterable<string[]>,
  isWanted: (sha: string) => boolean = () => true,
): AsyncGenerator<string[]> {
  let waiting: string[] = [];
  let enough = firstSlice;
  for await (const some of ids) {
    for (const id of some) if (isWanted(id)) waiting.push(id);
    if (waiting.length < enough) continue;
    yield waiting;
    waiting = [];
    enough = Math.min(2 * enough, largestSlice);
  }
  if (waiting.length) yield waiting;
}

/** An open file without a name, so that nothing stays behind whatever happens. */
interface Spool {
  file: number;
}

const closeSpool = ({ file }: Spool) => closeSync(file);

async function print(repository: Repository, ids: readonly string[], signal?: AbortSignal): Promise<Spool> {
  const folder = mkdtempSync(join(tmpdir(), "patchboard-"));
  const file = openSync(join(folder, "commits"), "wx+", 0o600);
  rmSync(folder, { recursive: true });
  try {
    const cat = startGit(repository.gitDir, ["cat-file", "--batch", "--buffer"], { signal, output: file });
    cat.stdin.end(`${ids.join("\n")}\n`, "latin1");
    await cat.ended;
    return { file };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** The commits of a spool, read piece by piece; what a piece cuts in two is read again with the next. */
function* commitsIn(spool: Spool): Generator<Commit> {
  try {
    let buffer = Buffer.allocUnsafe(pieceBytes);
    for (let at = 0; ;) {
      const bytes = buffer.subarray(0, readSync(spool.file, buffer, 0, buffer.length, at));
      if (!bytes.length) return;
      const end = endOfWhole(bytes);
      if (end.at) yield* parseAll(bytes.subarray(0, end.at));
      else buffer = Buffer.allocUnsafe(Math.max(end.needed, buffer.length));
      at += end.at;
    }
  } finally {
    closeSpool(spool);
  }
}

/** The ids of a range in git's own order, newest first, as they come. */
export async function* readIds(repository: Repository, range: Range, signal?: AbortSignal): AsyncGenerator<string[]> {
  const list = startGit(repository.gitDir, ["rev-list", range.from, "--not", ...range.without], { signal });
  list.stdin.end();
  try {
    let rest = "";
    for await (const chunk of list.stdout as AsyncIterable<Buffer>) {
      const lines = (rest + chunk.toString("latin1")).split("\n");
      rest = lines.pop()!;
      yield lines;
    }
    await list.ended;
  } finally {
    list.stop();
  }
}

/** Where the last whole object ends, and how much the first one needs when not even that is whole. */
function endOfWhole(bytes: Buffer): { at: number; needed: number } {
  for (let at = 0; ;) {
    const line = bytes.indexOf(10, at);
    const end = line < 0 ? bytes.length : line + 1 + sizeOf(bytes.toString("latin1", at, line));
    if (end >= bytes.length) return { at, needed: end + 1 - at };
    at = end + 1;
  }
}

/** Cuts the output of `cat-file --batch` into commits: a line `ID commit SIZE`, that many bytes, a newline. */
function* parseAll(bytes: Buffer): Generator<Commit> {
  for (let at = 0; at < bytes.length;) {
    const line = bytes.indexOf(10, at);
    const header = bytes.toString("latin1", at, line);
    const end = line + 1 + sizeOf(header);
    yield parseCommit(header.slice(0, header.indexOf(" ")), bytes.subarray(line + 1, end));
    at = end + 1;
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
