// The board in a real browser at 1,500 and 20,000 patches: first rows, key to paint, filter, memory, a stream of verdicts. Beside
// the figures of a gesture stands the least that this browser takes for the same pixels (bench/board-floor.ts), in the same run.
// Usage: node bench/board.ts [1500 | 20000]
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { CDPSession, Page } from "@playwright/test";
import { servedFloor } from "./board-floor.ts";
import { closeWindow, launch, openWindow } from "./chromium.ts";
import { percentile } from "./made-up.ts";
import { served } from "./served.ts";

/** Chromium keeps compiled scripts at the second visit and has them at the third. */
const visitsBefore = 2;
const rounds = 5;
const keys = 60;
/** Of the letters of one search only five change rows. */
const searches = 5;
const streamed = 10_000;
const sizes = [
  { patches: 1_500, firstRowsMs: 500 },
  { patches: 20_000, firstRowsMs: 1_000 },
];
const only = Number(process.argv[2] ?? 0);
const [keyMs, filterMs, frameMs] = [50, 100, 100];

const browser = await launch();
for (const size of sizes) if (!only || size.patches === only) await measure(size);
await browser.close();

async function measure({ patches, firstRowsMs }: (typeof sizes)[number]) {
  const board = await served(patches);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.request.post(`${board.address}graphql`, {
    data: { query: 'mutation { introduce(input: { name: "Ada" }) { viewer { name } } }' },
  });
  const visit = async (address: string) => {
    const page = await openWindow(context);
    await page.goto(address, { waitUntil: "commit" });
    return page;
  };
  let page = await visit(board.address);
  await page.evaluate(untilRow, patches);
  const floor = await servedFloor(page);
  const firstRows: number[] = [];
  const allRows: number[] = [];
  const leastRows: number[] = [];
  for (let visits = 1; visits < visitsBefore + rounds; visits++) {
    await page.close();
    const least = await visit(floor.address);
    const firstOfLeast = await least.evaluate(untilRow, 1);
    await least.close();
    page = await visit(board.address);
    const first = await page.evaluate(untilRow, 1);
    const all = await page.evaluate(untilRow, patches);
    if (visits < visitsBefore) continue;
    leastRows.push(firstOfLeast);
    firstRows.push(first);
    allRows.push(all);
  }
  const session = await context.newCDPSession(page);
  const least = await visit(floor.address);
  const leastKeys = await keyTimes(least, "nuwy", keys);
  const leastFilter = await filterTimes(least);
  await closeWindow(least);
  floor.stop();
  console.log(`${patches} patches`);
  say("first rows painted", firstRows, 0.5, "ms", firstRowsMs, leastRows);
  say("all rows there", allRows, 0.5, "ms");
  say("key to painted verdict, p95", await keyTimes(page, "nuwy", keys), 0.95, "ms", keyMs, leastKeys);
  say("filter by a verdict, painted, p95", await filterTimes(page), 0.95, "ms", filterMs, leastFilter);
  say("one letter in the search, painted, p95", await searchTimes(page), 0.95, "ms", filterMs);
  await page.goto(`${page.url().split("?")[0]}?as=matrix&rows=all`);
  await page.evaluate(untilRow, patches);
  await page.locator("[role=gridcell]").first().focus();
  const moves = ["ArrowDown", "ArrowRight", "ArrowDown", "ArrowLeft"];
  say("matrix: key to painted move, p95", await keyTimes(page, moves, keys), 0.95, "ms", keyMs);
  say("matrix: key to painted verdict, p95", await keyTimes(page, "nuwy", keys), 0.95, "ms", keyMs);
  await page.goto(page.url().split("?")[0]!);
  await page.evaluate(untilRow, patches);
  console.log(`  script memory after collection: ${(await heap(session)).toFixed(1)} MB`);
  if (patches > streamed)
    say(`longest frame while ${streamed} verdicts stream in`, [await streamFrame(page, board.db)], 1, "ms", frameMs);
  await context.close();
  await board.stop();
}

function say(
  what: string,
  values: readonly number[],
  p: number,
  unit: string,
  goal?: number,
  least?: readonly number[],
) {
  const beside = least ? `; the least here ${percentile(least, p).toFixed(0)}` : "";
  console.log(`  ${what}: ${percentile(values, p).toFixed(0)} ${unit}${goal ? ` (goal ${goal}${beside})` : ""}`);
}

/** Milliseconds from the start of navigation until the list knows that many rows and a frame was painted. */
function untilRow(count: number): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      const rows = document.querySelectorAll('[role="grid"] [role="row"]').length - 1;
      if (rows < count) requestAnimationFrame(look);
      else requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    };
    look();
  });
}

/** From each key's own time stamp until the frame after it was painted; the keys in turn. */
async function keyTimes(page: Page, inTurn: Iterable<string>, count: number): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    window.addEventListener(
      "keydown",
      (event) => requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - event.timeStamp))),
      true,
    );
  });
  const names = [...inTurn];
  for (let i = 0; i < count; i++) {
    await page.keyboard.press(names[i % names.length]!);
    await page.waitForTimeout(120);
  }
  return page.evaluate(() => (window as unknown as { times: number[] }).times);
}

async function filterTimes(page: Page): Promise<number[]> {
  const button = page.getByRole("group", { name: "Show verdicts" }).getByRole("button").first();
  const times: number[] = [];
  for (let i = 0; i < 24; i++) {
    times.push(await button.evaluate(clickUntilPainted));
    await page.waitForTimeout(300);
  }
  return times;
}

function clickUntilPainted(button: HTMLElement | SVGElement): Promise<number> {
  return new Promise((resolve) => {
    const grid = document.querySelector('[role="grid"]')!;
    const start = performance.now();
    // The rows change in a frame of their own, after the button has.
    new MutationObserver((_, observer) => {
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
    }).observe(grid, { childList: true, subtree: true });
    (button as HTMLElement).click();
  });
}

async function searchTimes(page: Page): Promise<number[]> {
  const box = page.getByRole("searchbox");
  const times: number[] = [];
  await box.click();
  for (let i = 0; i < searches; i++) {
    for (const letter of "area17 minor 12") {
      const painted = page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            setTimeout(() => resolve(0), 5_000);
            document.addEventListener(
              "input",
              (event) => {
                const grid = document.querySelector('[role="grid"]')!;
                const done = () =>
                  requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - event.timeStamp)));
                const observer = new MutationObserver((changes) => {
                  // Rows off the screen are filled with text when the page is idle, long after the letter was painted.
                  if (changes.every(({ target }) => target instanceof Element && target.role === "presentation"))
                    return;
                  observer.disconnect();
                  clearTimeout(same);
                  done();
                });
                // A letter that changes nothing in the list is painted with its own box.
                const same = setTimeout(() => resolve(0), 1_000);
                observer.observe(grid, { childList: true, subtree: true });
              },
              { once: true, capture: true },
            );
          }),
      );
      await page.waitForTimeout(50);
      await page.keyboard.type(letter);
      times.push(await painted);
      await page.waitForTimeout(200);
    }
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.press("Backspace");
    await page.waitForTimeout(500);
  }
  return times.filter(Boolean);
}

async function heap(session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize / (1 << 20);
}

/** The longest gap between two frames while another process writes as many answers. */
async function streamFrame(page: Page, db: string): Promise<number> {
  await page.evaluate(() => {
    const state = { longest: 0, last: performance.now() };
    Object.assign(window, { frames: state });
    const tick = () => {
      const now = performance.now();
      state.longest = Math.max(state.longest, now - state.last);
      state.last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const writer = spawn(
    process.execPath,
    [fileURLToPath(new URL("answers.ts", import.meta.url)), db, String(streamed)],
    {
      stdio: "inherit",
    },
  );
  await once(writer, "exit");
  await page.waitForTimeout(3_000);
  return page.evaluate(() => (window as unknown as { frames: { longest: number } }).frames.longest);
}
