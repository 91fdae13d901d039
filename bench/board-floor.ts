// The least that a board can do in the browser of this machine: the same pixels, served as finished markup, and a few lines of
// script that change at a key and at a click what has to be painted then. Nothing is loaded, kept, counted, sorted or told.
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";

/** A page of its own on a port of its own. */
export interface Floor {
  address: string;
  stop(): void;
}

/** What the board in `page` shows now, without its program. */
export async function servedFloor(page: Page): Promise<Floor> {
  const html = `<!doctype html>${await page.evaluate(stillMarkup)}<script>(${behave.toString()})()</script>`;
  const server = createServer((_, answer) =>
    answer.setHeader("content-type", "text/html; charset=utf-8").end(html),
  ).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The document with its style rules inside, without scripts and without the rows that cannot be seen. */
function stillMarkup(): string {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
  const still = document.documentElement.cloneNode(true) as HTMLElement;
  for (const one of still.querySelectorAll("script, link")) one.remove();
  const rows = [...still.querySelectorAll('[role="grid"] [role="row"]')];
  for (const row of rows.slice(30)) row.remove();
  for (const one of still.querySelectorAll('[role="grid"] [role="presentation"]'))
    if (!one.querySelector("[role=row]")) one.remove();
  const style = document.createElement("style");
  style.textContent = rules.join("\n");
  still.querySelector("head")!.append(style);
  return still.outerHTML;
}

/** A key gives a row another verdict; a button hides every other row, and shows them again. */
function behave() {
  const rows = [...document.querySelectorAll<HTMLElement>('[role="grid"] [role="row"]:has(input[type="radio"])')];
  let pressed = 0;
  addEventListener("keydown", () => {
    const row = rows[Math.floor(pressed / 4)]!;
    row.querySelectorAll<HTMLInputElement>("input[type=radio]")[pressed++ % 4]!.checked = true;
  });
  document.querySelector('[aria-label="Show verdicts"]')!.addEventListener("click", () => {
    const others = rows.filter((_, i) => i % 2);
    if (others.some((row) => row.isConnected)) for (const row of others) row.remove();
    else for (const [i, row] of rows.entries()) if (i % 2) rows[i - 1]!.after(row);
  });
}
