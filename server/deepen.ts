import { setImmediate as immediately } from "node:timers/promises";
import { subjectParts, UserMistake } from "./domain.ts";
import { changedPaths } from "./git/paths.ts";
import { openRepository, type Repository } from "./git/repository.ts";
import { escapeLine, shownText } from "./git/text.ts";
import type { UnreadCommit, UnreadPaths } from "./store/search.ts";
import type { Store } from "./store/store.ts";
import { readSeriesTags } from "./sync/tags.ts";
import { wake } from "./sync/wake.ts";

/** Some 30 ms in which nothing else can run. */
const textsPerBatch = 250;
/** One git process each. */
const pathsPerBatch = 1_000;
const maxPathCharacters = 60_000;

export interface DeepenOptions {
  store: Pick<Store, "board" | "search" | "series" | "waits">;
  signal?: AbortSignal;
  progress?: (label: string, done: number, total: number) => void;
  /** Sentences for people about what could not be read. */
  say?: (sentence: string) => void;
}

/**
 * What a sync leaves for later, so that rows are there early: the tags that waits may wait for, and the words of messages and
 * the changed paths for the search index. Goes on where it stopped; safe to stop at any moment, and to run twice at once.
 */
export async function deepen(options: DeepenOptions): Promise<void> {
  await readTags(options);
  await indexTexts(options);
  await indexPaths(options);
}

async function readTags({ store, signal, say = () => {} }: DeepenOptions) {
  for (const series of store.series.all()) {
    try {
      await readSeriesTags(store, series, signal);
    } catch (error) {
      if (!(error instanceof UserMistake)) throw error;
      say(`waits of ${series.name} do not hear of new tags: ${error.message}`);
    }
    wake(store, series.id, Date.now());
  }
}

async function indexTexts({ store, signal, progress = () => {} }: DeepenOptions) {
  const total = store.search.unreadCount("text");
  for (let done = 0; ;) {
    signal?.throwIfAborted();
    const { from, commits } = store.search.unreadText(textsPerBatch);
    if (!commits.length) return;
    store.search.keepText(from, commits.map(indexed));
    progress("indexing messages", (done += commits.length), total);
    await immediately(); // Between two transactions, others get their turn.
  }
}

function indexed({ id, author, message, encoding }: UnreadCommit) {
  const { subject, body } = shownText(message, encoding);
  const { tag, area } = subjectParts(subject);
  return { id, subject, body, author, tag, area };
}

/** Commits of several series may come mixed: each repository is asked for its own. One that cannot be read is asked again later. */
async function indexPaths({ store, signal, progress = () => {}, say = () => {} }: DeepenOptions) {
  const opened = new Map<number | null, Repository>();
  const total = store.search.unreadCount("paths");
  try {
    for (let done = 0; ;) {
      const { from, commits } = store.search.unreadPaths(pathsPerBatch);
      if (!commits.length) return;
      const paths = new Map<string, string>();
      for (const [series, ours] of Map.groupBy(commits, (one) => one.series)) {
        const row = series === null ? null : store.series.byId(series);
        if (!row) continue;
        const repository = opened.get(series) ?? (await openRepository(row.repository, signal));
        opened.set(series, repository);
        for (const [sha, text] of await pathsOf(repository, ours, signal)) paths.set(sha, text);
      }
      store.search.keepPaths(
        from,
        commits.map(({ id, sha }) => ({ id, path: paths.get(sha) ?? "" })),
      );
      progress("indexing paths", (done += commits.length), total);
    }
  } catch (error) {
    if (!(error instanceof UserMistake)) throw error;
    say(`changed paths are not searched yet: ${error.message}`);
  }
}

/** A path per line, safe to show. */
async function pathsOf(repository: Repository, commits: readonly UnreadPaths[], signal?: AbortSignal) {
  const ids = commits.map((one) => one.sha);
  const found = await changedPaths(repository, ids, signal, { withMerges: true });
  return [...found].map(([sha, bytes]): [string, string] => {
    const text = Buffer.from(bytes.slice(0, maxPathCharacters), "latin1").toString("utf8");
    return [sha, text.split("\0").map(escapeLine).join("\n")];
  });
}
