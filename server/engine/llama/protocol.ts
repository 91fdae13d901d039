import type { Scores } from "../../domain.ts";
import type { FilledPrompt } from "../prompt.ts";
import type { Gpu, KeptLayout, Layout, LayoutName } from "./options.ts";

/** What the child needs to load a model. */
export interface LoadOrder {
  file: string;
  /** SHA-256 of the file: part of the key of saved states. */
  hash: string;
  engineVersion: string;
  gpu: Gpu;
  threads: number;
  /** Measured ones, by `layoutKey`: which processor there is shows only when the model is loaded. */
  layouts: Readonly<Record<string, KeptLayout>>;
  contextSize: number;
  stateFolder: string;
  mostWrittenTokens: number;
  isEachExplained: boolean;
  isPolite: boolean;
}

/** What a loaded model tells of itself. */
export interface ModelFacts {
  architecture: string;
  name: string | null;
  /** Null where the file does not say enough. */
  parameters: number | null;
  /** Bytes of the weights in memory. */
  bytes: number;
  /** Tokens that it was trained to see at once. */
  trainedContext: number;
  contextSize: number;
  hasChatTemplate: boolean;
  /** "cuda", "metal", "vulkan", or null on the CPU alone. */
  gpu: string | null;
  /** Under which a measured layout is kept for this model, processor and release. */
  layoutKey: string;
  layout: Layout;
  slots: number;
  loadMs: number;
}

/** What a prompt becomes in the vocabulary of a model. */
export interface PromptFacts {
  /** Tokens before the message: evaluated once ever. */
  prefixTokens: number;
  /** Tokens after the message, evaluated for each patch. */
  tailTokens: number;
  /** Tokens that there is room for in a message. */
  room: number;
  /** Each verdict is told by its first token; else whole words are scored. */
  areVerdictsSingle: boolean;
}

/** One patch, as the child gets it. */
export interface Ask {
  id: number;
  prompt: string;
  /** What stands in the {{commit}} slot. */
  input: string;
  isExplanationAsked: boolean;
}

/** One patch, as the child answers it. */
export interface Reply {
  id: number;
  scores: Scores;
  /** What the model saw of a message that was too long; null when it saw all. */
  cutTo: string | null;
  /** Null when it was only scored. */
  output: string | null;
  /** Why the output is not whole; null when it is. */
  broken: string | null;
  readTokens: number;
  writtenTokens: number;
}

/** What the constant part cost: read from its saved state, or evaluated. */
export interface Primed {
  prompt: string;
  isFromFile: boolean;
  ms: number;
}

/** The rates of one layout on this machine, in tokens a second over all slots. */
export interface Rates {
  layout: LayoutName;
  /** Of each context: the largest batch that was tried. */
  sequences: number;
  /** What is written beside others is what is written alone, to the last digit: only then the same input has the same answer. */
  isSteady: boolean;
  promptRate: number;
  writeRate: number;
}

export type ToChild =
  | { type: "load"; order: LoadOrder }
  | { type: "prompt"; id: string; prompt: FilledPrompt }
  | { type: "ask"; ask: Ask }
  | { type: "cancel"; ids: number[] }
  | { type: "measure" };

export type FromChild =
  /** `steps` grows with every chunk and token: a busy child whose steps stand still hangs. */
  | { type: "beat"; steps: number }
  | { type: "loading"; share: number }
  | { type: "loaded"; facts: ModelFacts }
  /** The model cannot be had or cannot be used, in one sentence. */
  | { type: "refused"; sentence: string }
  | { type: "prompted"; id: string; facts: PromptFacts }
  | { type: "primed"; primed: Primed }
  | { type: "began"; id: number }
  | { type: "wrote"; id: number; text: string }
  | { type: "replied"; reply: Reply }
  | { type: "failed"; id: number; cause: string }
  | { type: "cancelled"; ids: number[] }
  | { type: "measured"; rates: Rates[] };
