import { totalmem } from "node:os";
import { setImmediate as nextTurn } from "node:timers/promises";
import {
  getLlama,
  InsufficientMemoryError,
  LlamaLogLevel,
  NoBinaryFoundError,
  readGgufFileInfo,
  type GgufFileInfo,
  type Llama,
  type LlamaContext,
  type LlamaGrammar,
  type LlamaModel,
} from "node-llama-cpp";
import { UserMistake } from "../../domain.ts";
import { type Batches, makeBatches } from "./batches.ts";
import { lastLines, type LastLines } from "./causes.ts";
import { formGrammar } from "./form.ts";
import { hasChatTemplate } from "./frame.ts";
import { type Gpu, type Layout, layoutKey, type LayoutName, fittingSequences, layoutOf } from "./options.ts";
import type { LoadOrder, ModelFacts } from "./protocol.ts";
import { contextShift, type Slot, slotOn } from "./slot.ts";

const batchTokens = 512;
/** Architectures that read and do not write. */
const silent = /bert|t5encoder|^clip$|gritlm|embedding|wavtokenizer/;

/** A model in memory with its slots. */
export interface Weights {
  llama: Llama;
  model: LlamaModel;
  grammar: LlamaGrammar;
  facts: ModelFacts;
  slots: Slot[];
  /** Makes slots of another layout; the present ones are gone then. */
  layOut(name: LayoutName): Promise<{ layout: Layout; slots: Slot[] }>;
}

/** Loads a model. Throws UserMistake, one sentence, when it cannot be had or cannot write. */
export async function loadWeights(order: LoadOrder, progress: (share: number) => void): Promise<Weights> {
  const started = performance.now();
  const lines = lastLines();
  const llama = await openLlama(order, lines);
  const info = await headerOf(order.file);
  const model = await loadModel(llama, order, lines, progress);
  const gpu = llama.gpu === false ? null : llama.gpu;
  const release = `${llama.llamaCppRelease.repo} ${llama.llamaCppRelease.release}`;
  const key = layoutKey(gpu, release);
  const contextSize = Math.min(order.contextSize, model.trainContextSize);
  const parameters = parametersOf(info);
  const grammar = await llama.createGrammar({ grammar: formGrammar() });
  const { mostWrittenTokens, isEachExplained } = order;
  const tools = { model, grammar, parameters: parameters ?? model.size, mostWrittenTokens, isEachExplained };
  let contexts: LlamaContext[] = [];

  async function layOut(
    name: LayoutName | null,
    most = Number.POSITIVE_INFINITY,
  ): Promise<{ layout: Layout; slots: Slot[] }> {
    await Promise.all(contexts.map((context) => context.dispose()));
    contexts = [];
    const wished = layoutOf(name, gpu !== null, order.threads);
    const { contexts: count, threads } = wished;
    const fit = gpu === null ? fitting(model, contextSize, wished) : wished.sequences;
    // Other threads than were measured may leave room for more: batches larger than what was tried are none that may be trusted.
    let sequences = Math.min(fit, most);
    const shared: Batches[] = [];
    const wanted = {
      contextSize,
      threads,
      batchSize: batchTokens,
      swaFullCache: true,
      flashAttention: "auto",
    } as const;
    while (contexts.length < count) {
      try {
        const batches = makeBatches();
        const batching = { itemPrioritizationStrategy: batches.prioritize };
        contexts.push(await model.createContext({ ...wanted, sequences, batching }));
        shared.push(batches);
      } catch (error) {
        // Fewer that fit into the memory do the same work more slowly.
        if (contexts.length) break;
        if (sequences === 1) refuse(order.file, error, lines, "no context can be made for it");
        sequences = Math.ceil(sequences / 2);
      }
    }
    // One slot of each context first: work spreads over contexts before it shares one.
    const slots = Array.from({ length: sequences }, (_, place) =>
      contexts.map((context, i) => slotOn(context.getSequence({ contextShift }), tools, shared[i]!, place)),
    ).flat();
    return { layout: { contexts: contexts.length, sequences, threads }, slots };
  }

  const kept = order.layouts[key];
  const { layout, slots } = await layOut(kept?.name ?? null, kept?.sequences);
  const general = info.metadata.general;
  const facts: ModelFacts = {
    architecture: general.architecture,
    name: general.name ?? null,
    parameters,
    bytes: model.size,
    trainedContext: model.trainContextSize,
    contextSize,
    hasChatTemplate: hasChatTemplate(model),
    gpu,
    layoutKey: key,
    layout,
    slots: slots.length,
    loadMs: performance.now() - started,
  };
  return { llama, model, grammar, facts, slots, layOut };
}

/** How many sequences of each context the machine has the memory for. */
function fitting(model: LlamaModel, contextSize: number, layout: Layout): number {
  if (layout.sequences === 1) return 1;
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  const { cpuRam } = model.fileInsights.estimateContextResourceRequirements({
    contextSize,
    modelGpuLayers: 0,
    sequences: 1,
    batchSize: batchTokens,
    swaFullCache: true,
  });
  return fittingSequences(layout, memory, cpuRam);
}

/** The binding that is installed, never one that is built or downloaded now. */
async function openLlama({ gpu, file }: LoadOrder, lines: LastLines): Promise<Llama> {
  const wanted = gpu === "off" ? false : gpu;
  try {
    const llama = await getLlama({
      gpu: wanted,
      build: "never",
      skipDownload: true,
      progressLogs: false,
      // Contexts get exactly the threads of the layout: the default shares out four, however many cores there are.
      maxThreads: 0,
      logLevel: LlamaLogLevel.warn,
      logger: (_, text) => lines.add(text),
    });
    if (wanted === false || wanted === "auto" || llama.gpu === wanted) return llama;
    throw new UserMistake(missingGpu(gpu));
  } catch (error) {
    if (!(error instanceof NoBinaryFoundError)) throw error;
    if (wanted === false || wanted === "auto")
      throw new UserMistake(
        `${file}: node-llama-cpp has no binary for ${process.platform}-${process.arch}: models run on another machine, or by --engine http.`,
      );
    throw new UserMistake(missingGpu(gpu));
  }
}

function missingGpu(gpu: Gpu): string {
  return `--gpu ${gpu}: node-llama-cpp has no working ${gpu} binary here: use --gpu auto or off, or install the package that it needs.`;
}

async function headerOf(file: string): Promise<GgufFileInfo> {
  // Garbage can name sizes that reading would take for ever to reach: the parent ends a child that stops speaking.
  await nextTurn();
  try {
    const info = await readGgufFileInfo(file, { logWarnings: false });
    const architecture: unknown = info.metadata?.general?.architecture;
    if (typeof architecture !== "string") throw new Error("no architecture");
    const { type = "model" } = info.metadata.general as { type?: string };
    const { pooling_type: pooling = 0 } = (info.architectureMetadata ?? {}) as { pooling_type?: number };
    if (silent.test(architecture) || pooling > 0)
      throw new UserMistake(
        `${file}: this model (${architecture}) makes embeddings and cannot write: choose one that answers in words.`,
      );
    if (type !== "model")
      throw new UserMistake(
        `${file}: this file holds ${type === "adapter" ? "an adapter" : `a part of type ${type}`}, not a whole model.`,
      );
    return info;
  } catch (error) {
    if (error instanceof UserMistake) throw error;
    throw new UserMistake(`${file}: this is not a sound GGUF file: its header cannot be read.`);
  }
}

async function loadModel(
  llama: Llama,
  { file }: LoadOrder,
  lines: LastLines,
  progress: (share: number) => void,
): Promise<LlamaModel> {
  return llama
    .loadModel({
      modelPath: file,
      onLoadProgress: progress,
      ...(llama.gpu === false ? {} : { gpuLayers: "auto" as const }),
    })
    .catch(async (error: unknown) => {
      await lines.told();
      refuse(file, error, lines, "llama.cpp cannot load it");
    });
}

function refuse(file: string, error: unknown, lines: LastLines, otherwise: string): never {
  const memory = error instanceof InsufficientMemoryError ? "there is not enough memory for it" : null;
  throw new UserMistake(`${file}: this model cannot be used: ${memory ?? lines.cause() ?? otherwise}.`);
}

function parametersOf({ fullTensorInfo, tensorInfo }: GgufFileInfo): number | null {
  const tensors = fullTensorInfo ?? tensorInfo ?? [];
  const all = tensors.reduce(
    (sum, { dimensions }) => sum + dimensions.reduce<number>((product, one) => product * Number(one), 1),
    0,
  );
  return all || null;
}
