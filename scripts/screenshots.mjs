// npm run screenshots: makes README's pictures anew.
import { join } from "node:path";
import { ensureBrowser, ensureBuild, ensurePackages, fail } from "./prepare.mjs";
import { environmentWithNode, root, run } from "./with-node.mjs";

await ensurePackages();
await ensureBuild();
const browser = await ensureBrowser();
if (!browser) fail("no browser: install Chromium, or name one with CHROMIUM_PATH.");
process.exit(
  await run("node", [join(root, "e2e/screenshots.ts")], { env: { ...environmentWithNode(), CHROMIUM_PATH: browser } }),
);
