import { type Browser, chromium } from "@playwright/test";

const path = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
const args = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
];

/** A headless browser that does nothing on its own. */
export function launch(): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath: path, args: [...args, ...(isRoot ? ["--no-sandbox"] : [])] });
}
