import type { Repository as BoardRepository } from "./api/context.ts";
import { readDiff, readFiles } from "./git/diff.ts";
import { openRepository, type Repository } from "./git/repository.ts";
import { runGit } from "./git/run.ts";
import { readTouching } from "./git/touching.ts";
import { shownMessage } from "./git/text.ts";
import { UserMistake } from "./domain.ts";
import type { SeriesRow } from "./store/series.ts";

/** So many git processes at once for all boards together: an open board must not starve the machine. */
const lookersAtOnce = 3;
const diffBytes = 200_000;
const touchingCommits = 30;
/** A walk through all of a long series is given up then: what a person waits for has to come. */
const touchingMs = 10_000;
const keptWalks = 200;

/** What boards may look into; null where the repository cannot be read now. */
export function boardRepository(signal: AbortSignal): BoardRepository {
  const waiting: (() => void)[] = [];
  let looking = 0;

  async function look<T>(path: string, read: (repository: Repository) => Promise<T>): Promise<T | null> {
    if (looking === lookersAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    looking++;
    try {
      return await read(await openRepository(path, signal));
    } catch (error) {
      if (error instanceof UserMistake || signal.aborted) return null;
      throw error;
    } finally {
      looking--;
      waiting.shift()?.();
    }
  }

  // A walk is the same until the upstream moves on. The oldest goes first, which a Map makes easy.
  const walks = new Map<string, Promise<{ shas: string[]; isCut: boolean } | null>>();

  function touching(series: SeriesRow, sha: string) {
    const key = `${series.id} ${series.head_sha} ${sha}`;
    const known = walks.get(key);
    if (known) return known;
    const walk = look(series.repository, (repository) => walkFiles(repository, series, sha, signal));
    walks.set(key, walk);
    if (walks.size > keptWalks) walks.delete(walks.keys().next().value!);
    // What failed may not fail again: the repository may be back.
    const forget = () => walks.delete(key);
    walk.then((found) => found ?? forget(), forget);
    return walk;
  }

  return {
    message: (commit) => shownMessage(commit.message, commit.encoding),
    files: (series, sha) => look(series.repository, (repository) => readFiles(repository, sha, signal)),
    diff: (series, sha) => look(series.repository, (repository) => readDiff(repository, sha, diffBytes, signal)),
    touching,
  };
}

async function walkFiles(repository: Repository, series: SeriesRow, sha: string, signal: AbortSignal) {
  if (series.head_sha === null) return null;
  const inTime = AbortSignal.timeout(touchingMs);
  const files = await readFiles(repository, sha, signal);
  const range = { from: series.base_sha, to: series.head_sha };
  const paths = files.map((file) => file.path);
  try {
    // One more than is shown, because the commit itself is among them.
    const both = AbortSignal.any([signal, inTime]);
    const { shas, isCut } = await readTouching(repository, range, paths, touchingCommits + 1, both);
    const others = shas.filter((one) => one !== sha);
    return { shas: others.slice(0, touchingCommits), isCut: isCut || others.length > touchingCommits };
  } catch (error) {
    if (inTime.aborted) return null;
    throw error;
  }
}

/** The name that git would put on a commit made in the repository; null when it has none. */
export async function gitUserName(path: string, signal: AbortSignal): Promise<string | null> {
  try {
    const { gitDir } = await openRepository(path, signal);
    const { out } = await runGit(gitDir, ["config", "--get", "user.name"], { signal, answers: [0, 1] });
    return out.toString("utf8").trim().slice(0, 80) || null;
  } catch (error) {
    if (error instanceof UserMistake) return null;
    throw error;
  }
}
