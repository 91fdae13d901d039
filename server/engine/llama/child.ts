/** The process that holds a model. It knows no file but the model and its states, no network, and dies with its parent. */
import { writeFileSync } from "node:fs";
import { setPriority } from "node:os";
import { getModuleVersion } from "node-llama-cpp";
import { UserMistake } from "../../domain.ts";
import { frameOf } from "./frame.ts";
import { measureLayouts } from "./measure.ts";
import type { Ask, FromChild, LoadOrder, ToChild } from "./protocol.ts";
import type { PreparedPrompt, Slot } from "./slot.ts";
import { stateFile } from "./state-file.ts";
import { loadWeights, type Weights } from "./weights.ts";

const beatMs = 1_000;
const lowestPriority = 19;
const oomScore = "800";

let steps = 0;
let weights: Weights | null = null;
let order: LoadOrder | null = null;
let idle: Slot[] = [];
const prompts = new Map<string, PreparedPrompt>();
const waiting: Ask[] = [];
const atWork = new Map<number, AbortController>();
/** The first slot that needs a prompt makes its state; the others wait for it and load it. */
const priming = new Map<string, Promise<void>>();
const primedBy = new Map<Slot, string>();
const primingAhead = new Map<Slot, Promise<void>>();
let stopAhead = new AbortController();

// A key pressed for the whole process group is the parent's to answer: it asks us to stop.
for (const signal of ["SIGINT", "SIGHUP"] as const) process.on(signal, () => {});
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
process.on("message", (message) => void handle(message as ToChild));
const beat = setInterval(() => tell({ type: "beat", steps }), beatMs);
tell({ type: "beat", steps });

function tell(message: FromChild): void {
  // A parent that is gone is told by "disconnect".
  if (process.connected) process.send!(message, undefined, undefined, () => {});
}

async function handle(message: ToChild): Promise<void> {
  try {
    if (message.type === "load") await load(message.order);
    else if (message.type === "prompt") await preparePrompt(message.id, message.prompt);
    else if (message.type === "cancel") cancel(message.ids);
    else if (message.type === "measure") tell({ type: "measured", rates: await measureLayouts(weights!, step) });
    else {
      waiting.push(message.ask);
      startNext();
      primeAhead();
    }
  } catch (error) {
    if (!(error instanceof UserMistake)) throw error;
    tell({ type: "refused", sentence: error.message });
  }
}

function step(): void {
  steps++;
}

async function load(wanted: LoadOrder): Promise<void> {
  order = wanted;
  if (wanted.isPolite) stepBack();
  weights = await loadWeights(wanted, (share) => {
    step();
    tell({ type: "loading", share });
  });
  idle = [...weights.slots];
  tell({ type: "loaded", facts: weights.facts });
}

/** Everything else on the machine goes first, and memory is taken from here when it runs out. Not everywhere allowed, never needed. */
function stepBack(): void {
  for (const attempt of [
    () => setPriority(lowestPriority),
    () => writeFileSync("/proc/self/oom_score_adj", oomScore),
  ]) {
    try {
      attempt();
    } catch {
      // Then it competes like any other process.
    }
  }
}

async function preparePrompt(id: string, prompt: { before: string; after: string; key: string }): Promise<void> {
  const { model, facts, llama } = weights!;
  const { stateFolder, hash, engineVersion, mostWrittenTokens } = order!;
  const frame = frameOf(model, prompt, facts.contextSize, mostWrittenTokens);
  const release = llama.llamaCppRelease;
  const version = await getModuleVersion();
  const state = stateFile(stateFolder, [
    engineVersion,
    hash,
    version,
    release.repo,
    release.release,
    facts.gpu,
    facts.contextSize,
    // The file says how many sequences its context had, and native code refuses another number.
    facts.layout.sequences,
    frame.prefix,
  ]);
  prompts.set(id, { id, frame, state });
  const { prefix, tail, room, areWordsSingle } = frame;
  tell({
    type: "prompted",
    id,
    facts: { prefixTokens: prefix.length, tailTokens: tail.length, room, areVerdictsSingle: areWordsSingle },
  });
}

/**
 * Of the slots of one context only one reads at a time, and one more is ready to: others would wait for them, and could not be given
 * to a patch that comes later. And a person waits for what is asked about by name: that comes first, and nothing else is begun
 * beside it.
 */
function startNext(): void {
  while (waiting.length) {
    const next = Math.max(
      0,
      waiting.findIndex((one) => one.isExplanationAsked),
    );
    const ask = waiting[next]!;
    const free = idle.filter(({ batches }) => batches.hasRoom(ask.isExplanationAsked));
    if (!free.length) return;
    waiting.splice(next, 1);
    // A slot that holds the prompt already costs nothing to change to.
    const slot = free.find((one) => primedBy.get(one) === ask.prompt) ?? free[0]!;
    idle.splice(idle.indexOf(slot), 1);
    void work(slot, ask);
  }
}

async function work(slot: Slot, ask: Ask): Promise<void> {
  const stop = new AbortController();
  atWork.set(ask.id, stop);
  const { batches, place } = slot;
  const prompt = prompts.get(ask.prompt)!;
  const turn = batches.begin(place, ask.isExplanationAsked);
  const read = () => {
    turn.read();
    startNext();
  };
  try {
    // It may be getting another prompt, ahead of a patch that went elsewhere.
    await primingAhead.get(slot);
    await prime(slot, prompt, stop.signal);
    if (!ask.isExplanationAsked) await Promise.all(primingAhead.values());
    tell({ type: "began", id: ask.id });
    const report = { step, read, wrote: (text: string) => tell({ type: "wrote", id: ask.id, text }) };
    tell({ type: "replied", reply: await slot.answer(ask, prompt, stop.signal, report) });
    await slot.makeReady(prompt).catch(() => primedBy.delete(slot));
  } catch (error) {
    // What it held is not known any more.
    if (!stop.signal.aborted) primedBy.delete(slot);
    if (!stop.signal.aborted) tell({ type: "failed", id: ask.id, cause: (error as Error).message });
  } finally {
    atWork.delete(ask.id);
    if (stop.signal.aborted) tell({ type: "cancelled", ids: [ask.id] });
    turn.done();
    idle.push(slot);
    startNext();
  }
}

/** Free slots get the prompt of the patches that will need them before the first is read: in between it would take longer. */
function primeAhead(): void {
  for (const [at, slot] of idle.slice(0, waiting.length).entries()) {
    if (primedBy.has(slot) || primingAhead.has(slot)) continue;
    // What goes wrong now is told when the slot is needed.
    const done = prime(slot, prompts.get(waiting[at]!.prompt)!, stopAhead.signal).catch(() => {});
    primingAhead.set(
      slot,
      done.finally(() => primingAhead.delete(slot)),
    );
  }
}

async function prime(slot: Slot, prompt: PreparedPrompt, signal: AbortSignal): Promise<void> {
  while (priming.has(prompt.id)) await priming.get(prompt.id);
  if (primedBy.get(slot) === prompt.id) return;
  signal.throwIfAborted();
  primedBy.delete(slot);
  const started = performance.now();
  const done = slot.prime(prompt, signal, step);
  priming.set(
    prompt.id,
    done.then(
      () => {},
      () => {},
    ),
  );
  try {
    const isFromFile = await done;
    primedBy.set(slot, prompt.id);
    tell({ type: "primed", primed: { prompt: prompt.id, isFromFile, ms: performance.now() - started } });
  } finally {
    priming.delete(prompt.id);
  }
}

function cancel(ids: readonly number[]): void {
  const left = waiting.filter((ask) => !ids.includes(ask.id));
  const dropped = waiting.filter((ask) => ids.includes(ask.id)).map((ask) => ask.id);
  waiting.splice(0, waiting.length, ...left);
  stopAhead.abort();
  stopAhead = new AbortController();
  for (const id of ids) atWork.get(id)?.abort();
  if (dropped.length) tell({ type: "cancelled", ids: dropped });
}

process.on("exit", () => clearInterval(beat));
