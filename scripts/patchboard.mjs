#!/usr/bin/env node
// The command `patchboard`: makes the clone ready when it is not, then runs the verb with a Node that fits.
import { join } from "node:path";
import { ensureBuild, ensurePackages } from "./prepare.mjs";
import { root, run } from "./with-node.mjs";

await ensurePackages();
if (process.argv[2] === "serve") await ensureBuild();
process.exit(await run("node", [join(root, "server/main.ts"), ...process.argv.slice(2)]));
