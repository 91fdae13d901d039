import type { Answer, EngineName } from "../domain.ts";

/** What an engine is told about one patch. */
export interface Question {
  /** The caller's own key, handed back with the answer. */
  patch: number;
  /** The shown message: subject, blank line, body. Offsets of quotes count in it. */
  message: string;
  author: string;
  /** The version in development when the commit was made, "3.3"; null where the series does not say. */
  version: string | null;
  /** Versions of the stable branches, newest first. */
  stable: readonly string[];
  /** A person asked: write an explanation out even where the verdict is clear. */
  isExplanationAsked?: boolean;
}

/** Hears what an engine is at while it works. Engines that answer at once never call it. */
export interface Watch {
  /** The engine began to read this patch. */
  began(patch: number): void;
  /** All that it has written so far about this patch. */
  wrote(patch: number, text: string): void;
}

/** Patches in, answers out as they are made; stops soon after `signal` aborts. */
export interface Engine {
  readonly name: EngineName;
  /** Changes whenever its answers could. */
  readonly version: string;
  /** SHA-256 of the model file, or the name a server gives its model; null where there is none. */
  readonly model: string | null;
  /** The prompt's key: name and hash of the file; null where there is none. */
  readonly prompt: string | null;
  /** The prompt with all slots filled but {{commit}}; null where there is none. */
  readonly promptText: string | null;
  /**
   * Takes questions one by one as it has room for them, so that the caller may still change the order, and gives answers in
   * any order. A patch that it cannot answer is an answer too (uncertain, marked failed); an engine that is down throws
   * UserMistake with one sentence. Series of one model may be asked side by side: they share it, and what one of them asks
   * is next after what is in hand and one more of each other.
   */
  answers(questions: Iterable<Question>, signal: AbortSignal, watch?: Watch): AsyncIterable<[Question, Answer]>;
}

/** What a prompt's slots are filled with. */
export interface SeriesFacts {
  /** The last part of the repository's path. */
  project: string;
  upstream: string;
  /** In development, "3.5"; null where the series does not say. */
  version: string | null;
  /** Newest first. */
  stable: readonly { branch: string; version: string | null }[];
  /** Some of the newest messages: tell which convention the project follows. */
  sample: readonly string[];
}

/** `none`: none is configured; `off`: it cannot be had, and `words` say why. */
export interface ModelState {
  state: "none" | "off" | "loading" | "ready";
  /** What a board says of it, one sentence or a name. */
  words: string;
}

/** A model before it knows the series. It lives as long as the process that serves; its memory only while it is used. */
export interface ModelSource {
  readonly name: EngineName;
  state(): ModelState;
  /** The engine for one series. Throws UserMistake when the model cannot be had; asking again tries again. */
  engine(series: SeriesFacts): Promise<Engine>;
  close(): Promise<void>;
}
