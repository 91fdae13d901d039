import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as immediately, setTimeout as sleep } from "node:timers/promises";
import { UserMistake } from "../domain.ts";
import type { Commit } from "./object.ts";
import type { Repository } from "./repository.ts";
import { type Running, startGit } from "./run.ts";

/**
 * A git and the open file that it prints to; without a name, so that nothing stays behind whatever happens. A file, because
 * git writes 4 KB at a time, and 4,000 small reads from a pipe cost as much as all the parsing; and because git need not
 * wait for a reader that is busy.
 */
export interface Spool {
  git: Running;
  file: number;
}

/** Cuts bytes into commits. When all whole ones were taken, `at` is where the last of them ends. */
export interface Piece extends Iterable<Commit> {
  at: number;
  /** Whether there is one whole commit. */
  hasSome(): boolean;
  /** The bytes that the first commit needs at least when it is not whole. */
  needed: number;
}

/** Read at once, and taken in by one transaction: 2,600 commits, about 40 ms in which nothing else can run. */
const pieceBytes = 2 << 20;
/** Less is not worth a transaction while git still prints: each writes most pages of the index of ids again. */
const enoughBytes = 1 << 20;
const pollMs = 4;
/** A commit longer than this stops the sync: its message is no message. */
export const maxObjectBytes = 128 << 20;

/** Starts git with its output in a spool. */
export function openSpool(repository: Repository, args: readonly string[], signal?: AbortSignal): Spool {
  const folder = mkdtempSync(join(tmpdir(), "patchboard-"));
  const file = openSync(join(folder, "commits"), "wx+", 0o600);
  rmSync(folder, { recursive: true });
  try {
    return { file, git: startGit(repository.gitDir, args, { signal, output: file }) };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** Stops what still prints. */
export function closeSpool({ git, file }: Spool) {
  git.stop();
  closeSync(file);
}

/**
 * The commits of a spool while it is printed, piece by piece; what a piece cuts in two is read again with the next. `fed`
 * settles when git has got its input: what that says is the cause when git was stopped for it.
 */
export async function* commitsIn(
  { git, file }: Spool,
  fed: Promise<unknown>,
  cut: (bytes: Buffer) => Piece,
): AsyncGenerator<Iterable<Commit>> {
  let isOver = false;
  const over = Promise.all([fed, git.ended.catch((error: unknown) => fed.then(() => Promise.reject(error)))]).then(
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
    const piece = cut(bytes);
    if (piece.hasSome()) yield piece;
    else if (isWhole && bytes.length < buffer.length) throw new UserMistake("git ended in the midst of a commit.");
    else if (piece.needed > buffer.length) buffer = Buffer.allocUnsafe(piece.needed);
    at += piece.at;
  }
}
