// npm run screenshots: makes the pictures of README anew, on the demonstration repository.
import { mkdirSync, mkdtempSync } from "node:fs";
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "@playwright/test";

const folder = join(import.meta.dirname, "screenshots");
mkdirSync(folder, { recursive: true });
const scratch = mkdtempSync(join(tmpdir(), "patchboard-pictures-"));
const demo = spawn(process.execPath, [join(import.meta.dirname, "../scripts/demo.ts"), scratch, "--port", "0"], {
  stdio: ["ignore", "pipe", "inherit"],
});
const address = await new Promise<string>((resolve) => {
  createInterface(demo.stdout).on("line", (line) => resolve(/http:\S+/.exec(line)![0]));
});
const path = process.env["CHROMIUM_PATH"];
const browser = await chromium.launch({
  ...(path ? { executablePath: path } : {}),
  args: ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
});

for (const colorScheme of ["light", "dark"] as const) {
  const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 820 }, deviceScaleFactor: 1.5 });
  await page.request.post(`${address}graphql`, {
    data: { query: 'mutation { introduce(input: { name: "Ada (demo)" }) { viewer { name } } }' },
  });
  await page.goto(`${address}s/lantern-2.5?start=54&show=uwyb`);
  const row = page.getByRole("row").filter({ hasText: "stick: expire entries" });
  await row.getByRole("button").first().click();
  await page.getByRole("region", { name: "History" }).waitFor();
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: join(folder, `board-${colorScheme}.png`) });
  await page.close();
}
await browser.close();
demo.kill();
