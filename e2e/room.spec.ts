import type { Locator, Page } from "@playwright/test";
import { expect, isFocusSeen, row, rows, test, type Board } from "./board.ts";

const expire = "stick: expire entries";
const whole = "s/lantern-2.5?start=all";
const word = "address".repeat(40);

/** Ten stable branches, as who keeps many of them alive has. */
function addBranches(board: Board) {
  for (const version of ["1.5", "1.6", "1.7", "1.8", "1.9", "2.0", "2.1", "2.2"])
    board.git("branch", `${version}-stable`, "2.3-stable");
  board.cli("sync", "--repo", board.repo);
}

const isNotWider = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.body.clientWidth)).toBe(0);

const box = async (one: Locator) => (await one.boundingBox())!;
const right = async (one: Locator) => (await box(one)).x + (await box(one)).width;

for (const { width, subject } of [
  { width: 390, subject: 250 },
  { width: 640, subject: 160 },
  { width: 800, subject: 300 },
  { width: 1280, subject: 400 },
]) {
  test(`ten stable branches leave room for all else, at ${width} pixels`, async ({ board }) => {
    addBranches(board);
    const page = await board.open("Ada", { path: `${whole}&q=stick` });
    await page.setViewportSize({ width, height: 900 });
    await isNotWider(page);
    const cells = row(page, expire).getByRole("gridcell");
    expect((await box(cells.nth(2))).width).toBeGreaterThan(subject);
    // The id ends before the verdicts, they before the branches, and these at the edge of the screen.
    expect(await right(cells.nth(1).locator("code"))).toBeLessThanOrEqual((await box(cells.nth(4))).x);
    expect(await right(cells.nth(4))).toBeLessThanOrEqual((await box(cells.nth(5))).x);
    const last = cells.nth(5).getByRole("img", { name: /^1\.5-stable/ });
    expect(await right(last)).toBeLessThanOrEqual(await page.evaluate(() => document.body.clientWidth));
    // No button over the end of another one.
    const sync = await box(page.getByRole("button", { name: "Read the repository now" }));
    const undo = await box(page.getByRole("button", { name: /^Undo/ }));
    if (undo.y < sync.y + sync.height) expect(sync.x + sync.width).toBeLessThanOrEqual(undo.x);
  });
}

for (const width of [390, 640]) {
  test(`a matrix of ten stable branches is no wider than the screen, at ${width} pixels`, async ({ board }) => {
    addBranches(board);
    const page = await board.open("Ada", { path: `${whole}&as=matrix` });
    await page.setViewportSize({ width, height: 900 });
    const matrix = page.getByRole("grid", { name: "Matrix" });
    const line = matrix.getByRole("row").filter({ has: page.getByRole("rowheader").filter({ hasText: expire }) });
    // The number is seen: it ends before the first cell.
    const number = line.getByText(/^\d+$/);
    expect(await right(number)).toBeLessThanOrEqual((await box(line.getByRole("gridcell").first())).x);
    await isNotWider(page);
  });
}

test("who has no name yet, with seven others there, has all of the first line", async ({ board }) => {
  for (const who of ["Ada Lovelace", "Ben", "Cleo", "Dag", "Eve", "Fay", "Gus"]) await board.open(who);
  const page = await board.open(null);
  const more = page.getByRole("list", { name: "Here now" }).getByRole("listitem").filter({ hasText: /^\+/ });
  await expect(more).toHaveText("+1");
  for (const width of [390, 640, 761, 800, 900, 1000, 1001, 1240, 1241, 1280, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(more).toHaveText(width > 1240 ? "+1" : "+6");
    await isNotWider(page);
    expect(await right(page.getByRole("button", { name: /^Export/ }))).toBeLessThanOrEqual(width);
  }
});

test("marks are whole where they share a line with the reason", async ({ board }) => {
  addBranches(board);
  const page = await board.open("Ada", { path: `${whole}&q=verdict:wait&only=ripe` });
  await page.setViewportSize({ width: 800, height: 900 });
  const marks = rows(page).getByRole("button", { name: /^ripe/ });
  const cut = await marks.evaluateAll((all) =>
    all.filter((one) => {
      const { right: end } = one.getBoundingClientRect();
      return end > one.parentElement!.getBoundingClientRect().right + 1;
    }),
  );
  expect(await marks.count()).toBeGreaterThan(2);
  expect(cut).toEqual([]);
});

test("no word is so long that the page grows with it", async ({ board }) => {
  test.slow();
  board.add([
    `BUG/MAJOR: ${word}\n\nMust be backported to 2.4.`,
    "BUG/MINOR: dns: last\n\nTo be backported to 2.4 with the previous commit, after 2 weeks.",
  ]);
  board.cli("classify", "--repo", board.repo);
  const page = await board.open("Ada", { path: `${whole}&q=%22dns: last%22` });
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    if (width === 1280) await row(page, "dns: last").getByRole("button").first().click();
    await expect(page.getByRole("region", { name: "History" })).toBeVisible();
    await expect(page.getByRole("region", { name: "Answers" })).toContainText(word);
    const field = page.getByRole("textbox", { name: "Add note" });
    await field.fill(`see https://lantern.invalid/${word}`);
    await field.press("Control+Enter");
    await expect(page.getByRole("region", { name: "History" })).toContainText(word);
    await isNotWider(page);
  }
});

test("on a phone all of the dialog for a wait is in it, whatever the subject", async ({ board }) => {
  board.add([`BUG/MAJOR: ${word}`]);
  const page = await board.open("Ada", { path: `${whole}&q=${word}` });
  await page.setViewportSize({ width: 390, height: 800 });
  await page.keyboard.press("t");
  const dialog = page.getByRole("dialog", { name: /^Wait on/ });
  await expect(dialog).toContainText(word);
  expect(await dialog.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
  // The circle and its words begin on one line, and what ends the dialog is inside of it.
  const author = dialog.getByText("as the author says");
  expect(Math.abs((await box(author)).y - (await box(dialog.getByRole("radio").first())).y)).toBeLessThan(12);
  expect(await right(dialog.getByRole("button", { name: "Wait" }))).toBeLessThan(await right(dialog));
});

for (const width of [390, 640, 800]) {
  test(`the bar of a selection is as high while another one is saved, and all on the screen, at ${width} pixels`, async ({
    board,
  }) => {
    const page = await board.open("Ada", { path: whole });
    await page.setViewportSize({ width, height: 900 });
    const bar = page.getByRole("region", { name: "Selection" });
    for (const key of ["j", "x"]) await page.keyboard.press(key);
    const before = await box(bar);
    expect(before.x).toBeGreaterThanOrEqual(0);
    let arrive = () => {};
    const held = new Promise<void>((resolve) => (arrive = resolve));
    await page.route("**/graphql", async (route) => {
      if (route.request().postData()?.includes("useOverrideVerdictMutation")) await held;
      await route.continue();
    });
    for (const key of ["w", "Enter", "j", "x"]) await page.keyboard.press(key);
    await expect(bar).toContainText("saving 0 of 1");
    await expect(bar.getByRole("progressbar")).toBeVisible();
    await expect(bar).toContainText("1 selected");
    expect((await box(bar)).height).toBe(before.height);
    arrive();
    await expect(bar).not.toContainText("saving");
  });
}

test("in the details a branch, its verdict and why stand on one line", async ({ board }) => {
  const page = await board.open("Ada", { path: `${whole}&q=stick` });
  await row(page, expire).getByRole("button").first().click();
  const line = page.getByRole("region", { name: "Stable branches" }).getByRole("row", { name: /^2\.4-stable/ });
  const ends = await line.evaluate((one) => {
    const text = (element: Element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getClientRects()[0]!.bottom;
    };
    return [one.querySelector("th")!, one.querySelector("button")!, one.querySelector("td:last-child")!].map(text);
  });
  for (const end of ends) expect(Math.abs(end - ends[0]!)).toBeLessThanOrEqual(1);
});

test("the field of a note that is edited stands below who wrote it", async ({ board }) => {
  const page = await board.open("Ada", { path: `${whole}&q=stick` });
  await row(page, expire).getByRole("button").first().click();
  const notes = page.getByRole("region", { name: "Notes" });
  await notes.getByRole("textbox").fill("look at 2.3 first");
  await notes.getByRole("textbox").press("Control+Enter");
  await notes.getByRole("button", { name: "edit" }).click();
  const who = await box(notes.getByRole("listitem").getByText("Ada", { exact: true }));
  expect((await box(notes.getByRole("textbox", { name: "Edit note" }))).y).toBeGreaterThan(who.y + who.height + 3);
});

test("on paper no row has the frame of the current one", async ({ board }) => {
  const page = await board.open("Ada", { path: `${whole}&q=stick` });
  await page.keyboard.press("j");
  await expect(page.locator(":focus-visible")).toHaveRole("row");
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(":focus").evaluate((one) => getComputedStyle(one).boxShadow)).toBe("none");
});

test("rows that get another height stay about where they are, and those on the screen can be decided", async ({
  board,
}) => {
  board.add(Array.from({ length: 400 }, (_, i) => `BUG/MINOR: mux: stream ${i}\n`));
  await board.settled();
  const page = await board.open("Ada", { path: whole });
  // Only rows that were on the screen have a height that a browser could remember.
  for (let y = 500; y <= 15_000; y += 500)
    await page.evaluate(
      (to) =>
        new Promise<unknown>((painted) => {
          scrollTo(0, to);
          requestAnimationFrame(() => requestAnimationFrame(painted));
        }),
      y,
    );
  const middle = () =>
    page.evaluate(() => {
      const line = document.elementFromPoint(300, 450)?.closest("[role=row]");
      return { number: Number(line?.ariaRowIndex), canDecide: line?.querySelector("input[type=radio]") != null };
    });
  const { number } = await middle();
  expect(number).toBeGreaterThan(300);
  const stays = async () => {
    await expect.poll(middle).toMatchObject({ canDecide: true });
    expect(Math.abs((await middle()).number - number)).toBeLessThan(15);
  };
  await page.getByRole("button", { name: /^Rows: comfortable/ }).click();
  await stays();
  await page.getByRole("button", { name: /^Rows: compact/ }).click();
  await stays();
  await page.setViewportSize({ width: 2200, height: 900 });
  await stays();
});

for (const layout of ["list", "matrix&rows=all"]) {
  test(`keys that go to the head, along it and type there do not scroll the page, in the ${layout.slice(0, 6)}`, async ({
    board,
  }) => {
    const page = await board.open("Ada", { path: `${whole}&as=${layout}` });
    const place = () => page.evaluate(() => scrollY);
    await page.evaluate(() => scrollTo(0, 2_000));
    await page.keyboard.press("/");
    for (const key of ["Shift+Tab", "Shift+Tab", "Tab", "Tab"]) {
      await page.keyboard.press(key);
      expect(await place()).toBe(2_000);
    }
    await expect(page.getByLabel("Search patches")).toBeFocused();
    for (const letter of "-xyz") {
      await page.keyboard.press(letter);
      await page.waitForTimeout(100);
      expect(await place()).toBe(2_000);
    }
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Shift+Tab");
    // Where rows begin is still known to what goes back to them.
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    expect(await isFocusSeen(page)).toBe(true);
  });
}

test("where the head scrolls away, keys that go to it or along it bring it back", async ({ board }) => {
  const page = await board.open("Ada", { path: whole });
  await page.setViewportSize({ width: 600, height: 240 });
  await page.evaluate(() => scrollTo(0, 2_000));
  for (const key of ["/", "Shift+Tab", "Shift+Tab"]) {
    await page.keyboard.press(key);
    await expect.poll(() => isFocusSeen(page)).toBe(true);
  }
});

test("of more views than the screen has room for, the one that has the focus is seen", async ({ board }) => {
  const page = await board.open("Ada");
  await page.keyboard.press("Shift+V");
  for (let i = 0; i < 8; i++) {
    await page.getByLabel("Save what is shown as").fill(`view ${i}`);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("link", { name: `view ${i}` })).toBeVisible();
  }
  await page.setViewportSize({ width: 1280, height: 200 });
  for (let i = 0; i < 24; i++) {
    await page.keyboard.press("Shift+Tab");
    await expect.poll(() => isFocusSeen(page)).toBe(true);
  }
});
