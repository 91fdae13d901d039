/** Model files on this machine: what is there, and getting another. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { execArgv } from "node:process";
import { UserMistake } from "../../domain.ts";
import type { DownloadMessage } from "./download.ts";
import { lookAtModel } from "./file.ts";
import { keepPin, pinOf, readPins, type Pin } from "./pins.ts";
import { seconds } from "./process.ts";

const ending = ".gguf";
const uri = /^(?:hf:|https?:\/\/|huggingface:)/i;

/** A model file that is in the folder of models or pinned. */
export interface ShelfModel {
  file: string;
  /** Null when it was pinned and is not there any more. */
  bytes: number | null;
  /** Null when it was never used or checked. */
  sha256: string | null;
  /** When it was pinned, in milliseconds. */
  pinnedAt: number | null;
}

/** All models that are known, by their paths. */
export async function shelfModels(folder: string, pins: string): Promise<ShelfModel[]> {
  const pinned = new Map((await readPins(pins)).map((pin) => [pin.file, pin]));
  const names = existsSync(folder) ? (await namesIn(folder)).filter((name) => name.endsWith(ending)) : [];
  const files = new Set([...names.map((name) => resolve(folder, name)), ...pinned.keys()]);
  return Promise.all(
    [...files].toSorted().map(async (file) => {
      const pin = pinned.get(file);
      const found = await stat(file).catch(() => null);
      return { file, bytes: found?.size ?? null, sha256: pin?.sha256 ?? null, pinnedAt: pin?.at ?? null };
    }),
  );
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new UserMistake(`${folder}, the folder of models, cannot be read (${error.code}): check what is there.`);
  });
}

/**
 * The file that a user means by a path, by the name of a model in the folder, or by the URI that it was pulled from. Nothing is
 * downloaded here: throws UserMistake, which says how, when the model of a URI is not there.
 */
export async function modelFile(text: string, folder: string): Promise<string> {
  if (uri.test(text)) {
    const { resolveModelFile } = await import("node-llama-cpp");
    return resolveModelFile(text, { directory: folder, download: false, cli: false }).catch(() => {
      throw new UserMistake(
        `--model ${text}: this model is not on this machine: run patchboard model pull ${text} first.`,
      );
    });
  }
  const near = [text, join(folder, text), join(folder, text + ending)].find((path) => existsSync(path));
  return resolve(near ?? text);
}

/** What pulls a model. */
export interface PullOptions {
  folder: string;
  pins: string;
  progress(doneBytes: number, allBytes: number): void;
  signal: AbortSignal;
  /** Gives up when nothing came for so long: the downloader itself would try 150 times. */
  stallMs?: number;
}

const usualStallMs = 60_000;

/** Downloads a model, going on where an interrupted one stopped, and pins it. Throws UserMistake with one sentence when that fails. */
export async function pullModel(
  text: string,
  { folder, pins, progress, signal, stallMs = usualStallMs }: PullOptions,
): Promise<Pin> {
  if (!uri.test(text))
    throw new UserMistake(
      `${text}: a model is pulled from hf:USER/MODEL:QUANTIZATION, hf:USER/MODEL/FILE.gguf or an https:// address.`,
    );
  await mkdir(folder, { recursive: true });
  const { file, bytes: size } = await downloaded(text, folder, { progress, signal, stallMs });
  const found = await stat(file).catch(() => null);
  if (!found?.size) throw new UserMistake(`${text}: nothing is there: the file is empty.`);
  const { size: bytes } = found;
  if (size && bytes < size)
    throw new UserMistake(`${text}: ${bytes} of ${size} bytes came: run the same command again.`);
  await lookAtModel(file, false).catch(async (error: unknown) => {
    await rm(file, { force: true });
    throw error;
  });
  const pin = await pinOf(pins, file, { isAccepted: true });
  await keepPin(pins, pin);
  return pin;
}

/** Has a child download a file; kills it when it is told to stop, or when nothing comes any more. */
async function downloaded(
  text: string,
  folder: string,
  { progress, signal, stallMs }: Required<Pick<PullOptions, "progress" | "signal" | "stallMs">>,
): Promise<{ file: string; bytes: number }> {
  const flags = execArgv.filter((flag) => !flag.startsWith("--inspect"));
  const child = fork(new URL("./download.ts", import.meta.url), [text, folder], {
    execArgv: flags,
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  let last: DownloadMessage | null = null;
  let lastBytes = -1;
  let stop: string | null = null;
  const end = (why: string) => {
    stop ??= why;
    child.kill("SIGKILL");
  };
  const timer = setTimeout(() => end(`nothing came for ${seconds(stallMs)}`), stallMs);
  const abort = () => end("stopped");
  signal.addEventListener("abort", abort, { once: true });
  child.on("message", (message: DownloadMessage) => {
    last = message;
    if (message.type !== "progress") return;
    if (message.done > lastBytes) timer.refresh();
    lastBytes = message.done;
    if (!stop) progress(message.done, message.all);
  });
  await once(child, "close");
  clearTimeout(timer);
  signal.removeEventListener("abort", abort);
  const told = last as DownloadMessage | null;
  if (told?.type === "done") return { file: told.file, bytes: told.bytes };
  const words = stop ?? (told?.type === "failed" ? told.words : "the process that downloads ended");
  throw new UserMistake(`${text}: this model could not be downloaded: ${words}. The same command goes on from here.`);
}
