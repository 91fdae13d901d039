import type { Repository as BoardRepository } from "./api/context.ts";
import { readDiff, readFiles } from "./git/diff.ts";
import { openRepository, type Repository } from "./git/repository.ts";
import { runGit } from "./git/run.ts";
import { shownMessage } from "./git/text.ts";
import { UserMistake } from "./domain.ts";

/** So many git processes at once for all boards together: an open board must not starve the machine. */
const lookersAtOnce = 3;
const diffBytes = 200_000;

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

  return {
    message: (commit) => shownMessage(commit.message, commit.encoding),
    files: (series, sha) => look(series.repository, (repository) => readFiles(repository, sha, signal)),
    diff: (series, sha) => look(series.repository, (repository) => readDiff(repository, sha, diffBytes, signal)),
  };
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
