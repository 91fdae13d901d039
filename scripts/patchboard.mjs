#!/usr/bin/env node
// The command `patchboard`: makes the clone ready when it is not, then runs the verb with a Node that fits.
import { ensureBuild, ensurePackages } from "./prepare.mjs";

const args = process.argv.slice(2);
await ensurePackages();
if (args[0] === "serve") await ensureBuild();
// Loaded now that the packages are there, of which it needs one.
const { runVerb } = await import("./command.mjs");
await runVerb(args);
