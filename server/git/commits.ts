import { pipeline } from "node:stream/promises";
import { UserMistake } from "../domain.ts";
import { parseCommit, type Commit } from "./object.ts";
import type { Repository } from "./repository.ts";
import { startGit } from "./run.ts";

/** Which commits: reachable from `from`, not reachable from any of `without`; full ids. */
export interface Range {
  from: string;
  without: readonly string[];
  /** Leaves merges out. */
  isLinear?: boolean;
  /** Leaves out commits that the caller already has. */
  isWanted?: (sha: string) => boolean;
}

/** A message longer than this stops the sync: it is no message. */
const maxObjectBytes = 128 << 20;

/**
 * Reads commits as a stream of batches, in no particular order, straight from the raw objects: `rev-list` names them and
 * `cat-file --batch` prints them at the same time. Memory stays flat whatever the length of the history.
 */
export async function* readCommits(
  repository: Repository,
  range: Range,
  signal?: AbortSignal,
): AsyncGenerator<Commit[]> {
  const list = startGit(repository.gitDir, revList(range), { signal });
  const cat = startGit(repository.gitDir, ["cat-file", "--batch", "--buffer"], { signal });
  list.stdin.end();
  const fed = pipeline(list.stdout, (chunks: AsyncIterable<Buffer>) => wanted(chunks, range.isWanted), cat.stdin);
  fed.catch(() => {});
  try {
    yield* parseBatches(cat.stdout as AsyncIterable<Buffer>);
    await list.ended;
    await cat.ended;
    await fed;
  } finally {
    list.stop();
    cat.stop();
  }
}

/** The ids of a range, in git's own order, newest first. */
export async function* readIds(repository: Repository, range: Range, signal?: AbortSignal): AsyncGenerator<string> {
  const list = startGit(repository.gitDir, revList(range), { signal });
  list.stdin.end();
  let rest = "";
  for await (const chunk of list.stdout as AsyncIterable<Buffer>) {
    const lines = (rest + chunk.toString("latin1")).split("\n");
    rest = lines.pop()!;
    yield* lines;
  }
  await list.ended;
}

function revList(range: Range): string[] {
  return ["rev-list", ...(range.isLinear ? ["--no-merges"] : []), range.from, "--not", ...range.without];
}

async function* wanted(
  chunks: AsyncIterable<Buffer>,
  isWanted?: (sha: string) => boolean,
): AsyncGenerator<Buffer | string> {
  if (!isWanted) {
    yield* chunks;
    return;
  }
  let rest = "";
  for await (const chunk of chunks) {
    const lines = (rest + chunk.toString("latin1")).split("\n");
    rest = lines.pop()!;
    const left = lines.filter(isWanted);
    if (left.length) yield `${left.join("\n")}\n`;
  }
}

/** Cuts the output of `cat-file --batch` into commits: a line `ID commit SIZE`, that many bytes, a newline. */
async function* parseBatches(chunks: AsyncIterable<Buffer>): AsyncGenerator<Commit[]> {
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let needed = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    waitingBytes += chunk.length;
    // A long message arrives in many chunks: joined once, when it is complete.
    if (waitingBytes < needed) continue;
    const bytes = waiting.length === 1 ? chunk : Buffer.concat(waiting, waitingBytes);
    const batch: Commit[] = [];
    let start = 0;
    for (;;) {
      const line = bytes.indexOf(10, start);
      if (line < 0) {
        needed = 0;
        break;
      }
      const header = bytes.toString("latin1", start, line);
      const size = sizeOf(header);
      const end = line + 1 + size;
      if (end >= bytes.length) {
        needed = end + 1 - start;
        break;
      }
      batch.push(parseCommit(header.slice(0, header.indexOf(" ")), bytes.subarray(line + 1, end)));
      start = end + 1;
    }
    waiting = start < bytes.length ? [bytes.subarray(start)] : [];
    waitingBytes = bytes.length - start;
    if (batch.length) yield batch;
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
