import { isAccessible } from "./axe.ts";
import { expect, row, test } from "./board.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test(`everybody can use it, ${colorScheme}`, async ({ board }) => {
    test.slow();
    // A screenful of rows: axe looks at each of them, and all are made alike.
    const page = await board.open("Ada", { path: "s/lantern-2.5?start=85&q=BUG" });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await isAccessible(page);
    await row(page, "stick: expire entries").getByRole("button").first().click();
    await expect(page.getByRole("region", { name: "History" })).toBeVisible();
    await isAccessible(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keys and signs" })).toBeVisible();
    await isAccessible(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("e");
    await expect(page.getByText("decided by people")).toBeVisible();
    await isAccessible(page);
    await page.setViewportSize({ width: 800, height: 900 });
    await isAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(800);
  });
}

test("no request leaves the machine's own server, and nothing offends the content policy", async ({ board }) => {
  const page = await board.open("Ada");
  const strange: string[] = [];
  page.on("request", (request) => request.url().startsWith(board.address) || strange.push(request.url()));
  page.on("console", (message) => message.type() === "error" && strange.push(message.text()));
  await page.reload();
  await row(page, "stick: expire entries").getByRole("button").first().click();
  await page.getByRole("button", { name: /diff/i }).click();
  await expect(page.getByRole("region", { name: "Diff", exact: true })).toContainText("return value");
  expect(strange).toEqual([]);
});
