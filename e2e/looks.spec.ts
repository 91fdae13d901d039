import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, row, rows, test, verdict } from "./board.ts";

const expire = "stick: expire entries";

test("rows can be of one line, and stay so in this browser", async ({ board }) => {
  const page = await board.open("Ada");
  const height = async () => (await row(page, expire).boundingBox())!.height;
  const before = await height();
  await page.getByRole("button", { name: "Rows: comfortable" }).click();
  await expect(page.getByRole("button", { name: "Rows: compact" })).toBeVisible();
  expect(await height()).toBeLessThan(before * 0.75);
  // The list is as long as its rows: what lies far below is found where it is.
  await page.keyboard.press("Shift+G");
  await expect(rows(page).last()).toBeFocused();
  await expect(rows(page).last()).toBeInViewport();
  await page.reload();
  await expect(page.getByRole("button", { name: "Rows: compact" })).toBeVisible();
});

test("on paper stands the ledger: black on white, with what was decided, and nothing to click on", async ({
  board,
}) => {
  const page = await board.open("Ada", { path: "s/lantern-2.5?q=stick" });
  await verdict(page, expire, "Wait").check({ force: true });
  await expect(row(page, expire).getByRole("radiogroup", { name: /by Ada$/ })).toBeVisible();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByRole("heading", { name: /lantern-2\.5/ })).toBeVisible();
  for (const name of ["Export", "Help", "Views"]) await expect(page.getByRole("button", { name })).toBeHidden();
  await expect(page.getByRole("searchbox")).toBeHidden();
  await expect(verdict(page, expire, "Wait")).toBeVisible();
  await expect(verdict(page, expire, "Yes")).toBeHidden();
  const ink = await row(page, expire).evaluate((element) => getComputedStyle(element).color);
  expect(ink).toBe("rgb(0, 0, 0)");
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    "rgb(255, 255, 255)",
  );
});

test("a phone shows the whole subject line by line, and the details below each other", async ({ board }) => {
  const page = await board.open("Ada", { path: "s/lantern-2.5?q=stick" });
  await page.setViewportSize({ width: 390, height: 800 });
  const line = row(page, expire);
  const subject = line.getByRole("button").first();
  expect((await subject.boundingBox())!.width).toBeGreaterThan(250);
  await subject.click();
  await expect(page.getByRole("region", { name: "History" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await isAccessible(page);
});

test("nothing moves for who wants no motion", async ({ board }) => {
  const ada = await board.open("Ada");
  const ben = await board.open("Ben");
  await ada.emulateMedia({ reducedMotion: "reduce" });
  await verdict(ben, expire, "Wait").check({ force: true });
  await expect(verdict(ada, expire, "Wait")).toBeChecked();
  expect(await ada.evaluate(() => document.getAnimations().length)).toBe(0);
});

for (const media of [{ forcedColors: "active" }, { contrast: "more" }] as const) {
  test(`a person's verdict and a machine's differ with ${Object.keys(media)[0]}`, async ({ board }) => {
    test.slow();
    // A phrase that one subject has: what the server finds beside it would move the row below the pointer.
    const path = `s/lantern-2.5?q=${encodeURIComponent(`"${expire}"`)}`;
    const page = await board.open("Ada", { path });
    await page.emulateMedia(media);
    const look = () =>
      verdict(page, expire, "Yes").evaluate((input) => {
        const { backgroundColor, boxShadow, borderTopWidth } = getComputedStyle(input.nextElementSibling!);
        return [backgroundColor, boxShadow, borderTopWidth].join(" ");
      });
    const byMachine = await look();
    await verdict(page, expire, "Yes").click({ force: true });
    await expect(row(page, expire).getByRole("radiogroup", { name: /by Ada$/ })).toBeVisible();
    expect(await look()).not.toBe(byMachine);
    await isAccessible(page);
  });
}

/** Nothing that axe calls serious or critical. */
async function isAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const bad = violations.filter((one) => one.impact === "serious" || one.impact === "critical");
  expect(bad.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`)).toEqual([]);
}
