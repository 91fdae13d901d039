import { isAccessible } from "./accessible.ts";
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

test("a board opens with what its page brought: it asks for nothing before its first rows", async ({ board }) => {
  const page = await board.open("Ada", { path: "s/lantern-2.5?start=all" });
  const sent: string[] = [];
  await page.route("**/graphql", (route) => {
    sent.push(route.request().postData() ?? "");
    return route.abort();
  });
  await page.reload();
  await expect(row(page, "stick: expire entries")).toBeVisible();
  expect(sent.filter((body) => /BoardPageQuery/.test(body))).toEqual([]);
  // A link of patchbot's, which no server sees whole, starts elsewhere: then the page asks for the rows itself.
  await page.unroute("**/graphql");
  const asked = page.waitForRequest((request) => /BoardRowsQuery.*"from":90/.test(request.postData() ?? ""));
  await page.goto("about:blank");
  await page.goto(`${board.address}s/lantern-2.5#start=90`);
  await asked;
  await expect(row(page, "stick: expire entries")).toBeVisible();
});
