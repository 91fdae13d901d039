import { AxeBuilder } from "@axe-core/playwright";
import { isAccessible } from "./accessible.ts";
import { expect, row, rows, test } from "./board.ts";

const expire = "stick: expire entries";

test("a view that somebody saves is there for others, who rename and delete it", async ({ board }) => {
  const ada = await board.open("Ada", { path: "s/lantern-2.5?show=y&target=2.3-stable" });
  const ben = await board.open("Ben");
  await ada.getByRole("button", { name: "Views" }).click();
  const views = ada.getByRole("dialog", { name: "Saved views" });
  await views.getByLabel("Save what is shown as").fill("wanted in 2.3");
  await views.getByRole("button", { name: "Save" }).click();
  await expect(views.getByRole("link", { name: "wanted in 2.3" })).toHaveAttribute("aria-current", "true");
  // The focus goes on where another name could be said, and Escape still means these views.
  await expect(views.getByLabel("Save what is shown as")).toBeFocused();
  await ada.keyboard.press("Escape");
  await expect(views).toBeHidden();
  await ada.keyboard.press("Shift+V");

  await ben.keyboard.press("Shift+V");
  const seen = ben.getByRole("dialog", { name: "Saved views" });
  await seen.getByRole("link", { name: "wanted in 2.3" }).click();
  await expect(ben).toHaveURL(/target=2\.3-stable&show=y/);
  await expect(ben.getByRole("radio", { name: "2.3-stable" })).toBeChecked();
  // A view is a place: back leads to what was there before.
  await ben.goBack();
  await expect(ben.getByRole("radio", { name: "2.4-stable" })).toBeChecked();

  await ben.keyboard.press("Shift+V");
  await seen.getByRole("button", { name: "rename wanted in 2.3" }).click();
  await seen.getByLabel("New name").fill("all wanted");
  await ben.keyboard.press("Enter");
  await expect(views.getByRole("link", { name: "all wanted" })).toBeVisible();
  // No key of the board means anything while somebody is in there.
  await seen.getByRole("button", { name: "delete all wanted" }).click();
  await expect(views.getByText("Nobody has saved a view")).toBeVisible();
  // The button that had the focus is gone with its view.
  await ben.keyboard.press("Escape");
  await expect(seen).toBeHidden();
});

test("the numbers in the head lead to exactly what they count", async ({ board }) => {
  const page = await board.open("Ada", { path: "s/lantern-2.5?q=BUG&start=85" });
  const progress = page.getByText(/\d+ of \d+ left/);
  const [left, all] = (await progress.textContent())!.match(/\d+/g)!;
  await progress.getByRole("button", { name: all!, exact: true }).last().click();
  await expect(rows(page)).toHaveCount(Number(all));
  await page.keyboard.press("w");
  await expect(progress).toHaveText(`${Number(left) - 1} of ${all} left`);
  await progress
    .getByRole("button", { name: String(Number(left) - 1), exact: true })
    .first()
    .click();
  await page.getByRole("grid").getByRole("row").nth(3).focus();
  await expect(rows(page)).toHaveCount(Number(left) - 1);
  const shown = page.getByRole("group", { name: "Show verdicts" });
  const yes = shown.getByRole("button", { name: /^Yes/ });
  const count = Number(/\d+/.exec((await yes.textContent())!)![0]);
  await yes.click({ modifiers: ["Shift"] });
  await expect(rows(page)).toHaveCount(count);
});

test("back leads from place to place, however often one filtered in between", async ({ board }) => {
  const page = await board.open("Ada");
  const url = page.url();
  await row(page, expire).getByRole("button").first().click();
  await expect(page).toHaveURL(/open=/);
  await page.getByRole("group", { name: "Show only" }).getByRole("button", { name: "undecided" }).click();
  await page.getByRole("combobox", { name: "Start of review" }).selectOption("all");
  await page.goBack();
  await expect(page).toHaveURL(url);
  await page.goForward();
  await expect(page.getByRole("region", { name: /^Details of/ })).toBeVisible();
});

test("a link to patchbot's page is understood, and becomes one of ours", async ({ board }) => {
  const page = await board.open("Ada", { path: "#show=yo&start=all" });
  await expect(page).toHaveURL(/\/s\/lantern-2\.5\?show=y&start=all$/);
  await page.goto(`${board.address}s/lantern-2.5#show=wy&start=90`);
  await expect(page).toHaveURL(/\?show=wy&only=notes&start=90$/);
  await page.evaluate(() => (location.hash = "#show=nuwyo&start=100"));
  await expect(page).toHaveURL(/\?show=nuwy&start=100$/);
  await expect(rows(page).first()).toHaveAttribute("aria-rowindex", "101");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`everybody can use saved views, ${colorScheme}`, async ({ board }) => {
    const page = await board.open("Ada", { path: "s/lantern-2.5?start=130" });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.getByRole("button", { name: "Views" }).click();
    const views = page.getByRole("dialog", { name: "Saved views" });
    await views.getByLabel("Save what is shown as").fill("the newest");
    await page.keyboard.press("Enter");
    await expect(views.getByRole("link", { name: "the newest" })).toBeVisible();
    await views.getByRole("button", { name: "rename the newest" }).click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    const bad = violations.filter((one) => one.impact === "serious" || one.impact === "critical");
    expect(bad.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`)).toEqual([]);
  });
}

test("keys reach the board as soon as the views are closed, also where nothing had the focus before", async ({
  board,
}) => {
  const page = await board.open("Ada");
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press("Shift+V");
  await expect(page.getByLabel("Save what is shown as")).toBeFocused();
  // In the same breath: the browser itself takes the focus from what is hidden in the next frame.
  const isFree = await page.evaluate(() => {
    document.getElementById("views-list")!.hidePopover();
    return document.activeElement === document.body;
  });
  expect(isFree).toBe(true);
});

test("an open popover stays at its button when the window changes its size", async ({ board }) => {
  const page = await board.open("Ada");
  const button = page.getByRole("button", { name: /^Views/ });
  await button.click();
  const views = page.getByRole("dialog", { name: "Saved views" });
  await expect(views).toBeVisible();
  await page.setViewportSize({ width: 800, height: 600 });
  const isBelow = async () => {
    const [box, at] = [(await views.boundingBox())!, (await button.boundingBox())!];
    return Math.abs(box.y - at.y - at.height - 4) < 1 && box.x + box.width <= 800;
  };
  await expect.poll(isBelow).toBe(true);
});

test("a link to a branch or a patch that the board does not have says so", async ({ board }) => {
  const page = await board.open("Ada", { path: "s/lantern-2.5?start=all&target=1.9-stable&open=deadbeefdead" });
  const branch = page
    .getByRole("status")
    .filter({ hasText: "This board has no branch 1.9-stable: 2.4-stable is shown." });
  const patch = page.getByRole("status").filter({ hasText: "This board has no patch deadbeefdead" });
  await expect(branch).toBeVisible();
  await expect(patch).toBeVisible();
  await isAccessible(page);
  await branch.getByRole("button", { name: "Go on with 2.4-stable" }).click();
  await expect(branch).toHaveCount(0);
  await expect(page).toHaveURL(/target=2\.4-stable/);
  await patch.getByRole("button", { name: "Go on without it" }).click();
  await expect(patch).toHaveCount(0);
  await expect(page).not.toHaveURL(/open=/);
  // A branch that another key leads to, and a row that is there, are no matter of it.
  await page.keyboard.press("]");
  await page.keyboard.press("o");
  await expect(page).toHaveURL(/open=/);
  await expect(page.getByText("This board has no")).toHaveCount(0);
});
