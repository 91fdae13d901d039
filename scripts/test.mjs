// npm test: everything that must hold, from a bare clone: packages, types, lint, generated files, unit tests, build, browser.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBrowser, ensureBuild, ensurePackages } from "./prepare.mjs";
import { environmentWithNode, root, run } from "./with-node.mjs";

await ensurePackages();
const scratch = mkdtempSync(join(tmpdir(), "patchboard-test-"));
process.on("exit", () => rmSync(scratch, { recursive: true }));
const count = { passed: 0, failed: 0, skipped: 0 };

await check("types of the server", "tsc", ["--noEmit", "-p", "tsconfig.json"]);
await check("types of the page", "tsc", ["--noEmit", "-p", "web/tsconfig.json"]);
await check("lint", "oxlint", ["--type-aware", "--deny-warnings"]);
await check("format", "oxfmt", ["--check", "."]);
await check("generated files", "node", ["scripts/generate.mjs", "--check"]);
await ensureBuild();
await unitTests();
await browserTests();
console.log(`${count.passed} passed, ${count.failed} failed${count.skipped ? `, ${count.skipped} skipped` : ""}`);
process.exit(count.failed ? 1 : 0);

async function check(name, command, args) {
  const code = await run(command, args, { cwd: root });
  console.log(`${code === 0 ? "ok" : "FAILED"}: ${name}`);
  count[code === 0 ? "passed" : "failed"]++;
}

async function unitTests() {
  const file = join(scratch, "unit.json");
  const code = await run("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`], {
    cwd: root,
  });
  const report = read(file);
  if (!report) return void count.failed++;
  count.passed += report.numPassedTests;
  count.failed += report.numFailedTests;
  count.skipped += report.numPendingTests + report.numTodoTests;
  // A file that cannot even be loaded has no failed test of its own.
  if (code !== 0 && !report.numFailedTests) count.failed++;
}

async function browserTests() {
  const browser = await ensureBrowser();
  if (!browser) {
    console.log("FAILED: no browser: install Chromium, or name one with CHROMIUM_PATH.");
    return void count.failed++;
  }
  const file = join(scratch, "e2e.json");
  const env = { ...environmentWithNode(), CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const args = ["test", "-c", "e2e/playwright.config.ts", "--reporter=list,json"];
  const code = await run("playwright", args, { cwd: root, env });
  const report = read(file);
  if (!report) return void count.failed++;
  count.passed += report.stats.expected;
  count.failed += report.stats.unexpected + report.stats.flaky;
  count.skipped += report.stats.skipped;
  if (code !== 0 && !report.stats.unexpected && !report.stats.flaky) count.failed++;
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
