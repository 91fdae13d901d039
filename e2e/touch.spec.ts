import { AxeBuilder } from "@axe-core/playwright";
import { type BrowserContextOptions, devices, type Page } from "@playwright/test";
import { expect, row, test, verdict } from "./board.ts";

const expire = "stick: expire entries";
const moved = "log/threads: move the decision";

/** A device as Playwright knows it, in the browser that the tests have. */
function device(name: string): BrowserContextOptions {
  const { defaultBrowserType: _, ...options } = devices[name]!;
  return options;
}
const tablet = device("Galaxy Tab S4");
const phone = device("Pixel 7");

const cell = (page: Page, subject: string, branch: string) =>
  page
    .getByRole("grid", { name: "Matrix" })
    .getByRole("row")
    .filter({ hasText: subject })
    .getByRole("gridcell", { name: new RegExp(`^${branch}`) });

test("a review by taps alone: decide, undo, select, read, agree, note, the matrix, and every action", async ({
  board,
}) => {
  test.slow();
  const page = await board.open("Ada", { path: "s/lantern-2.5?start=85", device: tablet });
  const letter = (subject: string, name: string) => row(page, subject).locator(`.picker [data-verdict=${name}]`);
  await letter(expire, "W").tap();
  await expect(verdict(page, expire, "Wait")).toBeChecked();
  await page.getByRole("button", { name: "Undo" }).tap();
  await expect(verdict(page, expire, "Yes")).toBeChecked();

  for (const subject of [expire, moved]) await row(page, subject).getByRole("checkbox").tap();
  const selection = page.getByRole("region", { name: "Selection" });
  await selection.getByRole("button", { name: /^Uncertain/ }).tap();
  await selection.getByRole("button", { name: /^Set uncertain/ }).tap();
  for (const subject of [expire, moved]) await expect(verdict(page, subject, "Uncertain")).toBeChecked();
  await page.getByRole("button", { name: "Undo" }).tap();
  await expect(verdict(page, moved, "No")).toBeChecked();

  // Anywhere in the row that does nothing else.
  await row(page, moved).locator(".reason").tap();
  const details = page.getByRole("region", { name: "History" });
  await expect(details).toBeVisible();
  await page
    .getByRole("button", { name: /^agree/ })
    .first()
    .tap();
  await expect(details).toContainText("Ada: saw and agreed: no on 2.4-stable");
  await page.getByRole("textbox", { name: /note/i }).tap();
  await page.keyboard.type("read on the train");
  await page.getByRole("button", { name: /^(Save|Add)/ }).tap();
  await expect(page.getByRole("region", { name: "Notes" })).toContainText("read on the train");
  await row(page, moved).locator(".reason").tap();
  await expect(details).toBeHidden();

  await page.getByRole("button", { name: "Actions" }).tap();
  await page.getByRole("option", { name: /^matrix of patches/ }).tap();
  await cell(page, expire, "2.3-stable").tap();
  await page
    .getByRole("dialog", { name: /^Verdict for/ })
    .getByRole("button", { name: /^Wait/ })
    .tap();
  await expect(cell(page, expire, "2.3-stable")).toHaveAccessibleName("2.3-stable: wait, by Ada");
});

for (const [name, options] of [
  ["tablet", tablet],
  ["phone", phone],
] as const) {
  test(`fingers hit what they mean on a ${name}`, async ({ board }) => {
    const page = await board.open("Ada", { path: "s/lantern-2.5?start=85&q=BUG", device: options });
    const small = async () => {
      const { violations } = await new AxeBuilder({ page }).withRules(["target-size"]).analyze();
      return violations.flatMap((one) => one.nodes.map((node) => node.html.slice(0, 120)));
    };
    expect(await small()).toEqual([]);
    await row(page, expire).getByText("should be backported").tap();
    await expect(page.getByRole("region", { name: "History" })).toBeVisible();
    expect(await small()).toEqual([]);
  });
}
