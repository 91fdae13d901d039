import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import envPaths from "env-paths";
import type { EngineInFile } from "./config-file.ts";
import { wholeNumber } from "./config-number.ts";
import { type Ask, UserMistake, WrongUse } from "./domain.ts";
import type { ModelChoice } from "./engine/choose.ts";
import { type Gpu, gpus } from "./engine/llama/options.ts";

/** What the command line says of the engine. */
export interface EngineFlags {
  engine?: string;
  model?: string;
  prompt?: string;
  ask?: string;
  gpu?: string;
  threads?: string;
  url?: string[];
  "key-file"?: string;
}

export interface EngineConfig {
  /** Null: rules alone. */
  model: ModelChoice | null;
  ask: Ask;
}

/** Where the user's model files, what is known of them, and states that can be made again are. */
export interface ModelFolders {
  models: string;
  pins: string;
  states: string;
}

const names = ["rules", "llama", "http"] as const;
const asks = ["unsettled", "all"] as const;
const mostThreads = 512;
const keyCharacters = 4_096;

export function modelFolders(): ModelFolders {
  const { data, cache } = envPaths("patchboard", { suffix: "" });
  const models = join(data, "models");
  return { models, pins: join(models, "pins.json"), states: join(cache, "states") };
}

/**
 * Puts flags, environment and file together: flags win, then PATCHBOARD_MODEL and PATCHBOARD_API_KEY, then the file. A model or a
 * URL alone says which engine is meant. Throws UserMistake with the name of what is wrong.
 */
export function readEngine(
  flags: EngineFlags,
  said: EngineInFile | undefined,
  { env, cwd, folder }: { env: NodeJS.ProcessEnv; cwd: string; folder: string },
): EngineConfig {
  const isFromFile = flags.engine === undefined && flags.model === undefined && !flags.url?.length;
  const file = isFromFile || flags.engine === said?.name ? said : undefined;
  const model = flags.model ?? env["PATCHBOARD_MODEL"] ?? file?.model;
  const name =
    oneOf("--engine", flags.engine, names) ??
    (flags.url?.length ? "http" : (file?.name ?? (model ? "llama" : "rules")));
  const ask = oneOf("--ask", flags.ask, asks) ?? file?.ask ?? "unsettled";
  // Looked at even where no model reads: what is mistyped is no reason to be silent.
  const gpu = gpuOf(flags.gpu) ?? file?.gpu ?? "auto";
  const threads = flags.threads ? wholeNumber("--threads", flags.threads, 1, mostThreads) : (file?.threads ?? null);
  const named = flags.prompt ?? file?.prompt ?? null;
  const prompt = named !== null && /[/.]/.test(named) ? resolve(flags.prompt ? cwd : folder, named) : named;
  if (name === "rules") return { model: null, ask };
  if (name === "llama") {
    if (!model)
      throw new WrongUse(
        "--engine llama needs a model: name a file or a pulled one with --model, see patchboard model --help.",
      );
    const place = flags.model !== undefined || file?.model === undefined ? cwd : folder;
    return { ask, model: { name, model: modelPath(model, place), prompt, gpu, threads, folders: modelFolders() } };
  }
  const key = flags["key-file"] ? keyIn(inPlace(cwd, flags["key-file"])) : (env["PATCHBOARD_API_KEY"] ?? null);
  const endpoints = flags.url?.length
    ? flags.url.map((url) => ({ url, model: model ?? null, key }))
    : (file?.endpoints ?? []).map((one) => ({
        url: one.url,
        model: one.model ?? model ?? null,
        key: one.keyFile ? keyIn(inPlace(folder, one.keyFile)) : key,
      }));
  if (!endpoints.length) throw new WrongUse("--engine http needs the address of a server: name it with --url.");
  return { ask, model: { name, prompt, endpoints } };
}

/** Which processor a flag means; nothing when it was not given. */
export const gpuOf = (flag: string | undefined): Gpu | undefined => oneOf("--gpu", flag, gpus);

/** A path where there is a file or where one was meant; else a URI or the name of a pulled model, as it is. */
function modelPath(model: string, place: string): string {
  const path = inPlace(place, model);
  return existsSync(path) || (/^[./~]/.test(model) && !/^[a-z]+:/.test(model)) ? path : model;
}

/** `~/` is the user's home, as in a shell; else relative to where the name was written. */
function inPlace(place: string, path: string): string {
  return resolve(place, path.replace(/^~(?=\/)/, homedir()));
}

/** A key is read from its file when it is needed and kept nowhere else. */
function keyIn(path: string): string {
  let text: string;
  try {
    text = readFileSync(path, "utf8").trim();
  } catch {
    throw new UserMistake(`the key file ${path} cannot be read: check its path and permissions.`);
  }
  if (!/^[\x21-\x7e]+$/.test(text) || text.length > keyCharacters)
    throw new UserMistake(`the key file ${path} does not hold one key: it has to be one line of printable characters.`);
  return text;
}

function oneOf<T extends string>(flag: string, value: string | undefined, all: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  const found = all.find((one) => one === value);
  if (!found) throw new WrongUse(`${flag} ${value}: it is one of ${all.join(", ")}.`);
  return found;
}
