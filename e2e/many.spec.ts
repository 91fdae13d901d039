import type { Page, Request } from "@playwright/test";
import { type Board, complete, expect, row, rows, test } from "./board.ts";

const many = 1_200;
const subjects = Array.from({ length: many }, (_, i) => `MINOR: many: made-up-${i + 1}.`);

/** The places of all rows in the series, as the page has them for screen readers. */
const places = (page: Page) =>
  rows(page).evaluateAll((all) => all.map((one) => Number(one.getAttribute("aria-rowindex"))));

test("of many patches all are on the page in their order, found by the browser, and ready where one goes", async ({
  board,
}) => {
  test.slow();
  board.add(subjects);
  const page = await board.open("Ada", { path: "s/lantern-2.5?start=all" });
  const all = await places(page);
  expect(all).toEqual(Array.from({ length: all.length }, (_, i) => i + 2));
  expect(all.length).toBeGreaterThan(many);

  await page.getByRole("searchbox").fill("made-up-11");
  await expect(rows(page)).toHaveCount(111);
  await page.getByRole("searchbox").fill("");
  await expect(page.getByRole("searchbox")).toHaveValue("");
  await expect(rows(page)).toHaveCount(all.length);
  await complete(page);
  expect(await places(page)).toEqual(all);

  // Not in TypeScript's library: the closest thing to Ctrl-F that a script can call.
  await page.evaluate(() => (window as unknown as { find(text: string): boolean }).find("made-up-700."));
  const found = row(page, "made-up-700.");
  await expect(found).toBeInViewport();
  await found.getByRole("radio", { name: "Wait" }).click();
  await expect(found.getByRole("radio", { name: "Wait" })).toBeChecked();
  await page.keyboard.press("Shift+G");
  await expect(row(page, `made-up-${many}.`).getByRole("radio", { name: "No" })).toBeInViewport();
  await complete(page);
  expect(await places(page)).toEqual(all);
  await expect(row(page, "made-up-5.")).toContainText("made-up-5.");
});

/** How many rows the grid has beside its head, and how many rows' height it has. */
const room = (page: Page, name: "Patches" | "Matrix") =>
  page.getByRole("grid", { name }).evaluate((grid) => {
    const [head, ...own] = [...grid.querySelectorAll<HTMLElement>("[role=row]")];
    const inFlow = getComputedStyle(head!).position === "absolute" ? 0 : head!.offsetHeight;
    const one = own.find((row) => row.offsetHeight > 0)!;
    return [own.length, (grid.getBoundingClientRect().height - inFlow) / one.offsetHeight];
  });

for (const name of ["Patches", "Matrix"] as const) {
  test(`${name}: rows that were seen leave no room behind when they are fewer, or lower`, async ({ board }) => {
    test.slow();
    board.add(subjects.slice(0, 500));
    const page = await board.open("Ada", {
      path: `s/lantern-2.5?start=all${name === "Matrix" ? "&as=matrix&rows=all" : ""}`,
    });
    const isAsHighAsItsRows = () =>
      expect(async () => {
        const [count, height] = await room(page, name);
        expect(height).toBeCloseTo(count!, 0);
      }).toPass({ timeout: 10_000 });
    await isAsHighAsItsRows();
    await page.keyboard.press("j");
    await page.mouse.move(600, 500);
    for (let i = 0; i < 20; i++) {
      await page.mouse.wheel(0, 700);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    await page.getByRole("button", { name: "Rows: comfortable" }).click();
    await isAsHighAsItsRows();
    await page.getByRole("searchbox").fill("made-up-11");
    await isAsHighAsItsRows();
  });
}

test("a selection that takes several calls is sent as a whole before the next one", async ({ board }) => {
  test.slow();
  board.add(subjects);
  const page = await board.open("Ada", { path: "s/lantern-2.5?start=100&q=made-up" });
  const bar = page.getByRole("region", { name: "Selection" });
  const wanted = (request: Request) => /"verdict":"(\w+)"/.exec(request.postData() ?? "")?.[1];
  const sent: unknown[] = [];
  page.on("requestfinished", (request) => sent.push(wanted(request)));
  let letThrough = () => {};
  const free = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route("**/graphql", async (route) => {
    if (wanted(route.request())) await free;
    await route.continue();
  });
  await expect(rows(page)).toHaveCount(many);
  for (const key of ["*", "n", "Enter"]) await page.keyboard.press(key);
  await expect(bar).toContainText("saving 0 of 1,200");
  await page.getByRole("searchbox").fill("");
  await expect(row(page, "made-up-1.")).toBeVisible();
  await page.getByRole("searchbox").press("Enter");
  for (const key of ["g", "g", "x", "j", "x", "u"]) await page.keyboard.press(key);
  await expect(bar).toContainText("Sets 2 patches to uncertain");
  await page.keyboard.press("Enter");
  await expect(bar).toContainText("saving 0 of 1,202");
  letThrough();
  await expect(bar).toHaveCount(0);
  expect(sent.filter(Boolean)).toEqual(["NO", "NO", "UNCERTAIN"]);
  await expect(page.getByText("2 patches set to uncertain on 2.4-stable: saved.")).toBeVisible();
});

/** What a person decided on the newest stable branch: the verdict and how many patches have it. */
function decided(board: Board, who: string): Record<string, number> {
  const all = JSON.parse(board.cli("export", "--repo", board.repo, "--format", "json")) as {
    branches: { verdict: string; by: string | null }[];
  }[];
  const own = all.flatMap(({ branches: [first] }) => (first?.by === who ? [first.verdict] : []));
  return Object.fromEntries([...new Set(own)].map((verdict) => [verdict, own.filter((one) => one === verdict).length]));
}

/** Lets the work of a page's browser wait until it is called. */
async function hold(page: Page): Promise<() => void> {
  let letThrough = () => {};
  const free = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route("**/graphql", async (route) => {
    if (route.request().postData()?.includes('clientMutationId":')) await free;
    await route.continue();
  });
  return letThrough;
}

test("what is decided again before a large selection is saved is no conflict with oneself", async ({ board }) => {
  test.slow();
  board.add(subjects.slice(0, 300));
  const page = await board.open("Ada", { path: "s/lantern-2.5?start=100&q=made-up" });
  await expect(rows(page)).toHaveCount(300);
  const letThrough = await hold(page);
  for (const key of ["*", "n", "Enter", "g", "g", "y", "w"]) await page.keyboard.press(key);
  letThrough();
  await expect(page.getByRole("region", { name: "Selection" })).toHaveCount(0);
  await expect(page.getByText(/not saved/)).toHaveCount(0);
  await expect.poll(() => decided(board, "Ada")).toEqual({ no: 298, yes: 1, wait: 1 });
  await expect(page.getByRole("list", { name: "Refused decisions" })).toHaveCount(0);
});

test("what is undone and decided again before the undo is answered is no conflict with oneself", async ({ board }) => {
  const page = await board.open("Ada", { path: "s/lantern-2.5?start=100" });
  await page.keyboard.press("g");
  await page.keyboard.press("g");
  await page.keyboard.press("y");
  await expect.poll(() => decided(board, "Ada")).toEqual({ yes: 1 });
  await page.keyboard.press("k");
  const letThrough = await hold(page);
  for (const key of ["z", "w"]) await page.keyboard.press(key);
  letThrough();
  await expect(page.getByText(/not saved/)).toHaveCount(0);
  await expect.poll(() => decided(board, "Ada")).toEqual({ wait: 1 });
  await expect(page.getByRole("list", { name: "Refused decisions" })).toHaveCount(0);
});

test("a selection of several calls outlives its page, as one action", async ({ board }) => {
  test.slow();
  board.add(subjects);
  const path = "s/lantern-2.5?start=100&q=made-up";
  const page = await board.open("Ada", { path });
  await expect(rows(page)).toHaveCount(many);
  await hold(page);
  for (const key of ["*", "n", "Enter"]) await page.keyboard.press(key);
  await expect(page.getByRole("alert")).toContainText("This browser keeps them");
  const next = await page.context().newPage();
  await page.close();
  await next.goto(board.address + path);
  await expect.poll(() => decided(board, "Ada")).toEqual({ no: many });
  await expect(next.getByText(/not saved/)).toHaveCount(0);
  await next.keyboard.press("z");
  await expect.poll(() => decided(board, "Ada")).toEqual({});
});

test("an undo at once takes all of a selection back that goes out in several calls", async ({ board }) => {
  test.slow();
  board.add(subjects);
  const page = await board.open("Ada", { path: "s/lantern-2.5?start=100&q=made-up" });
  await expect(rows(page)).toHaveCount(many);
  const letThrough = await hold(page);
  for (const key of ["*", "n", "Enter", "z"]) await page.keyboard.press(key);
  letThrough();
  await expect(page.getByText("Undone: no on 1200 patches.")).toBeVisible();
  expect(decided(board, "Ada")).toEqual({});
});
