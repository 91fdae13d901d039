import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, isFocusSeen, test, verdict } from "./board.ts";

const expire = "stick: expire entries";

const grid = (page: Page) => page.getByRole("grid", { name: "Matrix" });
const line = (page: Page, subject: string) =>
  grid(page)
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader").filter({ hasText: subject }) });
const cell = (page: Page, subject: string, branch: string) =>
  line(page, subject).getByRole("gridcell", { name: new RegExp(`^${branch}`) });
const head = (page: Page, name: RegExp) => grid(page).getByRole("columnheader").getByRole("button", { name });

/** A page on the matrix. */
async function openMatrix(page: Page) {
  await page.getByRole("button", { name: "Matrix" }).click();
  await expect(line(page, expire)).toBeVisible();
}

test("what is still missing in a branch is one click on its number, and back leads out again", async ({ board }) => {
  const page = await board.open("Ada");
  await page.keyboard.press("Shift+M");
  await expect(page).toHaveURL(/as=matrix/);
  // What no branch has and nobody wants is not in the way.
  await expect(line(page, "h2: never reuse a stream id")).toBeVisible();
  await expect(line(page, "CLEANUP")).toHaveCount(0);
  await expect(cell(page, "h2: never reuse a stream id", "2.4-stable")).toHaveAccessibleName(/there, by its trailer/);
  const missing = head(page, /^2\.3-stable: \d+ wanted and not there/);
  const count = Number(/: (\d+)/.exec((await missing.textContent())!)![1]);
  await missing.click();
  await expect(page).toHaveURL(/in=2\.3-stable&state=yes/);
  await expect(grid(page).getByRole("rowheader")).toHaveCount(count);
  await expect(page.getByRole("combobox", { name: "State" })).toHaveValue("yes");
  // The filter is no place of its own.
  await page.goBack();
  await expect(page.getByRole("grid", { name: "Patches" })).toBeVisible();
});

test("keys move between cells, decide in one, and everybody sees it", async ({ board }) => {
  const page = await board.open("Ada");
  const other = await board.open("Ben", { path: "s/lantern-2.5?as=matrix" });
  await openMatrix(page);
  await cell(page, expire, "2.4-stable").focus();
  await page.keyboard.press("l");
  await expect(cell(page, expire, "2.3-stable")).toBeFocused();
  await page.keyboard.press("w");
  await expect(cell(page, expire, "2.3-stable")).toHaveAccessibleName("2.3-stable: wait, by Ada");
  await expect(cell(other, expire, "2.3-stable")).toHaveAccessibleName("2.3-stable: wait, by Ada");
  // The focus is where it was, and the row beside it is one key away.
  await page.keyboard.press("k");
  await page.keyboard.press("ArrowDown");
  await expect(cell(page, expire, "2.3-stable")).toBeFocused();
  await page.keyboard.press("z");
  await expect(cell(other, expire, "2.3-stable")).toHaveAccessibleName("2.3-stable: wanted");
  // The list is for the branch whose column had the focus.
  await page.keyboard.press("Shift+M");
  await expect(page.getByRole("radio", { name: "2.3-stable" })).toBeChecked();
});

test("cells selected with shift and the arrows are decided at once, and undone at once", async ({ board }) => {
  const page = await board.open("Ada");
  await openMatrix(page);
  const subjects = ["dns: accept a CNAME", expire, "pool: report the right size"];
  await cell(page, subjects[0]!, "2.4-stable").focus();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page.getByText("6 cells selected")).toBeVisible();
  await expect(cell(page, expire, "2.3-stable")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("n");
  const branches = ["2.4-stable", "2.3-stable"];
  const expectAll = async (name: string) => {
    for (const subject of subjects)
      for (const branch of branches)
        await expect(cell(page, subject, branch)).toHaveAccessibleName(`${branch}: ${name}`);
  };
  await expect(page.getByText("6 cells are no: saved.")).toBeVisible();
  await expectAll("no, by Ada");
  await page.keyboard.press("Escape");
  await expect(page.getByText(/cells selected/)).toHaveCount(0);
  await page.keyboard.press("z");
  await expectAll("wanted");
});

test("what selected cells wait for, and that one agrees, is said of all of them", async ({ board }) => {
  const page = await board.open("Ada");
  await page.keyboard.press("x");
  await openMatrix(page);
  // Patches selected in the list are no cells: they are out of the way until one is back there.
  await expect(page.getByRole("region", { name: "Selection" })).toHaveCount(0);
  await cell(page, expire, "2.4-stable").focus();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("t");
  const dialog = page.getByRole("dialog", { name: "Wait on 2 targets" });
  await dialog.getByLabel("Day", { exact: true }).fill("2199-01-01");
  await dialog.getByRole("button", { name: "Wait" }).click();
  const branches = ["2.4-stable", "2.3-stable"];
  const expectBoth = async (name: string) => {
    for (const branch of branches) await expect(cell(page, expire, branch)).toHaveAccessibleName(`${branch}: ${name}`);
  };
  await expectBoth("wait until 2199-01-01, by Ada");
  await page.keyboard.press("z");
  await expectBoth("wanted");
  await cell(page, expire, "2.4-stable").focus();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("s");
  await expect(page.getByText("2 cells: seen and agreed.")).toBeVisible();
  await page.keyboard.press("s");
  await expect(page.getByText("You have agreed with all of these already.")).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.getByText("Undone: agreement on one patch.")).toBeVisible();
  await cell(page, expire, "2.4-stable").focus();
  // With nothing selected the same keys are about one cell, and leave one there.
  await page.keyboard.press("Escape");
  await page.keyboard.press("s");
  await expect(page.getByText(/: seen, and agreed with yes\.$/)).toBeVisible();
  await expect(cell(page, expire, "2.4-stable")).toBeFocused();
  await page.keyboard.press("Shift+*");
  await expect(page.getByText(/^\d\d cells selected/)).toBeVisible();
  await page.keyboard.press("Shift+*");
  await expect(page.getByText(/cells selected/)).toHaveCount(0);
});

test("the pointer opens a choice on one cell, and on all that it was dragged over", async ({ board }) => {
  const page = await board.open("Ada");
  await openMatrix(page);
  await cell(page, expire, "2.4-stable").click();
  const one = page.getByRole("dialog", { name: /on 2\.4-stable/ });
  await expect(one).toContainText("The author asks for a backport");
  // Enter at once changes nothing: the focus is on what the cell says already.
  await expect(one.getByRole("button", { name: "Yes" })).toBeFocused();
  await one.getByRole("button", { name: "Wait" }).click();
  await expect(one).toHaveCount(0);
  await expect(cell(page, expire, "2.4-stable")).toHaveAccessibleName("2.4-stable: wait, by Ada");
  await expect(cell(page, expire, "2.4-stable")).toBeFocused();

  await cell(page, "dns: accept a CNAME", "2.4-stable").hover();
  await page.mouse.down();
  await cell(page, "pool: report the right size", "2.3-stable").hover();
  await page.mouse.up();
  const many = page.getByRole("dialog", { name: "Verdict for 6 cells of 3 patches" });
  await expect(many).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(many).toHaveCount(0);
  await page.keyboard.press("Enter");
  await many.getByRole("button", { name: "Uncertain" }).click();
  await expect(page.getByText("6 cells are uncertain: saved.")).toBeVisible();
  // Undecided by all that the matrix is there for, and still where they were until one moves on.
  await expect(cell(page, "pool: report the right size", "2.3-stable")).toHaveAccessibleName(/uncertain, by Ada/);
});

test("a decision that somebody else was faster with is refused, with both values and the choice", async ({ board }) => {
  const ada = await board.open("Ada", { isDeaf: true, path: "s/lantern-2.5?as=matrix" });
  const ben = await board.open("Ben");
  await verdict(ben, expire, "No").check();
  await expect(ben.getByText(/is no on 2\.4-stable: saved/)).toBeVisible();
  await cell(ada, expire, "2.4-stable").focus();
  await ada.keyboard.press("w");
  const refused = ada.getByRole("list", { name: "Refused decisions" });
  await expect(refused).toContainText("Ben set no first, you wanted wait");
  await refused.getByRole("button", { name: "Set wait" }).click();
  await expect(cell(ada, expire, "2.4-stable")).toHaveAccessibleName("2.4-stable: wait, by Ada");
});

for (const viewport of [
  { width: 1280, height: 900 },
  { width: 640, height: 450 },
]) {
  test(`the focus is on what one sees when matrix and list change places, at ${viewport.width} pixels`, async ({
    board,
  }) => {
    // The row that one comes from, in the middle of many, is none that the matrix has.
    const wanted = (i: number) => `BUG/MINOR: many: made-up-${i}.\n\nThis must be backported to 2.4.`;
    board.add(Array.from({ length: 200 }, (_, i) => (i === 100 ? "CLEANUP: many: nobody's." : wanted(i))));
    const id = board.git("log", "-1", "--format=%h", "--grep=nobody's", "master").trim();
    await board.restart("SIGTERM");
    const page = await board.open("Ada", { path: `s/lantern-2.5?start=all&open=${id}` });
    await expect(verdict(page, "made-up-101.", "Yes")).toBeChecked();
    await page.setViewportSize(viewport);
    await page.keyboard.press("o");
    await expect(page.getByRole("row", { name: /nobody's/ })).toBeFocused();
    // The matrix comes later than the board.
    const asked = Promise.withResolvers<void>();
    await page.route(/Matrix.*\.js/, async (route) => {
      await asked.promise;
      await route.continue();
    });
    await page.keyboard.press("Shift+M");
    await expect(page.getByRole("status").filter({ hasText: "reading patches" })).toBeVisible();
    asked.resolve();
    await expect(cell(page, "made-up-101.", "2.4-stable")).toBeFocused();
    await expect.poll(() => isFocusSeen(page)).toBe(true);
    for (const [layout, focused] of [
      ["Patches", page.getByRole("grid", { name: "Patches" }).getByRole("row", { name: /nobody's/ })],
      ["Matrix", cell(page, "made-up-101.", "2.4-stable")],
    ] as const) {
      await page.keyboard.press("Shift+M");
      await expect(page.getByRole("grid", { name: layout })).toBeVisible();
      await expect(focused).toBeFocused();
      await expect.poll(() => isFocusSeen(page)).toBe(true);
    }
    // Whoever clicks on the other layout has the focus there, and keys are about a row in sight all the same.
    await page.getByRole("button", { name: /^List/ }).click();
    await expect(page.getByRole("row", { name: /nobody's/ })).toBeInViewport({ ratio: 1 });
    await page.getByRole("button", { name: /^Matrix/ }).click();
    await expect(cell(page, "made-up-101.", "2.4-stable")).toBeInViewport({ ratio: 1 });
  });
}

test("a chart tells how a branch came where it is", async ({ board }) => {
  const page = await board.open("Ada", { path: "s/lantern-2.5?as=matrix" });
  const chart = grid(page)
    .getByRole("columnheader", { name: "2.4-stable" })
    .getByRole("img", { name: /Over time/ });
  await expect(chart).toHaveAccessibleName(/^Over time: 9 picked, 0 decided, 0 waiting; since \d{4}-\d\d-\d\d$/);
  await cell(page, expire, "2.4-stable").focus();
  await page.keyboard.press("w");
  await expect(chart).toHaveAccessibleName(/9 picked, 1 decided, 1 waiting/);
});

test("a note and the diff of a cell's patch open on the list, and back leads to the matrix", async ({ board }) => {
  const page = await board.open("Ada", { path: "s/lantern-2.5?as=matrix" });
  await cell(page, expire, "2.3-stable").focus();
  await page.keyboard.press("a");
  const note = page.getByRole("textbox", { name: "Add note" });
  await expect(note).toBeFocused();
  await page.keyboard.type("seen in the matrix");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("region", { name: "Notes" })).toContainText("seen in the matrix");
  await page.goBack();
  await cell(page, expire, "2.3-stable").focus();
  await page.keyboard.press("Shift+D");
  await expect(page.getByRole("button", { name: "Hide the diff" })).toBeVisible();
});

test("beside ten branches a subject can still be read, and their charts stand in a line", async ({ board }) => {
  for (let i = 0; i < 8; i++) board.git("branch", `1.${i}-stable`, "2.3-stable");
  board.cli("sync", "--repo", board.repo);
  const page = await board.open("Ada", { path: "s/lantern-2.5?as=matrix" });
  await page.setViewportSize({ width: 1280, height: 900 });
  const charts = grid(page)
    .getByRole("columnheader")
    .getByRole("img", { name: /^Over time/ });
  await expect(charts).toHaveCount(10);
  const widthOf = async (one: Locator) => (await one.boundingBox())!.width;
  expect(await widthOf(line(page, expire).getByRole("rowheader"))).toBeGreaterThan(390);
  const bottoms = await charts.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().bottom)));
  expect(new Set(bottoms).size).toBe(1);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`everybody can use the matrix, ${colorScheme}`, async ({ board }) => {
    test.slow();
    const page = await board.open("Ada", { path: "s/lantern-2.5?as=matrix" });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await cell(page, expire, "2.4-stable").focus();
    await page.keyboard.press("w");
    await page.keyboard.press("Shift+ArrowDown");
    await expect(page.getByText("2 cells selected")).toBeVisible();
    await isAccessible(page);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog")).toBeVisible();
    await isAccessible(page);
    await page.keyboard.press("Escape");
    for (const width of [800, 2560]) {
      await page.setViewportSize({ width, height: 900 });
      await isAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
}

/** Nothing that axe calls serious or critical. */
async function isAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const bad = violations.filter((one) => one.impact === "serious" || one.impact === "critical");
  expect(bad.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`)).toEqual([]);
}
