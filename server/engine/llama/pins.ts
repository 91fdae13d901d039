import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, readFile, realpath, rename, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { UserMistake } from "../../domain.ts";
import { layoutNames } from "./options.ts";

const mostPins = 200;

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

/** All models that are pinned; none when the file is not there or not ours. */
export async function readPins(path: string): Promise<Pin[]> {
  try {
    const result = pinsFile.safeParse(JSON.parse(await readFile(path, "utf8")));
    return result.success ? result.data.models : [];
  } catch {
    return [];
  }
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

/** Puts a pin in the place of the one for the same file; does nothing when it is that one. */
export async function keepPin(pins: string, made: Pin): Promise<void> {
  const known = await readPins(pins);
  if (known.some((one) => JSON.stringify(one) === JSON.stringify(made))) return;
  const others = known.filter((one) => one.file !== made.file);
  await mkdir(dirname(pins), { recursive: true });
  const draft = `${pins}.${randomUUID()}`;
  await writeFile(draft, `${JSON.stringify({ models: [made, ...others].slice(0, mostPins) }, null, 2)}\n`, {
    mode: 0o600,
  });
  await rename(draft, pins);
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
