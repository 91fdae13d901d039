// npm run e2e [-- options of playwright test]: only the walks in a browser.
import { ensureBrowser, ensureBuild, ensurePackages, fail } from "./prepare.mjs";
import { environmentWithNode, root, run } from "./with-node.mjs";

await ensurePackages();
await ensureBuild();
const browser = await ensureBrowser();
if (!browser) fail("no browser: install Chromium, or name one with CHROMIUM_PATH.");
const env = { ...environmentWithNode(), CHROMIUM_PATH: browser };
process.exit(
  await run("playwright", ["test", "-c", "e2e/playwright.config.ts", ...process.argv.slice(2)], { cwd: root, env }),
);
