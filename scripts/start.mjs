// npm start [-- REPO [options of serve]]: makes the clone ready and opens the board; without REPO on a demonstration.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuild, ensurePackages } from "./prepare.mjs";
import { root, run } from "./with-node.mjs";

const args = process.argv.slice(2);
await ensurePackages();
await ensureBuild();
if (args.length) {
  // Loaded now that the packages are there, of which it needs one.
  const { runVerb } = await import("./command.mjs");
  const isPath = !args[0].startsWith("-");
  await runVerb(["serve", ...(isPath ? ["--repo", ...args] : args)]);
} else {
  const folder = mkdtempSync(join(tmpdir(), "patchboard-demo-"));
  console.error(`patchboard: no repository named, making a demonstration in ${folder}.`);
  process.exit(await run("node", [join(root, "scripts/demo.ts"), folder]));
}
