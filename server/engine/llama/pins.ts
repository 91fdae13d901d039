import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { UserMistake } from "../../domain.ts";
import { layoutNames } from "./options.ts";

const mostPins = 200;
/** Writing takes milliseconds: whoever holds the lock for longer was killed. */
const lockMs = 5_000;

/** A model that was used or checked: the file as it was then. */
const pin = z.object({
  file: z.string(),
  sha256: z.string().length(64),
  size: z.number(),
  mtimeNs: z.string(),
  ctimeNs: z.string(),
  inode: z.string(),
  /** When it was pinned, in milliseconds. */
  at: z.number(),
  /** The fastest layout, measured by `model check`, by `layoutKey`. */
  layouts: z
    .record(z.string(), z.object({ name: z.enum(layoutNames), sequences: z.number().int().positive() }))
    // Those of another version are measured again: the hash is what must not be lost with them.
    .catch({}),
});
export type Pin = z.infer<typeof pin>;
const pinsFile = z.object({ models: z.array(pin) });

/**
 * All models that are pinned; none when there is no file yet. Throws UserMistake for a file that is damaged: taken for none, the
 * next pin would replace it, and a model that was changed would be accepted.
 */
export async function readPins(path: string): Promise<Pin[]> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw cannot("be read", path, error);
  }
  const result = pinsFile.safeParse(parsed(text));
  if (result.success) return result.data.models;
  throw new UserMistake(
    `${path}: this list of pinned models is damaged: restore it, or remove it and pin each model again with patchboard model check FILE.`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function cannot(what: string, path: string, error: unknown): UserMistake {
  const { code = String(error) } = error as NodeJS.ErrnoException;
  return new UserMistake(`${path}, the list of pinned models, cannot ${what} (${code}): check its folder.`);
}

/**
 * The pin of a model file, to be kept with `keepPin` once the model turns out to be sound. Its hash is computed once and again only
 * when the file looks changed; a changed content is refused with UserMistake, unless `isAccepted`. `progress` hears the share that
 * is hashed.
 */
export async function pinOf(
  pins: string,
  file: string,
  { isAccepted = false, progress = () => {} }: { isAccepted?: boolean; progress?: (share: number) => void } = {},
): Promise<Pin> {
  const path = await realpath(file);
  const known = (await readPins(pins)).find((one) => one.file === path);
  const looks = await looksOf(path);
  if (known && isEqual(known, looks)) return known;
  const sha256 = await hashOf(path, looks.size, progress);
  if (known && known.sha256 !== sha256 && !isAccepted)
    throw new UserMistake(
      `${file}: this model file has changed since it was pinned (SHA-256 ${known.sha256.slice(0, 12)}, now ${sha256.slice(0, 12)}): if that is wanted, run patchboard model check ${file} --accept.`,
    );
  const layouts = known?.sha256 === sha256 ? known.layouts : {};
  return { file: path, sha256, ...looks, at: Date.now(), layouts };
}

/**
 * Whether the file that was hashed was written to since. Another file in its place is another matter: who has loaded the first one
 * has it as it was, unless `isLoaded` is false and nobody can know which one it will be.
 */
export async function isChanged(pin: Pin, isLoaded: boolean): Promise<boolean> {
  const looks = await looksOf(pin.file).catch(() => null);
  if (isLoaded && looks?.inode !== pin.inode) return false;
  return !looks || !isEqual(pin, looks);
}

/** Puts a pin in the place of the one for the same file; does nothing when it is that one. */
export async function keepPin(pins: string, made: Pin): Promise<void> {
  const isKept = (known: readonly Pin[]) => known.some((one) => JSON.stringify(one) === JSON.stringify(made));
  if (isKept(await readPins(pins))) return;
  try {
    await mkdir(dirname(pins), { recursive: true });
    await alone(`${pins}.lock`, async () => {
      const others = (await readPins(pins)).filter((one) => one.file !== made.file);
      await write(pins, `${JSON.stringify({ models: [made, ...others].slice(0, mostPins) }, null, 2)}\n`);
    });
  } catch (error) {
    throw error instanceof UserMistake ? error : cannot("be written", pins, error);
  }
}

/** Replaces a file in one step, so that a power cut leaves the old one or the new one. */
async function write(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, "wx", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}

/** Does something while no other process does it under this lock. */
async function alone(lock: string, work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      await (await open(lock, "wx", 0o600)).close();
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const found = await stat(lock).catch(() => null);
    if (found && Date.now() - found.mtimeMs > lockMs) await rm(lock, { force: true });
    else await sleep(20);
  }
  try {
    await work();
  } finally {
    await rm(lock, { force: true });
  }
}

type Looks = Pick<Pin, "size" | "mtimeNs" | "ctimeNs" | "inode">;

async function looksOf(path: string): Promise<Looks> {
  const { size, mtimeNs, ctimeNs, ino } = await stat(path, { bigint: true });
  return { size: Number(size), mtimeNs: String(mtimeNs), ctimeNs: String(ctimeNs), inode: String(ino) };
}

function isEqual(a: Looks, b: Looks): boolean {
  return a.size === b.size && a.mtimeNs === b.mtimeNs && a.ctimeNs === b.ctimeNs && a.inode === b.inode;
}

async function hashOf(path: string, size: number, progress: (share: number) => void): Promise<string> {
  const hash = createHash("sha256");
  let done = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 4 << 20 })) {
    hash.update(chunk as Buffer);
    done += (chunk as Buffer).length;
    progress(size ? done / size : 1);
  }
  return hash.digest("hex");
}
