// npm run bench -- NAME [arguments]: runs bench/NAME.ts. Without a name it says which there are.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ensureBrowser, ensureBuild, ensurePackages, fail } from "./prepare.mjs";
import { environmentWithNode, root, run } from "./with-node.mjs";

const names = [
  "sync",
  "backports",
  "rules",
  "board",
  "live",
  "search",
  "presence",
  "single-file",
  "llama",
  "llama-series",
  "model-board",
  "opponent",
];
const [name, ...args] = process.argv.slice(2);
const file = join(root, "bench", `${name}.ts`);
if (!names.includes(name) || !existsSync(file)) fail(`npm run bench -- NAME: it is one of ${names.join(", ")}.`);
await ensurePackages();
await ensureBuild();
const browser = ["board", "opponent", "single-file"].includes(name) ? await ensureBrowser() : null;
const env = { ...environmentWithNode(), ...(browser ? { CHROMIUM_PATH: browser } : {}) };
process.exit(await run("node", [file, ...args], { env }));
