import { cpus } from "node:os";

/** Which processor runs the model: `off` is the CPU alone, `auto` the best that node-llama-cpp finds. */
export const gpus = ["off", "auto", "cuda", "vulkan", "metal"] as const;
export type Gpu = (typeof gpus)[number];

/** What a llama engine is made of. */
export interface LlamaOptions {
  /** The model, a .gguf file. */
  file: string;
  /** One of our prompts or a path; null: the one that fits the series' messages. */
  prompt: string | null;
  gpu: Gpu;
  /** CPU threads in all: one core less than there are leaves a server its own. */
  threads: number;
  /** Tokens that a model sees at once; never more than it was trained for. */
  contextSize?: number;
  /** Where saved states are kept; they can be made again from the model. */
  cacheFolder: string;
  /** The file that remembers models and their hashes. */
  pins: string;
  limits?: Partial<Limits>;
}

/** Everything that takes time or room has an end. Tests and benches shorten some. */
export interface Limits {
  /** A child that says nothing for so long hangs: it speaks every second. */
  silenceMs: number;
  /** One step, a chunk of the prompt or a token, may take so long on a slow machine under load. */
  stepMs: number;
  /** One patch, from the first token read to the last one written. */
  patchMs: number;
  /** The child goes, and its memory with it, when it had nothing to do for so long. */
  idleMs: number;
  /** The pause before a child that died is started again; doubled with each death in a row. */
  backOffMs: number;
  /** So many deaths in a row without one answer end a run. */
  mostDeaths: number;
  /** Tokens of one explanation; 0: nothing is ever explained. */
  mostWrittenTokens: number;
  /** A clear no is explained too, though nobody asked: benches compare with what explains each patch. */
  isEachExplained: boolean;
  /** Leaves the processor to everything else, and is the first to go when memory runs out. */
  isPolite: boolean;
}

export const defaultLimits: Limits = {
  silenceMs: 30_000,
  stepMs: 180_000,
  patchMs: 15 * 60_000,
  idleMs: 120_000,
  backOffMs: 500,
  mostDeaths: 5,
  mostWrittenTokens: 400,
  isEachExplained: false,
  isPolite: true,
};

/** Enough for a prompt, two pages of message and an explanation; more only costs memory. */
export const defaultContextSize = 4096;

/** How the work is laid out: contexts work side by side, sequences share the batches of one context. */
export interface Layout {
  contexts: number;
  sequences: number;
  /** Of each context. */
  threads: number;
}

/** The names under which `model check` keeps the fastest layout. */
export const layoutNames = ["contexts", "batches", "sequences"] as const;
export type LayoutName = (typeof layoutNames)[number];

/** A layout that was measured, and how many sequences a batch had when it was seen to calculate the same as one alone. */
export interface KeptLayout {
  name: LayoutName;
  sequences: number;
}

/**
 * The key of a measured layout: the processor, and what calculates, because another one may calculate otherwise. Not the threads: a
 * server, which leaves one core to its board, profits from what was measured on all.
 */
export function layoutKey(gpu: string | null, release: string): string {
  return `${gpu ?? (cpus()[0]?.model.trim() || "cpu")}:${release}`;
}

/** More gain little: eight sequences in a batch take four times as long as one. */
const batchSequences = 8;
/** Of one context: a batch of so many is wanted, as long as the messages of all of them fit into the memory. */
const mostSequences = 16;
/** Each context has a memory of its own, half a gigabyte for a model of four billion parameters. */
const mostContexts = 8;
/** One calculates while what the other has calculated is looked at; more only wait for each other. */
const gpuContexts = 2;

/**
 * The layout for a machine. On CPUs one context of one thread per core writes faster than one context with all threads, one sequence
 * each; sequences that write together more than double what is written, but not every processor calculates the same in a batch as
 * alone, least of all every GPU, so that they are used only where `model check` has seen that. Of these, one context of 16 sequences
 * wrote 103 tokens a second, two of eight 90 (336 M parameters, two cores).
 */
export function layoutOf(name: LayoutName | null, gpu: boolean, threads: number): Layout {
  if (name === "sequences") return { contexts: 1, sequences: mostSequences, threads };
  const contexts = Math.min(threads, gpu ? gpuContexts : mostContexts);
  const sequences = name === "batches" ? batchSequences : 1;
  return { contexts, sequences, threads: Math.floor(threads / contexts) };
}

/** Of the memory of the machine, for what several sequences of a context have read. */
const sequencesShare = 0.25;

/**
 * How many sequences each context may have, when each takes so many bytes of a machine with so much memory: by what there is, not by
 * what is free, so that it is the same in each run.
 */
export function fittingSequences({ contexts, sequences }: Layout, memory: number, bytesEach: number): number {
  return Math.max(1, Math.min(sequences, Math.floor((memory * sequencesShare) / (contexts * bytesEach))));
}
