import { UserMistake } from "../../domain.ts";
import { filledPrompt, readPrompt } from "../prompt.ts";
import { lookAtModel } from "./file.ts";
import { Dead, modelKeeper, reply } from "./keeper.ts";
import { type LayoutName, type LlamaOptions } from "./options.ts";
import { keepPin, pinOf } from "./pins.ts";
import type { ModelFacts, PromptFacts, Rates } from "./protocol.ts";

/** What a patch takes on average, from 16 messages of HAProxy's: tokens read when it is scored, and in all when it is explained. */
const scoredTokens = 234;
const explainedTokens = 264;
const writtenTokens = 64;
/** Of the patches that a model is asked, the share that is worth an explanation: anything but a clear no. */
const explainedShare = 0.5;

/** What a model is and does on this machine. */
export interface ModelReport {
  file: string;
  sha256: string;
  facts: ModelFacts;
  prompt: PromptFacts;
  rates: Rates[];
  /** The fastest of the layouts that answer the same each time: kept beside the pin, and used from now on. */
  layout: LayoutName;
  /** Patches a minute, only scored and all explained. */
  scoredPerMinute: number;
  explainedPerMinute: number;
  /** Seconds that it takes to load the model, and to read the constant part of a prompt once. */
  loadSeconds: number;
  promptSeconds: number;
}

export interface CheckOptions {
  /** A changed file is what the user wants: pin it anew. */
  isAccepted: boolean;
  /** "computing the SHA-256", "loading": what goes on. */
  say(what: string): void;
  signal: AbortSignal;
}

/** Loads a model in a child of its own and measures it. Throws UserMistake when it cannot be used. */
export async function checkModel(
  options: LlamaOptions,
  { isAccepted, say, signal }: CheckOptions,
): Promise<ModelReport> {
  await lookAtModel(options.file, options.gpu === "off");
  say(`computing the SHA-256 of ${options.file}`);
  const pin = await pinOf(options.pins, options.file, { isAccepted });
  if (isAccepted) await keepPin(options.pins, pin);
  const keeper = modelKeeper({ ...options, limits: { ...options.limits, isPolite: false } });
  const stop = () => void keeper.close();
  signal.addEventListener("abort", stop, { once: true });
  const release = keeper.hold();
  try {
    say("loading it");
    const { process, facts, prompt } = await keeper.running();
    const asked = await prompt("check", filledPrompt(readPrompt("general"), sampleSeries));
    say("measuring how fast it reads and writes");
    process.setBusy(1);
    const measured = reply(process, (message) => (message.type === "measured" ? message.rates : null));
    process.send({ type: "measure" });
    const rates = await measured;
    const steady = rates.filter((one) => one.isSteady);
    const best = (steady.length ? steady : rates).toSorted((a, b) => secondsExplained(a) - secondsExplained(b))[0]!;
    pin.layouts[facts.layoutKey] = { name: best.layout, sequences: best.sequences };
    await keepPin(options.pins, pin);
    return {
      file: options.file,
      sha256: pin.sha256,
      facts,
      prompt: asked,
      rates,
      layout: best.layout,
      scoredPerMinute: (60 * best.promptRate) / scoredTokens,
      explainedPerMinute: 60 / secondsExplained(best),
      loadSeconds: facts.loadMs / 1000,
      promptSeconds: (asked.prefixTokens * facts.layout.contexts) / best.promptRate,
    };
  } catch (error) {
    if (signal.aborted) throw new UserMistake(`${options.file}: the check was stopped.`);
    if (error instanceof Dead) throw new UserMistake(`${options.file}: ${error.message}.`);
    throw error;
  } finally {
    signal.removeEventListener("abort", stop);
    release();
    await keeper.close();
  }
}

/** Minutes for so many patches, the usual share of them explained. */
export function minutesFor(patches: number, { scoredPerMinute, explainedPerMinute }: ModelReport): number {
  return patches * ((1 - explainedShare) / scoredPerMinute + explainedShare / explainedPerMinute);
}

function secondsExplained({ promptRate, writeRate }: Rates): number {
  return explainedTokens / promptRate + writtenTokens / writeRate;
}

const sampleSeries = {
  project: "project",
  upstream: "main",
  version: "3.3",
  stable: [
    { branch: "3.2-stable", version: "3.2" },
    { branch: "3.1-stable", version: "3.1" },
  ],
  sample: [],
};
