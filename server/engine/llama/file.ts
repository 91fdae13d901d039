import { open, stat } from "node:fs/promises";
import { availableMemory } from "node:process";
import { UserMistake } from "../../domain.ts";

const magic = "GGUF";
const knownVersions = [2, 3];
/** What a context and the program itself need beside the weights. */
const besideBytes = 256 << 20;
const gigabyte = 1e9;

/** Looks at a model file as far as that is quick and safe. Throws UserMistake for what cannot be a model, or not here. */
export async function lookAtModel(file: string, isOnCpu: boolean, free = availableMemory()): Promise<void> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw new UserMistake(
      error.code === "ENOENT" || error.code === "ENOTDIR"
        ? `${file}: there is no such model file: patchboard model list shows which there are, patchboard model pull URI gets one.`
        : `${file}: this model file cannot be read (${error.code}).`,
    );
  });
  if (found.isDirectory()) throw new UserMistake(`${file}: this is a folder: name the .gguf file in it.`);
  if (!found.isFile()) throw new UserMistake(`${file}: this is not a file.`);
  if (found.size === 0) throw new UserMistake(`${file}: this model file is empty: get it again.`);
  await lookAtHead(file);
  if (isOnCpu && found.size + besideBytes > free)
    throw new UserMistake(
      `${file}: this model needs about ${inGigabytes(found.size + besideBytes)} of memory and ${inGigabytes(free)} are free: choose a smaller one or stronger quantization.`,
    );
}

async function lookAtHead(file: string): Promise<void> {
  const head = Buffer.alloc(8);
  const handle = await open(file, "r").catch((error: NodeJS.ErrnoException) => {
    throw new UserMistake(`${file}: this model file cannot be read (${error.code}).`);
  });
  try {
    await handle.read(head, 0, head.length, 0);
  } finally {
    await handle.close();
  }
  if (head.subarray(0, 4).toString("latin1") !== magic)
    throw new UserMistake(
      `${file}: this is not a GGUF file: models for llama.cpp end in .gguf and begin with the letters GGUF.`,
    );
  const version = head.readUInt32LE(4);
  if (!knownVersions.includes(version))
    throw new UserMistake(
      `${file}: this file says that it is GGUF version ${version}, and ${knownVersions.join(" and ")} can be read: get it again.`,
    );
}

function inGigabytes(bytes: number): string {
  return `${(bytes / gigabyte).toFixed(1)} GB`;
}
