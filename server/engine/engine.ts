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
}

/** Patches in, answers out as they are made; stops soon after `signal` aborts. */
export interface Engine {
  readonly name: EngineName;
  /** Changes whenever its answers could. */
  readonly version: string;
  /** SHA-256 of the model file, null where there is none. */
  readonly model: string | null;
  /** Name and hash of the prompt, null where there is none. */
  readonly prompt: string | null;
  answers(questions: Iterable<Question>, signal: AbortSignal): AsyncIterable<[Question, Answer]>;
}
