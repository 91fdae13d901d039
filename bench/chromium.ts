import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";

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

/** Chromium draws each new window's own controls with hundreds of scripts, which takes both cores for half a second. */
const windowMs = 1_500;

/** An empty page in a window that is there already, as a person has one. */
export async function openWindow(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.waitForTimeout(windowMs);
  return page;
}

/** Closes a window; resolves when the browser has taken it apart. */
export async function closeWindow(page: Page): Promise<void> {
  await page.close();
  await new Promise((resolve) => setTimeout(resolve, windowMs));
}
