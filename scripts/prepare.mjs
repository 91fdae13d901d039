// Makes a clone ready to run, each step only when needed: packages, the built page, and for tests a browser.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { root, run } from "./with-node.mjs";

/** Installs the packages of the lock file when they are not those that are there. */
export async function ensurePackages() {
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");
  const mark = join(root, "node_modules", ".patchboard-installed");
  if (existsSync(mark) && readFileSync(mark, "utf8") === lock) return;
  console.error("patchboard: installing packages (npm ci), once.");
  // npm runs with the caller's Node; its warnings about old engines do not matter, the packaged Node runs the project.
  const code = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  }).status;
  if (code !== 0) fail("npm ci failed: see above. The package registry must be reachable once.");
  writeFileSync(mark, lock);
}

/** Builds the page when one of its sources is newer than the build. */
export async function ensureBuild() {
  const page = join(root, "dist", "index.html");
  const builtAt = existsSync(page) ? statSync(page).mtimeMs : 0;
  if (
    builtAt >
    Math.max(
      ...["web", "picks", "search", "scripts/single-file.ts", "vite.config.ts", "package-lock.json"].map((name) =>
        newest(join(root, name)),
      ),
    )
  )
    return;
  console.error("patchboard: building the page, once.");
  const code = await run("vite", ["build", "--logLevel", "warn"], { cwd: root, stdio: ["ignore", 2, 2] });
  if (code !== 0) fail("the page could not be built: see above.");
}

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** Path of a Chromium: Playwright's own, else the system's, else (as root on Debian) its package; null when none can be had. */
export async function ensureBrowser() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const { chromium } = await import("@playwright/test");
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  const found = onPath(names);
  if (found) return found;
  if (process.getuid?.() === 0 && onPath(["apt-get"])) {
    console.error("patchboard: installing Debian's chromium, once.");
    const apt = (...args) =>
      spawnSync("apt-get", args, {
        stdio: ["ignore", 2, 2],
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
    apt("update", "-q");
    apt("install", "-q", "-y", "--no-install-recommends", "chromium");
  } else {
    spawnSync(process.execPath, [join(root, "node_modules/@playwright/test/cli.js"), "install", "chromium"], {
      stdio: ["ignore", 2, 2],
    });
    if (existsSync(chromium.executablePath())) return chromium.executablePath();
  }
  return onPath(names);
}

function onPath(candidates) {
  for (const folder of (process.env.PATH ?? "").split(":")) {
    for (const name of candidates) if (folder && existsSync(join(folder, name))) return join(folder, name);
  }
  return null;
}

export function fail(text) {
  console.error(`patchboard: ${text}`);
  process.exit(1);
}
