/**
 * node-llama-cpp with nothing of ours around it but what makes its batches. `limit`: what the engine itself reaches, several contexts
 * of one thread side by side, each with so many sequences: reads so many tokens behind a prompt and writes so many. `loop`: these
 * texts, one after the other. `once`: one patch as a process of its own does it, with the constant part from a state file; stands for
 * the opponent where llama.cpp is not built.
 */
import { existsSync, readFileSync } from "node:fs";
import { getLlama, type LlamaContextSequence, type LlamaModel, type Token } from "node-llama-cpp";
import { type Batches, makeBatches, placed } from "../server/engine/llama/batches.ts";

/** What the bench tells this process. */
export interface BareOrder {
  mode: "limit" | "loop" | "once";
  model: string;
  /** The constant part, evaluated or read from `state` first. */
  prefix: string;
  state: string;
  /** Once: the message and what follows. Limit: any text, long enough. */
  text: string;
  /** Loop: messages with what follows. */
  texts?: readonly string[];
  contexts: number;
  /** Of each context. */
  sequences: number;
  threads: number;
  readTokens: number;
  writtenTokens: number;
}

/** Tokens a second over all contexts together, by the clock and by seconds of processor time. */
export interface BareLimit {
  readRate: number;
  writeRate: number;
  readCpu: number;
  writeCpu: number;
}

/** What a loop over some messages takes, loading not counted; `idle`: seconds in which a slot had nothing left, shared by all. */
export interface BareLoop {
  seconds: number;
  cpu: number;
  idle: number;
}

const order = JSON.parse(readFileSync(0, "utf8")) as BareOrder;
const llama = await getLlama({ gpu: false, build: "never", skipDownload: true, progressLogs: false, maxThreads: 0 });
const model = await llama.loadModel({ modelPath: order.model });
const slots = (await Promise.all(Array.from({ length: order.contexts }, () => slotsOf(model)))).flat();
const prefix = model.tokenize(order.prefix, false);
for (const { sequence } of slots) {
  if (existsSync(order.state)) await sequence.loadStateFromFile(order.state, { acceptRisk: true });
  else {
    await sequence.evaluateWithoutGeneratingNewTokens(prefix);
    await sequence.saveStateToFile(order.state);
  }
}
if (order.mode === "once") await write(slots[0]!, model.tokenize(order.text, false));
else console.log(JSON.stringify(order.mode === "limit" ? await limit() : await loop(order.texts ?? [])));
await llama.dispose();

interface Slot {
  sequence: LlamaContextSequence;
  batches: Batches;
  place: number;
}

async function slotsOf(of: LlamaModel): Promise<Slot[]> {
  const batches = makeBatches();
  const context = await of.createContext({
    contextSize: 4096,
    sequences: order.sequences,
    threads: order.threads,
    batchSize: 512,
    swaFullCache: true,
    batching: { itemPrioritizationStrategy: batches.prioritize },
  });
  return Array.from({ length: order.sequences }, (_, place) => ({ sequence: context.getSequence(), batches, place }));
}

async function limit(): Promise<BareLimit> {
  const tokens = model.tokenize(order.text, false).slice(0, order.readTokens);
  const read = await timed(() =>
    Promise.all(slots.map(({ sequence }) => sequence.evaluateWithoutGeneratingNewTokens(tokens))),
  );
  const written = await timed(() => Promise.all(slots.map((slot) => write(slot, tokens.slice(0, 1)))));
  const reads = tokens.length * slots.length;
  const writes = order.writtenTokens * slots.length;
  return {
    readRate: reads / read.seconds,
    writeRate: writes / written.seconds,
    readCpu: reads / read.cpu,
    writeCpu: writes / written.cpu,
  };
}

async function loop(texts: readonly string[]): Promise<BareLoop> {
  const left = texts.map((text) => model.tokenize(text, false));
  const ends: number[] = [];
  const worker = async (slot: Slot) => {
    const { sequence, batches } = slot;
    for (let tokens = left.shift(); tokens; tokens = left.shift()) {
      const end = sequence.nextTokenIndex;
      await batches.alone(() => sequence.eraseContextTokenRanges([{ start: prefix.length, end }]));
      if (order.writtenTokens) await write(slot, tokens);
      else await sequence.evaluateWithoutGeneratingNewTokens(tokens);
    }
    ends.push(performance.now());
  };
  const { seconds, cpu } = await timed(() => Promise.all(slots.map(worker)));
  const last = Math.max(...ends);
  return { seconds, cpu, idle: ends.reduce((sum, end) => sum + last - end, 0) / ends.length / 1000 };
}

async function write({ sequence, batches, place }: Slot, tokens: Token[]): Promise<void> {
  const options = { temperature: 0, yieldEogToken: true, evaluationPriority: placed(place) };
  let count = 0;
  for await (const _ of batches.inTurn(sequence.evaluate(tokens, options))) if (++count >= order.writtenTokens) break;
}

async function timed(work: () => Promise<unknown>): Promise<{ seconds: number; cpu: number }> {
  const [from, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - from) / 1000, cpu: (user + system) / 1e6 };
}
