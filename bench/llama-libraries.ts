import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ours = fileURLToPath(new URL("../node_modules/@node-llama-cpp/linux-x64/bins/linux-x64/", import.meta.url));
/** Names that a build of llama.cpp links, and what they are called in node-llama-cpp's package. */
const linked: readonly [as: string, pattern: RegExp][] = [
  ["libggml-base.so.0", /^libggml-base\.so$/],
  ["libggml.so.0", /^libggml\.v.*\.so$/],
  ["libllama.so.0", /^libllama\.v.*\.so$/],
  ["libllama-common.so.0", /^libllama-common\.so$/],
];

/**
 * Puts a binary of llama.cpp into a folder where it finds node-llama-cpp's own libraries, of the same release: both sides then run the
 * same kernels. A build of one's own differs: node-llama-cpp picks a backend for the processor when it starts, with AMX where there
 * is one, and a plain build crashed in AMX's repacking here. Gives the binary and its environment; null where there is no such package.
 */
export function withOurLibraries(binary: string, folder: string): { binary: string; env: NodeJS.ProcessEnv } | null {
  if (!existsSync(ours)) return null;
  const place = join(folder, "libraries");
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  // Backends are looked for beside the executable: it has to be a file of its own.
  const copy = join(place, basename(binary));
  copyFileSync(binary, copy);
  for (const file of readdirSync(dirname(binary)))
    if (/^libllama-.*-impl\.so$/.test(file)) copyFileSync(join(dirname(binary), file), join(place, file));
  for (const file of readdirSync(ours)) {
    if (file.endsWith(".so")) symlinkSync(join(ours, file), join(place, file));
    for (const [as, pattern] of linked) if (pattern.test(file)) symlinkSync(join(ours, file), join(place, as));
  }
  return { binary: copy, env: { ...process.env, LD_LIBRARY_PATH: place } };
}
