import type { Settlement } from "../domain.ts";
import type { CommitRow, PatchView } from "../store/board.ts";
import type { SeriesRow } from "../store/series.ts";
import type { Store } from "../store/store.ts";
import type { Presence } from "./presence.ts";

export interface FileChange {
  path: string;
  status: string;
  insertions: number | null;
  deletions: number | null;
}

/** What the server is doing in the background, and how to ask for more. */
export interface Work {
  /** What is being read for a series that is not there yet; null otherwise. */
  beginning(): string | null;
  syncState(series: number): { isRunning: boolean; progress: string | null };
  startRun(series: SeriesRow, who: string): void;
  cancelRun(series: SeriesRow, who: string): void;
  startSync(series: SeriesRow): void;
  /** The model behind the board: whether there is one, and why not. */
  modelState(): { state: "none" | "off" | "loading" | "ready"; words: string };
  /** Rows that somebody sees now: a model reads them first. */
  look(patches: readonly number[]): void;
  /** Has the model write out its reasons for a patch; false when there is no model. */
  explain(series: SeriesRow, patch: number): boolean;
  /** What settles a patch, so that the model is not asked about it by itself; null where it is asked. */
  settlement(patch: PatchView): Settlement | null;
  /** What a model is writing now. */
  writings: Writings;
}

export interface Writings {
  /** All written so far about a patch; null when nothing is being written. */
  now(patch: number): string | null;
  /** Resolves at the next word about the patch, or when aborted. */
  next(patch: number, signal: AbortSignal): Promise<void>;
}

/** The repository, as far as boards may look into it; null when it cannot be read now. */
export interface Repository {
  message(commit: CommitRow): string;
  files(series: SeriesRow, sha: string): Promise<FileChange[] | null>;
  diff(series: SeriesRow, sha: string): Promise<{ text: string; isCut: boolean } | null>;
  /** Other commits of the series, by full id, that change a file of this one, newest first; `isCut` when there are more. */
  touching(series: SeriesRow, sha: string): Promise<{ shas: string[]; isCut: boolean } | null>;
}

/** What a resolver may use; made by `serve` for each request. */
export interface Context {
  store: Store;
  work: Work;
  repository: Repository;
  presence: Presence;
  /** The viewer's name; null until it was given. */
  who: string | null;
  suggestedName: string | null;
  /** Gives the viewer a name and this browser a cookie; null over a socket, which cannot set one. */
  introduce: ((name: string) => void) | null;
}
