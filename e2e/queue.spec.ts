import type { Page } from "@playwright/test";
import { isAccessible } from "./accessible.ts";
import { expect, row, rows, test, verdict } from "./board.ts";

const queue = "s/lantern-2.5?order=queue&start=100";
const numbers = "s/lantern-2.5?start=100";

/** The rows that are patches: a queue has headings between them. */
const patches = (page: Page) => rows(page).filter({ hasNot: page.getByRole("rowheader") });
const number = async (page: Page, i: number) =>
  Number(await patches(page).nth(i).getByRole("gridcell").first().textContent());
const progress = (page: Page) => page.getByText(/^\d+ of \d+ left$/);
const left = async (page: Page) => Number(/^\d+/.exec((await progress(page).textContent())!)![0]);
const bar = (page: Page) => page.getByRole("region", { name: "Selection" });
const byNumber = (page: Page, n: number) =>
  patches(page).filter({ has: page.getByRole("checkbox", { name: `Select patch ${n}`, exact: true }) });

test("the queue holds what is left, waits that are over on top, and a row leaves it when one moves on", async ({
  board,
}) => {
  const page = await board.open("Ada", { path: queue });
  await expect(page.getByRole("button", { name: /^Queue/ })).toHaveAttribute("aria-pressed", "true");
  const headings = page.getByRole("rowheader");
  await expect(headings.first()).toContainText("Ripe");
  await expect(headings.last()).toContainText("To decide");
  const [all, first, second] = [await left(page), await number(page, 0), await number(page, 1)];
  await expect(patches(page)).toHaveCount(all);

  await page.keyboard.press("s");
  await expect(progress(page)).toHaveText(`${all - 1} of ${all} left`);
  // The next one is current, and the first has left.
  await expect(byNumber(page, second)).toHaveAttribute("aria-current", "true");
  await expect(byNumber(page, second)).toBeFocused();
  await expect(byNumber(page, first)).toHaveCount(0);

  // A decision by the pointer leaves the row under it until one moves on.
  await byNumber(page, second).getByRole("radio", { name: "Wait" }).click();
  await expect(progress(page)).toHaveText(`${all - 2} of ${all} left`);
  await expect(byNumber(page, second)).toBeVisible();
  // It is done, and no heading counts it.
  const headed = async () => (await headings.allTextContents()).map((text) => Number(/\d+$/.exec(text)![0]));
  expect((await headed()).reduce((sum, n) => sum + n, 0)).toBe(all - 2);
  await page.keyboard.press("j");
  await expect(byNumber(page, second)).toHaveCount(0);

  // The other order has them all, and the reviewed ones differ.
  await page.keyboard.press("q");
  await expect(page).not.toHaveURL(/order=/);
  await expect(byNumber(page, first)).toHaveAttribute("data-seen", "me");
  await expect(byNumber(page, first)).toContainText("✓ you");
  // From a patch that is done one comes to the top of the queue, also from the matrix.
  await byNumber(page, first).focus();
  await page.keyboard.press("q");
  await expect(patches(page).first()).toBeFocused();
  await page.keyboard.press("Shift+M");
  await expect(page.getByRole("grid", { name: "Matrix" })).toBeVisible();
  await page.keyboard.press("q");
  await expect(page.getByRole("button", { name: /^Queue/ })).toHaveAttribute("aria-pressed", "true");
  await expect(headings.first()).toContainText("To decide");
});

test("who agreed is seen by others, who still have it unseen; another verdict ends it", async ({ board }) => {
  const ada = await board.open("Ada", { path: numbers });
  const ben = await board.open("Ben", { path: numbers });
  const first = await number(ada, 0);
  await ada.keyboard.press("s");
  await expect(byNumber(ben, first).getByRole("radiogroup", { name: /agreed by Ada$/ })).toBeVisible();
  await expect(byNumber(ben, first)).toHaveAttribute("data-seen", "others");

  for (const page of [ada, ben]) await page.keyboard.press("h");
  await expect(ben).toHaveURL(/only=unseen/);
  await expect(byNumber(ben, first)).toBeVisible();
  await ada.keyboard.press("g");
  await ada.keyboard.press("g");
  await expect(byNumber(ada, first)).toHaveCount(0);

  // A person's decision that says something else is news for who had agreed.
  const [no, wait] = ["No", "Wait"].map((name) => byNumber(ben, first).getByRole("radio", { name, exact: true }));
  await ((await wait!.isChecked()) ? no! : wait!).click();
  await expect(byNumber(ada, first)).toBeVisible();
  await expect(byNumber(ada, first)).toHaveAttribute("data-seen", "others");
});

test("somebody comes back, or somebody else, and goes on where the review was", async ({ board }) => {
  const ada = await board.open("Ada", { path: queue });
  for (let i = 0; i < 4; i++) await ada.keyboard.press("j");
  const there = await number(ada, 4);
  await expect(byNumber(ada, there)).toBeFocused();
  const kept = ada.waitForResponse((response) => response.request().postData()?.includes("keepPlace") ?? false);
  expect((await kept).ok()).toBe(true);

  await ada.reload();
  await ada.getByRole("button", { name: `Go on at ${there}` }).click();
  await expect(byNumber(ada, there)).toBeFocused();
  await expect(ada.getByRole("button", { name: `Go on at ${there}` })).toHaveCount(0);

  const ben = await board.open("Ben", { path: queue });
  await expect(ben.getByRole("button", { name: `Ada at ${there}` })).toBeVisible();
  await ben.keyboard.press("p");
  await expect(byNumber(ben, there)).toBeFocused();

  // A review that begins behind it has nothing to go on with there.
  const later = await board.open("Cem", { path: `s/lantern-2.5?order=queue&start=${there + 1}` });
  await expect(patches(later).first()).toBeVisible();
  await expect(later.getByRole("button", { name: `Ada at ${there}` })).toHaveCount(0);
});

test("rows are selected one by one and by range, previewed, decided by one key and undone by one", async ({
  board,
}) => {
  const ada = await board.open("Ada", { path: numbers });
  const ben = await board.open("Ben", { path: numbers });
  const first = await number(ada, 0);
  await ada.keyboard.press("x");
  for (let i = 0; i < 3; i++) await ada.keyboard.press("j");
  await ada.keyboard.press("Shift+X");
  await byNumber(ada, first + 6)
    .getByRole("checkbox")
    .check();
  await expect(bar(ada)).toContainText("5 selected");

  await ada.keyboard.press("w");
  await expect(bar(ada)).toContainText("Sets 5 patches to wait on 2.4-stable.");
  await ada.keyboard.press("Escape");
  await expect(bar(ada)).toContainText("5 selected");
  // A button that goes when it was pressed leaves the focus to the row that keys are about.
  const current = ada.locator("[role=row][aria-current=true]");
  for (const name of ["Wait", "Cancel"]) {
    await bar(ada).getByRole("button", { name, exact: true }).press("Enter");
    await expect(current).toBeFocused();
  }
  await ada.keyboard.press("u");
  await expect(bar(ada)).toContainText("Sets 5 patches to uncertain on 2.4-stable.");
  await ada.keyboard.press("Enter");
  await expect(bar(ada)).toHaveCount(0);
  const decided = ben.getByRole("radiogroup", { name: /by Ada$/ });
  await expect(decided).toHaveCount(5);
  await expect(ada.locator("[role=row][aria-current=true]")).toBeFocused();

  await ada.keyboard.press("z");
  await expect(ben.getByText("Ada took back 5 decisions.")).toBeVisible();
  await expect(decided).toHaveCount(0);
  await ada.keyboard.press("Shift+Z");
  await expect(decided).toHaveCount(5);
});

test("a selection that asks for a name first leads on as well", async ({ board }) => {
  const page = await board.open(null, { path: numbers });
  const first = await number(page, 0);
  for (const key of ["x", "j", "x", "u", "Enter"]) await page.keyboard.press(key);
  await page.getByRole("dialog", { name: "Who decides?" }).getByLabel("Your name").fill("Ada");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radiogroup", { name: /by Ada$/ })).toHaveCount(2);
  await expect(page.locator("[role=row][aria-current=true]")).toBeFocused();
  for (const done of [first, first + 1]) await expect(byNumber(page, done)).not.toHaveAttribute("aria-current");
});

test("all that the filter matches is agreed with at once, and the review is done", async ({ board }) => {
  const page = await board.open("Ada", { path: queue });
  const all = await left(page);
  await page.keyboard.press("*");
  await expect(bar(page)).toContainText(`${all} selected`);
  await bar(page).getByRole("button", { name: "Agree" }).click();
  await expect(bar(page)).toContainText(`Marks ${all} patches as seen and agreed on 2.4-stable.`);
  await bar(page).getByRole("button", { name: "Agree" }).click();
  const done = page.getByRole("region", { name: "All decided" });
  await expect(done).toContainText(`all ${all} patches`);
  await page.keyboard.press("e");
  await expect(page.getByRole("complementary", { name: "Export" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(progress(page)).toHaveText(`${all} of ${all} left`);
});

test("undo goes three deep, also on one patch, and any earlier decision can be gone back to", async ({ board }) => {
  const ada = await board.open("Ada", { path: numbers });
  const subject = "acl: refuse an empty list";
  await ada.goto(`${board.address}s/lantern-2.5?q=refuse+an+empty&start=all`);
  const checked = (name: "No" | "Uncertain" | "Wait" | "Yes") => expect(verdict(ada, subject, name)).toBeChecked();
  const said = ada.getByRole("status").filter({ hasText: /saved|Undone|nothing of yours/ });
  await row(ada, subject).focus();
  for (const [key, name] of [
    ["n", "No"],
    ["w", "Wait"],
    ["u", "Uncertain"],
  ] as const) {
    await ada.keyboard.press(key);
    await expect(said).toContainText(`is ${name.toLowerCase()} on`);
  }
  await ada.keyboard.press("z");
  await checked("Wait");
  await ada.keyboard.press("z");
  await checked("No");
  await ada.keyboard.press("z");
  await expect(row(ada, subject).getByRole("radiogroup", { name: /by Ada/ })).toHaveCount(0);
  await ada.keyboard.press("z");
  await expect(said).toContainText("There is nothing of yours to be undone.");

  await ada.keyboard.press("o");
  const history = ada.getByRole("region", { name: "History" });
  await history.getByRole("listitem").filter({ hasText: "no → wait" }).first().getByRole("button").click();
  await checked("Wait");
  await expect(row(ada, subject).getByRole("radiogroup", { name: /by Ada$/ })).toBeVisible();
  await expect(history).toContainText("the engine's → wait on 2.4-stable");
});

test("the palette finds and does anything, and what is typed there is never a key", async ({ board }) => {
  const page = await board.open("Ada", { path: numbers });
  const before = await left(page);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("yes nnn");
  const palette = page.getByRole("dialog", { name: "Find anything" });
  await expect(palette).toContainText("Nothing of that name");
  await palette.getByRole("combobox").fill("2.3");
  await expect(palette.getByRole("option").first()).toContainText("fill 2.3-stable");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/target=2\.3-stable/);
  await expect(palette).toHaveCount(0);
  await page.keyboard.press("[");
  await expect(progress(page)).toHaveText(new RegExp(`^${before} of`));

  // From within a field, too; and what was chosen has the focus afterwards.
  await page.keyboard.press("/");
  await page.keyboard.press("Control+k");
  await palette.getByRole("combobox").fill("seen, and");
  await expect(palette.getByRole("option").first()).toContainText("s");
  await palette.getByRole("option").first().click();
  await expect(progress(page)).toHaveText(new RegExp(`^${before - 1} of`));
});

test("a key of one's own works after a reload too, and one that clashes is refused with a sentence", async ({
  board,
}) => {
  const page = await board.open("Ada", { path: numbers });
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keys and signs" });
  await dialog.getByRole("button", { name: "seen, and agreed with what is shown: s" }).click();
  await page.keyboard.press("k");
  await expect(dialog.getByRole("alert")).toHaveText("k is the key for “previous patch”: change that one first.");
  await dialog.getByRole("button", { name: "seen, and agreed with what is shown: s" }).click();
  await page.keyboard.press(",");
  await expect(dialog.getByRole("button", { name: "seen, and agreed with what is shown: ," })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.reload();
  const all = await left(page);
  await page.keyboard.press("s");
  await page.keyboard.press(",");
  await expect(progress(page)).toHaveText(`${all - 1} of ${all} left`);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`everybody can go through a queue, ${colorScheme}`, async ({ board }) => {
    test.slow();
    const page = await board.open("Ada", { path: "s/lantern-2.5?order=queue&start=132" });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.keyboard.press("s");
    await page.keyboard.press("*");
    await expect(bar(page)).toBeVisible();
    await isAccessible(page);
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog").getByRole("option").first()).toBeVisible();
    await isAccessible(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await page.keyboard.press("y");
    await expect(bar(page)).toContainText("Sets");
    await isAccessible(page);
    await page.setViewportSize({ width: 800, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(800);
    await isAccessible(page);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("region", { name: "All decided" })).toBeVisible();
    await isAccessible(page);
    await page.keyboard.press("q");
    await page.keyboard.press("z");
    await expect(page.getByText(/^Undone: yes on/)).toBeVisible();
    await page.keyboard.press("o");
    await expect(page.getByRole("region", { name: "History" }).getByRole("button").first()).toBeVisible();
    await isAccessible(page);
  });
}
