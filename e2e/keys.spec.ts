import { execFileSync } from "node:child_process";
import type { Page } from "@playwright/test";
import { expect, row, rows, test, verdict } from "./board.ts";

const left = (page: Page) => page.getByText(/^\d+ of \d+ left$/);
const current = (page: Page) => page.locator("[role=row][aria-current=true]");
const number = async (page: Page) => Number(await current(page).getByRole("gridcell").first().textContent());

/** Holds back the answers to one query until the function that it gives is called. */
async function hold(page: Page, query: string): Promise<() => void> {
  return holdAll(page, "**/graphql", (body) => body?.includes(query) ?? false);
}

/** Holds requests for addresses of a shape until the function that it gives back is called. */
async function holdAll(
  page: Page,
  url: string | RegExp,
  isMeant: (body: string | null) => boolean = () => true,
): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(url, async (route) => {
    if (isMeant(route.request().postData())) await released;
    await route.continue();
  });
  return release;
}

test("a whole review by keys alone: from a name to all decided, the picks in git, and the next sync", async ({
  board,
}) => {
  test.slow(); // a hundred keys, a shell and a sync: the longest walk there is
  const page = await board.open(null);
  const { keyboard } = page;
  const press = async (...keys: string[]) => {
    for (const key of keys) await keyboard.press(key);
  };

  // The first decision asks who decides, in a field that can be typed into at once.
  await press("q", "s");
  await expect(page.getByRole("textbox", { name: "Your name" })).toBeFocused();
  await keyboard.type("Ada");
  await press("Enter");
  await expect(page.getByText("seen, and agreed with")).toBeVisible();
  const total = Number(/of (\d+)/.exec((await left(page).textContent())!)![1]);
  await expect(left(page)).toHaveText(`${total - 1} of ${total} left`);
  await expect(current(page)).toBeFocused();

  // Every verdict leads on to the next patch, a wait with its condition and a selection too.
  await press("n", "u");
  await expect(left(page)).toHaveText(`${total - 3} of ${total} left`);
  const waiting = await number(page);
  await press("t", "ArrowDown", "Enter");
  await expect(left(page)).toHaveText(`${total - 4} of ${total} left`);
  expect(await number(page)).toBeGreaterThan(waiting);
  await press("x", "j", "Shift+X", "t");
  await expect(page.getByRole("dialog")).toContainText("2 patches, as selected");
  await press("ArrowDown", "Enter");
  await expect(page.getByRole("region", { name: "Selection" })).toContainText(
    /Sets 2 patches to wait on 2\.4-stable until \d/,
  );
  await press("Enter");
  await expect(left(page)).toHaveText(`${total - 6} of ${total} left`);
  await expect(current(page)).toBeFocused();
  const behind = await number(page);

  // Taken back, and done again: the focus goes to what it is about.
  await press("z");
  await expect(left(page)).toHaveText(`${total - 4} of ${total} left`);
  expect(await number(page)).toBeLessThan(behind);
  await press("Shift+Z");
  await expect(left(page)).toHaveText(`${total - 6} of ${total} left`);

  // A question, the diff, and on to another target and back.
  await press("j", "a");
  await keyboard.type("no idea yet, @Ben?");
  await press("Control+Enter");
  await expect(current(page)).toContainText("asked Ben");
  await press("Shift+D");
  await expect(page.getByRole("region", { name: "Diff" })).toContainText("diff --git");
  await press("Escape", "]");
  await expect(page).toHaveURL(/target=2\.3-stable/);
  await press("[");
  await expect(page).toHaveURL(/target=2\.4-stable/);

  // One patch found and wanted; a view saved under a name, and gone to.
  await press("/");
  await keyboard.type("refuse an empty");
  await press("Enter");
  await expect(current(page)).toContainText("refuse an empty list");
  await expect(current(page)).toBeFocused();
  await press("y", "0", "Shift+V");
  await keyboard.type("my nice view");
  await press("Enter");
  await expect(page.getByText("The view “my nice view” is saved")).toBeVisible();
  await press("Escape", "q", "Shift+V");
  await expect(page.getByRole("link", { name: "my nice view" })).toBeFocused();
  await press("Enter");
  await expect(page).toHaveURL(/order=queue/);

  // The rest is agreed with at once; the list is copied, and pasted into a shell.
  await expect(page.getByRole("rowheader").first()).toBeVisible();
  await press("*");
  await expect(page.getByRole("region", { name: "Selection" })).toContainText("selected");
  await press("s");
  await expect(page.getByRole("region", { name: "Selection" })).toContainText(/^Marks \d+ patches as seen and agreed/);
  await press("Enter");
  await expect(page.getByRole("region", { name: "All decided" })).toContainText(`all ${total} patches`);
  await press("e");
  await expect(page.getByRole("button", { name: "Copy", exact: true })).toBeFocused();
  await press("Enter");
  await expect(page.getByRole("button", { name: "copied" })).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toBe(board.cli("export", "--series", "lantern-2.5", "--target", "2.4-stable"));
  await press("Escape");
  await expect(page.getByRole("complementary", { name: "Export" })).toHaveCount(0);

  board.git("checkout", "-q", "2.4-stable");
  const env = { ...process.env, GIT_COMMITTER_NAME: "Ada", GIT_COMMITTER_EMAIL: "ada@lantern.invalid" };
  execFileSync("bash", ["-s"], { cwd: board.repo, input: text, env, stdio: ["pipe", "pipe", "pipe"] });
  const picked = text.split("\n")[0]!.match(/[0-9a-f]{40}/g)!.length;
  const before = await start(page);
  await press("Shift+S");
  await expect.poll(() => start(page)).toBeGreaterThan(before);
  await press("Shift+B", "q", "/");
  await keyboard.type("is:backported");
  await press("Enter");
  await expect(row(page, "refuse an empty list")).toHaveAttribute("data-backported", "true");
  expect(picked).toBeGreaterThan(1);
});

/** The number of the last backport, behind which the review starts. */
const start = async (page: Page) => {
  const option = page.getByRole("combobox", { name: "Start of review" }).locator("option").first();
  return Number(/backport (\d+)/.exec((await option.textContent())!)![1]);
};

test("what is typed before a note's field is there is a note, no decision, and outlives Escape", async ({ board }) => {
  const page = await board.open("Ada");
  const subject = (await rows(page).first().getByRole("button").first().textContent())!;
  const before = await left(page).textContent();
  const release = await hold(page, "PatchDetailQuery");
  await page.keyboard.press("a");
  await page.keyboard.type("no: says who?");
  release();
  const field = page.getByRole("textbox", { name: "Add note" });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("no: says who?");
  await expect(left(page)).toHaveText(before!);
  await page.keyboard.type(" Ada");
  await page.keyboard.press("Escape");
  await expect(row(page, subject)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(field).toHaveCount(0);
  await page.keyboard.press("a");
  await expect(field).toHaveValue("no: says who? Ada");
  await expect(field).toBeFocused();

  // The palette, called from the field, saves the note, also when its list comes after all that was typed into it.
  const bring = await holdAll(page, /Palette-/);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("save the");
  await page.keyboard.press("Enter");
  bring();
  await expect(page.getByRole("region", { name: "Notes" }).getByRole("listitem")).toContainText("says who? Ada");
  await expect(field).toHaveValue("");
});

test("what a search finds late does not move the rows that somebody is at", async ({ board }) => {
  const page = await board.open("Ada", { path: "s/lantern-2.5?start=all" });
  const box = page.getByRole("searchbox", { name: "Search patches" });
  const more = page.getByRole("button", { name: /search found other rows/ });
  const release = await hold(page, "useSearchQuery");
  await page.mouse.move(400, 500);
  await box.fill("with");
  await expect(rows(page).filter({ hasNotText: /with/i })).toHaveCount(0);
  const few = await rows(page).count();
  const there = (await rows(page).nth(1).boundingBox())!;
  await page.mouse.move(there.x + 300, there.y + 10);
  const under = await rows(page).nth(1).textContent();
  release();
  await expect(more).toBeVisible();
  await expect(rows(page)).toHaveCount(few);
  await expect(rows(page).nth(1)).toHaveText(under!);
  expect((await rows(page).nth(1).boundingBox())!.y).toBe(there.y);

  // Off the rows, there is nothing to be moved.
  await page.mouse.move(there.x + 300, 5);
  await expect(more).toHaveCount(0);
  await expect(async () => expect(await rows(page).count()).toBeGreaterThan(few)).toPass();
});

test("Enter in the search waits for what the server finds, and the first row has the focus then", async ({ board }) => {
  const page = await board.open("Ada", { path: "s/lantern-2.5?start=all" });
  const release = await hold(page, "useSearchQuery");
  await page.keyboard.press("/");
  await page.keyboard.type("resolver fails");
  await page.keyboard.press("Enter");
  release();
  await expect(row(page, "keep the last good answer on SERVFAIL")).toBeFocused();
  await page.keyboard.press("y");
  await expect(verdict(page, "keep the last good answer on SERVFAIL", "Yes")).toBeChecked();
});

test("where no row is left the focus is on the way out, and back on a row behind it", async ({ board }) => {
  const page = await board.open("Ada");
  const current = page.locator("[role=row][aria-current=true]");
  await page.keyboard.press("/");
  await page.keyboard.type("nothing is like this");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Clear the filter" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(current).toBeFocused();
  // A queue that is done offers the export.
  for (const key of ["*", "s", "Enter"]) await page.keyboard.press(key);
  await expect(page.getByRole("region", { name: "All decided" })).toBeVisible();
  await page.keyboard.press("q");
  await expect(page.getByRole("main").getByRole("button", { name: "Export" })).toBeFocused();
  for (const key of ["q", "j"]) await page.keyboard.press(key);
  await expect(current).toBeFocused();
});

test("a selection is sent to somebody as one link, and shows just that", async ({ board }) => {
  const ada = await board.open("Ada", { path: "s/lantern-2.5?start=100" });
  for (const key of ["x", "j", "j", "j", "x", "Shift+C"]) await ada.keyboard.press(key);
  await expect(ada.getByText("A link to 2 patches is copied.")).toBeVisible();
  const link = await ada.evaluate(() => navigator.clipboard.readText());
  const subjects = await Promise.all([0, 3].map((i) => rows(ada).nth(i).getByRole("button").first().textContent()));
  // Agreed with, so that nothing is left to decide: who is sent there goes on to what they have not seen.
  await ada.keyboard.press("s");
  await ada.keyboard.press("Enter");
  await expect(ada.getByText("2 patches on 2.4-stable: seen and agreed.")).toBeVisible();
  const ben = await board.open("Ben", { path: link.slice(board.address.length) });
  await expect(rows(ben)).toHaveCount(2);
  for (const subject of subjects) await expect(row(ben, subject!)).toBeVisible();
  await ben.keyboard.press("j");
  await ben.keyboard.press("k");
  await ben.keyboard.press("s");
  await expect(row(ben, subjects[1]!)).toBeFocused();
  await ben.keyboard.press("s");
  // Of the second patch: what is said of it last must not come after what the next key says.
  const id = await row(ben, subjects[1]!).locator("code").textContent();
  await expect(ben.getByText(`${id}: seen, and agreed with`)).toBeVisible();
  await ben.keyboard.press("s");
  await expect(ben.getByText("you have agreed with that already")).toBeVisible();
  for (const key of ["k", "k", "x", "j", "x"]) await ada.keyboard.press(key);
  await ada.keyboard.press("c");
  await expect(ada.getByText("The ids of 2 patches are copied.")).toBeVisible();
  expect(await ada.evaluate(() => navigator.clipboard.readText())).toMatch(/^[0-9a-f]{40}\n[0-9a-f]{40}$/);
});

test("the current row stays in sight in a queue, from the first patch, and in the matrix and back", async ({
  board,
}) => {
  const page = await board.open("Ada", { path: "s/lantern-2.5?start=all" });
  await page.keyboard.press("Shift+G");
  const last = await number(page);
  await page.keyboard.press("q");
  await expect(current(page)).toBeFocused();
  await expect(current(page)).toBeInViewport({ ratio: 1 });
  expect(await number(page)).toBe(last);
  await page.keyboard.press("k");
  const place = await number(page);
  await page.keyboard.press("Shift+M");
  await expect(page.getByRole("grid", { name: "Matrix" })).toBeVisible();
  await page.keyboard.press("e");
  await expect(page.getByRole("complementary", { name: "Export" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("complementary", { name: "Export" })).toHaveCount(0);
  await page.keyboard.press("Shift+M");
  await expect(current(page)).toBeInViewport({ ratio: 1 });
  expect(Math.abs((await number(page)) - place)).toBeLessThan(12);
  await page.keyboard.press("Shift+B");
  await expect(page).not.toHaveURL(/start=all/);
  await page.keyboard.press("Shift+B");
  await expect(
    rows(page)
      .filter({ hasNot: page.getByRole("rowheader") })
      .first(),
  ).toBeFocused();
});

test("an undo that is answered late takes nobody out of what they type", async ({ board }) => {
  const page = await board.open("Ada");
  const subject = "stick: expire entries";
  await row(page, subject).getByRole("radio", { name: "Wait" }).check();
  await expect(page.getByRole("status").filter({ hasText: "is wait on 2.4-stable: saved" })).toBeVisible();
  const release = await hold(page, "useUndoMutation");
  await page.keyboard.press("z");
  await page.keyboard.press("/");
  const box = page.getByLabel("Search patches");
  await page.keyboard.type("buy");
  release();
  await expect(page.getByRole("status").filter({ hasText: "Undone: wait" })).toBeVisible();
  await expect(box).toBeFocused();
  await page.keyboard.type(" n");
  await expect(box).toHaveValue("buy n");
});

test("an undo that is answered late takes nobody back from where they have gone", async ({ board }) => {
  const page = await board.open("Ada", { path: "s/lantern-2.5?start=all" });
  await rows(page).first().click();
  for (const key of ["y", "w"]) {
    await page.keyboard.press(key);
    await expect(page.getByRole("status").filter({ hasText: /: saved/ })).toBeVisible();
  }
  const current = page.locator("[aria-current=true]");
  const id = async () => (await current.getAttribute("id"))!;
  const here = await id();
  const release = await hold(page, "useUndoMutation");
  for (const key of "zjj") await page.keyboard.press(key);
  await expect(current).not.toHaveAttribute("id", here);
  const gone = await id();
  release();
  await expect(page.getByRole("status").filter({ hasText: "Undone: wait" })).toBeVisible();
  await expect(current).toHaveAttribute("id", gone);
  await page.keyboard.press("z");
  await expect(page.getByRole("status").filter({ hasText: "Undone: yes" })).toBeVisible();
  await expect(rows(page).first()).toHaveAttribute("aria-current", "true");
});
