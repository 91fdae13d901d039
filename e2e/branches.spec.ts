import type { Page } from "@playwright/test";
import { type Board, expect, row, rows, test, verdict } from "./board.ts";

const subject = "stick: expire entries";

/** A board with a branch more, which the page has heard of. */
async function growBranch(board: Board, page: Page) {
  board.git("branch", "2.5-stable", "master~40");
  board.cli("sync", "--repo", board.repo);
  await expect(page.getByRole("radiogroup", { name: "Target" })).toContainText("2.5");
}

test("a stable branch that is new changes no branch under somebody's hands", async ({ board }) => {
  const page = await board.open("Ada", { path: "s/lantern-2.5?start=all" });
  const shown = async () => (await rows(page).allTextContents()).slice(0, 8);
  const textOf = (branch: string) => `Verdict for ${branch}`;
  const found = page.getByRole("searchbox");
  const all = await rows(page).count();
  await found.fill(subject);
  await expect(rows(page)).toHaveCount(1);
  const before = await row(page, subject).getByRole("radio", { checked: true }).getAttribute("aria-label");
  await found.press("Enter");
  await page.keyboard.press("a");
  await page.keyboard.type("looks ");

  board.git("branch", "2.5-stable", "master~40");
  board.cli("sync", "--repo", board.repo);
  const targets = page.getByRole("radiogroup", { name: "Target" });
  await expect(targets).toContainText("2.5");
  await expect(page.getByRole("textbox", { name: "Add note" })).toBeFocused();
  await page.keyboard.type("good");
  await expect(page.getByRole("textbox", { name: "Add note" })).toHaveValue("looks good");
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("Escape");

  const verdict = row(page, subject).getByRole("radiogroup", { name: textOf("2.4-stable") });
  await expect(verdict).toBeVisible();
  await expect(verdict.getByRole("radio", { checked: true })).toHaveAccessibleName(before!);
  await page.keyboard.press("w");
  await expect(page.getByText(/is wait on 2\.4-stable: saved/)).toBeVisible();
  await page.keyboard.press("0");
  // All of them: the list may come in two steps, and keys are about what is there.
  await expect(rows(page)).toHaveCount(all);
  await page.keyboard.press("g");
  await page.keyboard.press("g");
  await expect(rows(page).first()).toBeFocused();
  // What stands below each branch is what a new page shows there.
  await expect(rows(page).first()).toContainText("✓✓·");
  const own = await shown();
  await page.goto(`${board.address}s/lantern-2.5?start=all&target=2.4-stable`);
  await expect(row(page, subject)).toHaveCount(1);
  expect(await shown()).toEqual(own);
});

test("open details keep each verdict beside its own branch when a new one comes", async ({ board }) => {
  const page = await board.open("Ada", { path: "s/lantern-2.5?start=all&target=2.4-stable&q=expire" });
  await row(page, subject).getByRole("button").first().click();
  await page.keyboard.press("w");
  await expect(page.getByText(/is wait on 2\.4-stable: saved/)).toBeVisible();
  const table = page.getByRole("region", { name: "Stable branches" });
  const choice = (branch: string) => table.getByRole("combobox", { name: `Verdict for ${branch}` });
  const others = await choice("2.3-stable").inputValue();
  await expect(choice("2.4-stable")).toHaveValue("WAIT");

  await growBranch(board, page);
  await expect(choice("2.5-stable")).toBeVisible();
  await expect(choice("2.4-stable")).toHaveValue("WAIT");
  await expect(choice("2.3-stable")).toHaveValue(others);
  await expect(table.getByRole("row", { name: /^2\.4-stable/ })).toContainText("by Ada");
  // What is new is read, too: why it says what it says.
  await expect(table.getByRole("row", { name: /^2\.5-stable/ })).toContainText("rules:");

  await choice("2.4-stable").selectOption("No");
  await expect(page.getByText(/is no on 2\.4-stable: saved/)).toBeVisible();
});

test("what a wait was asked about is what waits, also when a new branch came in between", async ({ board }) => {
  const page = await board.open("Ada", { path: "s/lantern-2.5?start=all&target=2.4-stable&q=expire" });
  await row(page, subject).click();
  await page.keyboard.press("t");
  const dialog = page.getByRole("dialog", { name: "Wait on 2.4-stable" });
  await dialog.getByRole("radio", { name: "until somebody decides", exact: true }).check();
  await growBranch(board, page);
  await expect(dialog).toBeVisible();
  let go = () => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  await page.route("**/graphql", (route) => held.then(() => route.continue()));
  await page.keyboard.press("Enter");
  // While it is on its way, what the other branches say is theirs.
  await expect(row(page, subject).getByRole("radiogroup", { name: /not saved yet/ })).toBeVisible();
  await expect(row(page, subject).getByRole("img", { name: "2.3-stable: wanted" })).toBeVisible();
  go();
  await expect(page.getByText(/is wait until somebody decides on 2\.4-stable: saved/)).toBeVisible();
  await expect(verdict(page, subject, "Wait")).toBeChecked();
});

test("a choice between two decisions is about their branch, also when a new one came in between", async ({ board }) => {
  const path = "s/lantern-2.5?start=all&target=2.4-stable&q=expire";
  const page = await board.open("Ada", { path });
  const ben = await board.open("Ben", { path });
  let go = () => {};
  const decided = new Promise<void>((resolve) => (go = resolve));
  await page.route("**/graphql", (route) => decided.then(() => route.continue()));
  await row(page, subject).click();
  await page.keyboard.press("y");
  await verdict(ben, subject, "No").check();
  await expect(ben.getByText(/is no on 2\.4-stable: saved/)).toBeVisible();
  go();
  const refused = page.getByRole("list", { name: "Refused decisions" });
  await expect(refused).toContainText("on 2.4-stable: Ben set no first, you wanted yes");
  await growBranch(board, page);
  await refused.getByRole("button", { name: "Set yes" }).click();
  await expect(page.getByText(/is yes on 2\.4-stable: saved/)).toBeVisible();
});

test("cells that are selected are the same ones when a new branch moves them", async ({ board }) => {
  const page = await board.open("Ada", { path: "s/lantern-2.5?start=all&target=2.4-stable&as=matrix&q=expire" });
  const line = page.getByRole("grid", { name: "Matrix" }).getByRole("row").filter({ hasText: subject });
  const cell = (branch: string) => line.getByRole("gridcell", { name: new RegExp(`^${branch}`) });
  await cell("2.4-stable").focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page.getByText("2 cells selected")).toBeVisible();
  await growBranch(board, page);
  await expect(page.getByText("2 cells selected")).toBeVisible();
  await expect(cell("2.3-stable")).toBeFocused();
  await page.keyboard.press("w");
  await expect(cell("2.4-stable")).toHaveAccessibleName("2.4-stable: wait, by Ada");
  await expect(cell("2.3-stable")).toHaveAccessibleName("2.3-stable: wait, by Ada");
});
