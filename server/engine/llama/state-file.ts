import { createHash, randomUUID } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Of several models and prompts the states of the last ones used are kept: enough for every series of a configuration. */
const mostFiles = 12;
const mostBytes = 4 * 2 ** 30;
const ending = ".state";

/**
 * A saved state of a model that has read the constant part of a prompt. The native code trusts what it loads: a truncated file
 * ends the process and flipped bits change answers without a word. So nothing is loaded that does not match its checksum, which
 * covers what the state depends on too: that of another model is not taken for this one's, whatever it is called.
 */
export interface StateFile {
  path: string;
  /** True when the file is there and as it was written. */
  isSound(): Promise<boolean>;
  /** Has `save` write the file, and puts it in place with its checksum in one step each, the checksum first. */
  keep(save: (path: string) => Promise<unknown>): Promise<void>;
  /** Removes it as far as that is possible. */
  drop(): Promise<void>;
}

/** The file for everything that a state depends on; `parts` in a fixed order. */
export function stateFile(folder: string, parts: readonly unknown[]): StateFile {
  const key = createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 40);
  const path = join(folder, key + ending);
  const sums = `${path}.sha256`;
  /** The file as it was when its checksum was right: each slot loads it, and whoever writes to it changes the time in there. */
  let checked: string | null = null;
  return {
    path,
    async isSound() {
      if (checked !== null && checked === (await identityOf(path))) return true;
      checked = null;
      if (!existsSync(path) || !existsSync(sums)) return false;
      const before = await identityOf(path);
      const [sum, found] = await Promise.all([readFile(sums, "utf8"), hashOf(key, path)]);
      if (sum !== found) return false;
      if (before !== (await identityOf(path))) return false;
      // Only for what is removed first: a folder that must not be written can still be read.
      await utimes(path, new Date(), new Date()).catch(() => {});
      checked = await identityOf(path);
      return true;
    },
    async keep(save) {
      await mkdir(folder, { recursive: true });
      const made = `${path}.${randomUUID()}`;
      try {
        await save(made);
        await writeFile(`${made}.sum`, await hashOf(key, made));
        await rename(`${made}.sum`, sums);
        await rename(made, path);
      } finally {
        await Promise.allSettled([rm(made, { force: true }), rm(`${made}.sum`, { force: true })]);
      }
      await prune(folder, path);
    },
    async drop() {
      await Promise.allSettled([rm(path, { force: true }), rm(sums, { force: true })]);
    },
  };
}

async function identityOf(path: string): Promise<string | null> {
  const found = await stat(path, { bigint: true }).catch(() => null);
  return found && `${found.dev} ${found.ino} ${found.size} ${found.ctimeNs}`;
}

async function hashOf(key: string, path: string): Promise<string> {
  const hash = createHash("sha256").update(key);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

/** Removes the files longest unused, and what processes that were killed left half-written. */
async function prune(folder: string, kept: string): Promise<void> {
  const all = await Promise.all(
    (await readdir(folder)).map(async (name) => ({
      path: join(folder, name),
      found: await stat(join(folder, name)).catch(() => null),
    })),
  );
  const states = all.flatMap(({ path, found }) =>
    found && path.endsWith(ending) ? [{ path, at: found.mtimeMs, bytes: found.size }] : [],
  );
  let bytes = 0;
  const old = states
    .toSorted((a, b) => (a.path === kept ? -1 : b.path === kept ? 1 : b.at - a.at))
    .filter((one, index) => (bytes += one.bytes) > mostBytes || index >= mostFiles);
  const dayAgo = Date.now() - 86_400_000;
  const left = all.filter(
    ({ path, found }) => found && found.mtimeMs < dayAgo && /\.state\.[0-9a-f-]{36}(\.sum)?$/.test(path),
  );
  for (const { path } of [...old, ...left]) {
    await rm(path, { force: true });
    await rm(`${path}.sha256`, { force: true });
  }
}
