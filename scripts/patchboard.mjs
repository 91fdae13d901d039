#!/usr/bin/env node
// The command `patchboard`: makes the clone ready when it is not, then runs the verb with a Node that fits.
import { join } from "node:path";
import { ensureBuild, ensurePackages } from "./prepare.mjs";
import { root, run, serverFlags } from "./with-node.mjs";

await ensurePackages();
const isServer = process.argv[2] === "serve";
if (isServer) await ensureBuild();
process.exit(
  await run("node", [...(isServer ? serverFlags : []), join(root, "server/main.ts"), ...process.argv.slice(2)]),
);
