import { readFileSync } from "node:fs";
import type { Browser, CDPSession, Page } from "@playwright/test";
import { launch, openWindow } from "./chromium.ts";

const loads = 5;
const clicks = 20;
const toggles = 12;

/** One of the two pages, and where in it is what a person uses. All are selectors of style sheets. */
export interface Contender {
  url: string;
  /** There as soon as a person can decide. */
  usable: string;
  list: string;
  radios: readonly [string, string];
  filter: string;
}

/** What was measured of one page. Times are in milliseconds, one for each try. */
export interface Figures {
  usable: number[];
  click: number[];
  hide: number[];
  show: number[];
  memoryMb: number[];
  heapMb: number[];
  nodes: number;
  listeners: number;
}

/** Opens a page several times and uses it. It gets a browser of its own, whose only busy renderer is then the measured one. */
export async function measure(one: Contender): Promise<Figures> {
  const browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
  if (one.url.startsWith("http")) {
    const query = 'mutation { introduce(input: { name: "Ada" }) { viewer { name } } }';
    await context.request.post(`${one.url}graphql`, { data: { query } });
  }
  let page = await context.newPage();
  const empty = await largestRenderer(browser);
  const usable: number[] = [];
  // The first visit fills the browser's caches.
  for (let i = 0; i <= loads; i++) {
    await page.close();
    page = await openWindow(context);
    await page.goto(one.url, { waitUntil: "commit" });
    const ms = await page.evaluate(untilThere, one.usable);
    if (i) usable.push(ms);
  }
  await settled(page);
  const session = await context.newCDPSession(page);
  const { heapMb, nodes, listeners } = await heldBy(session);
  const memoryMb = (await largestRenderer(browser)) - empty;
  const click = await clickTimes(page, one);
  const filtered = await toggleTimes(page, one);
  await browser.close();
  return {
    usable,
    click,
    hide: filtered.filter((_, i) => i % 2 === 0),
    show: filtered.filter((_, i) => i % 2 === 1),
    memoryMb: [memoryMb],
    heapMb: [heapMb],
    nodes,
    listeners,
  };
}

/** Milliseconds from the start of navigation until an element is there and a frame was painted with it. */
function untilThere(selector: string): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector(selector)) requestAnimationFrame(look);
      else requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    };
    look();
  });
}

/** Waits until all rows are on the page, those off the screen too. */
async function settled(page: Page) {
  await page.waitForLoadState();
  await page.waitForFunction(
    () => !document.querySelector("main[aria-busy=true], .chunk > [role=presentation]:empty"),
    null,
    { timeout: 60_000 },
  );
  await page.waitForTimeout(1_000);
}

async function clickTimes(page: Page, { radios }: Contender): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < clicks; i++) {
    const [selector, nth] = [radios[i % 2]!, i >> 1];
    times.push(
      await page.evaluate(
        ([one, at]) =>
          new Promise<number>((resolve, reject) => {
            const radio = document.querySelectorAll<HTMLInputElement>(one)[at]!;
            const begun = performance.now();
            radio.click();
            requestAnimationFrame(() =>
              setTimeout(() => (radio.checked ? resolve(performance.now() - begun) : reject(new Error("not painted")))),
            );
          }),
        [selector, nth] as const,
      ),
    );
    await page.waitForTimeout(150);
  }
  return times;
}

async function toggleTimes(page: Page, { list, filter }: Contender): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < toggles; i++) {
    times.push(
      await page.evaluate(
        ([rows, button]) =>
          new Promise<number>((resolve) => {
            const begun = performance.now();
            new MutationObserver((_, observer) => {
              observer.disconnect();
              requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
            }).observe(document.querySelector(rows)!, { childList: true, attributes: true, subtree: true });
            document.querySelector<HTMLElement>(button)!.click();
          }),
        [list, filter] as const,
      ),
    );
    await page.waitForTimeout(600);
  }
  return times;
}

async function heldBy(session: CDPSession) {
  await session.send("Performance.enable");
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const held = (name: string) => metrics.find((metric) => metric.name === name)!.value;
  return { heapMb: held("JSHeapUsedSize") / (1 << 20), nodes: held("Nodes"), listeners: held("JSEventListeners") };
}

/** Memory of the largest renderer's own in MB, swapped out or not; the browser keeps a spare one, which stays empty. */
async function largestRenderer(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const sizesKb = processInfo
    .filter(({ type }) => type === "renderer")
    .map(({ id }) => readFileSync(`/proc/${id}/smaps_rollup`, "utf8").matchAll(/^(?:Private_\w+|Swap):\s+(\d+)/gm))
    .map((lines) => [...lines].reduce((sum, line) => sum + Number(line[1]), 0));
  return Math.max(...sizesKb) / 1_024;
}
