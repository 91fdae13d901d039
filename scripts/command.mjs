// Runs a verb of the command `patchboard` in a clone that is ready.
import module from "node:module";
import { join } from "node:path";
import { compiledIn } from "./compiled.mjs";
import { environmentWithNode, isNodeFit, root, run, serverFlags } from "./with-node.mjs";

const main = join(root, "server/main.ts");

/**
 * Runs a verb to its end: in this process when its Node fits, since a second one costs a short command half of its time; a
 * server in one of its own, because of its flags. Compiled code is kept from the first module on: what Node loads without
 * that has its types stripped again each time.
 */
export async function runVerb(args) {
  const isServer = args[0] === "serve";
  if (isServer || !isNodeFit) {
    const env = { NODE_COMPILE_CACHE: compiledIn, ...environmentWithNode() };
    process.exit(await run("node", [...(isServer ? serverFlags : []), main, ...args], { env }));
  }
  module.enableCompileCache(compiledIn);
  process.argv = [process.execPath, main, ...args];
  await import(main);
}
