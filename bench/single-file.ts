import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { launch, openWindow } from "./chromium.ts";
import { makeRepository } from "./made-up.ts";

/**
 * npm run bench -- single-file [REPOSITORY]: how large the board is as one file, how long it takes to make and to open. Of
 * made-up repositories, whose bodies are 80 to 130 words, or of a real one.
 */
const goalMb = 1.5;
const goalPatches = 1_500;
const main = fileURLToPath(new URL("../server/main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "patchboard-bench-"));
const mb = (bytes: number) => bytes / 1e6;

console.log("patches      MB  gzipped MB  of it data MB  bytes a patch  gzip of data  made s  open ms");
const [real] = process.argv.slice(2);
for (const n of real ? [0] : [300, goalPatches, 3_000, 20_000]) {
  const repo = real ?? makeRepository(join(folder, `${n}.git`), n);
  const db = join(folder, `${n}.db`);
  verb("sync", "--repo", repo, "--db", db);
  verb("classify", "--db", db);
  const begun = performance.now();
  const html = verb("export", "--format", "html", "--db", db);
  const seconds = (performance.now() - begun) / 1_000;
  const path = join(folder, `${n}.html`);
  writeFileSync(path, html);
  const packed = /id="content">([A-Za-z0-9+/=]*)</.exec(html.toString("latin1"))![1]!;
  const data = gunzipSync(Buffer.from(packed, "base64"));
  const { patches } = JSON.parse(data.toString()) as { patches: object[] };
  const opened = await openMs(path);
  const fields = [
    String(patches.length).padStart(7),
    mb(html.length).toFixed(2).padStart(7),
    mb(gzipSync(html).length).toFixed(2).padStart(11),
    mb(packed.length).toFixed(2).padStart(14),
    (packed.length / patches.length).toFixed(0).padStart(14),
    `${(data.length / (packed.length * 0.75)).toFixed(1)} : 1`.padStart(13),
    seconds.toFixed(1).padStart(7),
    opened.toFixed(0).padStart(8),
  ];
  const goal = patches.length === goalPatches ? `  (goal ${goalMb} MB)` : "";
  console.log(fields.join(" ") + goal);
}
rmSync(folder, { recursive: true, force: true });

/** Milliseconds from the navigation until the first row can be used, the median of five. */
async function openMs(path: string): Promise<number> {
  const browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const times: number[] = [];
  for (let i = 0; i < 5; i++) {
    const page = await openWindow(context);
    await page.goto(pathToFileURL(path).href, { waitUntil: "commit" });
    await page.getByRole("radio", { name: "Wait" }).first().waitFor();
    times.push(await page.evaluate(() => performance.now()));
    await page.close();
  }
  await browser.close();
  return times.sort((a, b) => a - b)[2]!;
}

function verb(...args: string[]): Buffer {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr.toString());
  return stdout;
}
