/**
 * node-llama-cpp without anything of ours around it. `limit`: what the engine itself reaches, several contexts of one thread side by
 * side: reads so many tokens behind a prompt and writes so many. `loop`: these texts, one after the other. `once`: one patch as a process of its own does it, with the constant
 * part from a state file; stands for the opponent where llama.cpp is not built.
 */
import { existsSync, readFileSync } from "node:fs";
import { getLlama, type LlamaContextSequence, type LlamaModel } from "node-llama-cpp";

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
const sequences = await Promise.all(Array.from({ length: order.contexts }, () => sequenceOf(model)));
const prefix = model.tokenize(order.prefix, false);
for (const sequence of sequences) {
  if (existsSync(order.state)) await sequence.loadStateFromFile(order.state, { acceptRisk: true });
  else {
    await sequence.evaluateWithoutGeneratingNewTokens(prefix);
    await sequence.saveStateToFile(order.state);
  }
}
if (order.mode === "once") await write(sequences[0]!, model.tokenize(order.text, false));
else console.log(JSON.stringify(order.mode === "limit" ? await limit() : await loop(order.texts ?? [])));
await llama.dispose();

async function sequenceOf(of: LlamaModel): Promise<LlamaContextSequence> {
  const context = await of.createContext({ contextSize: 4096, threads: 1, batchSize: 512, swaFullCache: true });
  return context.getSequence();
}

async function limit(): Promise<BareLimit> {
  const tokens = model.tokenize(order.text, false).slice(0, order.readTokens);
  const read = await timed(() => Promise.all(sequences.map((one) => one.evaluateWithoutGeneratingNewTokens(tokens))));
  const written = await timed(() => Promise.all(sequences.map((one) => write(one, tokens.slice(0, 1)))));
  const reads = tokens.length * sequences.length;
  const writes = order.writtenTokens * sequences.length;
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
  const worker = async (sequence: LlamaContextSequence) => {
    for (let tokens = left.shift(); tokens; tokens = left.shift()) {
      await sequence.eraseContextTokenRanges([{ start: prefix.length, end: sequence.nextTokenIndex }]);
      if (order.writtenTokens) await write(sequence, tokens);
      else await sequence.evaluateWithoutGeneratingNewTokens(tokens);
    }
    ends.push(performance.now());
  };
  const { seconds, cpu } = await timed(() => Promise.all(sequences.map(worker)));
  const last = Math.max(...ends);
  return { seconds, cpu, idle: ends.reduce((sum, end) => sum + last - end, 0) / ends.length / 1000 };
}

async function write(sequence: LlamaContextSequence, tokens: ReturnType<LlamaModel["tokenize"]>): Promise<void> {
  let count = 0;
  for await (const _ of sequence.evaluate(tokens, { temperature: 0, yieldEogToken: true }))
    if (++count >= order.writtenTokens) break;
}

async function timed(work: () => Promise<unknown>): Promise<{ seconds: number; cpu: number }> {
  const [from, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - from) / 1000, cpu: (user + system) / 1e6 };
}
