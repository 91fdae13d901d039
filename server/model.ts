import { basename } from "node:path";
import { WrongUse } from "./domain.ts";
import { checkModel, minutesFor, type ModelReport } from "./engine/llama/check.ts";
import type { Gpu } from "./engine/llama/options.ts";
import { modelFile, pullModel, shelfModels, type ShelfModel } from "./engine/llama/shelf.ts";
import type { Terminal } from "./terminal.ts";

/** What `patchboard model` is told. */
export interface ModelCommand {
  /** `pull URI`, `list` or `check FILE`. */
  words: readonly string[];
  isJson: boolean;
  /** A file that changed is what the user wants. */
  isAccepted: boolean;
  gpu: Gpu;
  threads: number;
  /** Estimate the time for so many. */
  patches: number;
  folders: { models: string; pins: string; states: string };
  terminal: Terminal;
  signal: AbortSignal;
}

/** Gets, lists or measures models. False when there was nothing to do. */
export async function model(command: ModelCommand): Promise<boolean> {
  const [action, subject, ...rest] = command.words;
  const isComplete = !rest.length && (action === "list") === (subject === undefined);
  if (action === "pull" && isComplete) return pull(command, subject!);
  if (action === "list" && isComplete) return list(command);
  if (action === "check" && isComplete) return check(command, subject!);
  throw new WrongUse("model: say patchboard model pull URI, model list or model check FILE.");
}

async function pull({ folders, terminal, signal, isJson }: ModelCommand, uri: string): Promise<boolean> {
  const megabyte = 1e6;
  const progress = (done: number, all: number) =>
    terminal.progress("megabytes", Math.floor(done / megabyte), Math.floor(all / megabyte));
  const pin = await pullModel(uri, { folder: folders.models, pins: folders.pins, progress, signal });
  if (isJson) terminal.print(JSON.stringify({ file: pin.file, bytes: pin.size, sha256: pin.sha256 }));
  else terminal.say(`${pin.file}: ${inGigabytes(pin.size)}, SHA-256 ${pin.sha256}`);
  return true;
}

async function list({ folders, terminal, isJson }: ModelCommand): Promise<boolean> {
  const models = await shelfModels(folders.models, folders.pins);
  if (isJson) terminal.print(JSON.stringify(models));
  else if (models.length) terminal.print(models.map(shelfLine).join("\n"));
  else terminal.say(`There is no model in ${folders.models}: patchboard model pull URI gets one.`);
  return models.length > 0;
}

function shelfLine({ file, bytes, sha256, pinnedAt }: ShelfModel): string {
  const size = bytes === null ? "gone" : inGigabytes(bytes);
  const hash = sha256 ? sha256.slice(0, 12) : "not checked";
  const when = pinnedAt === null ? "" : new Date(pinnedAt).toISOString().slice(0, 10);
  return [size.padStart(9), hash.padEnd(12), when.padEnd(10), file].join("  ");
}

async function check(command: ModelCommand, text: string): Promise<boolean> {
  const { folders, terminal, signal, isAccepted, gpu, threads, patches } = command;
  const file = await modelFile(text, folders.models);
  const options = { file, prompt: null, gpu, threads, cacheFolder: folders.states, pins: folders.pins };
  const say = (what: string) => {
    if (!command.isJson) terminal.say(`${basename(file)}: ${what}`);
  };
  const report = await checkModel(options, { isAccepted, say, signal });
  const minutes = minutesFor(patches, report);
  if (command.isJson) terminal.print(JSON.stringify({ ...report, patches, minutes }));
  else terminal.print(told(report, patches, minutes));
  return true;
}

function told(report: ModelReport, patches: number, minutes: number): string {
  const { facts, prompt, rates } = report;
  const rate = (value: number) => (value < 100 ? value.toPrecision(3) : value.toFixed(0));
  const parameters =
    facts.parameters === null ? "an unknown number of" : `${(facts.parameters / 1e6).toFixed(0)} million`;
  return [
    `file        ${report.file}`,
    `SHA-256     ${report.sha256}`,
    `model       ${facts.name ?? "without a name"}, ${facts.architecture}, ${parameters} parameters, ${inGigabytes(facts.bytes)}`,
    `processor   ${facts.gpu ?? "CPU"}; loaded in ${report.loadSeconds.toFixed(1)} s`,
    `context     ${facts.contextSize} tokens of the ${facts.trainedContext} that it was trained for; ${prompt.room} for a message`,
    `chat        ${facts.hasChatTemplate ? "its own template" : "no template: prompts are continued as plain text"}`,
    `verdicts    ${prompt.areVerdictsSingle ? "told by their first token" : "scored word by word, which takes longer"}`,
    `prompt      ${prompt.prefixTokens} tokens, read once in about ${report.promptSeconds.toFixed(1)} s and kept`,
    ...rates.map(
      (one) =>
        `${one.layout.padEnd(10)}  ${rate(one.promptRate)} tokens/s read, ${rate(one.writeRate)} written${one.layout === report.layout ? "; used from now on" : one.isSteady ? "" : "; answers would depend on what is read beside"}`,
    ),
    `patches     ${rate(report.scoredPerMinute)} a minute scored, ${rate(report.explainedPerMinute)} explained`,
    `estimate    ${patches} patches in ${inWords(minutes)}, half of them explained`,
  ].join("\n");
}

function inWords(minutes: number): string {
  if (minutes < 90) return `${Math.max(1, Math.round(minutes))} minutes`;
  return `${(minutes / 60).toFixed(1)} hours`;
}

function inGigabytes(bytes: number): string {
  return bytes < 1e8 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}
