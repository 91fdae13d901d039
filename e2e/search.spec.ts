import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, row, rows, test } from "./board.ts";

const whole = "s/lantern-2.5?start=all";
const box = (page: Page) =>
  page.getByRole("searchbox", { name: "Search patches" }).or(page.getByRole("combobox", { name: "Search patches" }));
const marked = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get("found") ?? [])].map((range) => String(range as Range)));

test("words are found in rows at once, and in messages, notes and paths when the server has looked", async ({
  board,
}) => {
  const page = await board.open("Ada", { path: whole });
  await box(page).fill("SERVFAIL");
  await expect(rows(page)).toHaveCount(1);
  // Only the message says this.
  await box(page).fill("resolver fails");
  await expect(rows(page)).toHaveCount(1);
  await expect(row(page, "keep the last good answer on SERVFAIL")).toBeVisible();
  await box(page).fill("path:src/dns.c -servfail");
  await expect(row(page, "accept a CNAME")).toBeVisible();
  await expect(row(page, "keep the last good answer on SERVFAIL")).toHaveCount(0);
  await expect(rows(page).filter({ hasNotText: "dns" })).toHaveCount(0);
  await expect(page).toHaveURL(/q=path%3Asrc%2Fdns\.c\+-servfail/);
  await page.reload();
  await expect(box(page)).toHaveValue("path:src/dns.c -servfail");
  await expect(rows(page).filter({ hasNotText: "dns" })).toHaveCount(0);
});

test("operators follow what is on the screen, decisions included", async ({ board }) => {
  const page = await board.open("Ada", { path: whole });
  await box(page).fill("verdict:wait is:instructed area:cache");
  const count = await rows(page).count();
  expect(count).toBeGreaterThan(0);
  await expect(rows(page).first().getByRole("radio", { name: "Wait", exact: true })).toBeChecked();
  await box(page).fill("is:decided");
  await expect(page.getByText("No patch matches")).toBeVisible();
  await box(page).fill("CNAME");
  await row(page, "accept a CNAME").getByRole("radio", { name: "No", exact: true }).check();
  await box(page).fill("is:decided");
  await expect(rows(page)).toHaveCount(1);
});

test("a note that a colleague writes is found a moment later", async ({ board }) => {
  const page = await board.open("Ada", { path: whole });
  const other = await board.open("Ben", { path: `${whole}&q=CNAME` });
  await box(page).fill("windmill");
  await expect(page.getByText("No patch matches")).toBeVisible();
  await row(other, "accept a CNAME").getByRole("button").first().click();
  await other.getByRole("textbox", { name: "Add note" }).fill("there are windmills in it");
  await other.getByRole("textbox", { name: "Add note" }).press("Control+Enter");
  await expect(row(page, "accept a CNAME")).toBeVisible();
});

test("what is not understood is said in a sentence, and the rest is searched", async ({ board }) => {
  const page = await board.open("Ada", { path: whole });
  await box(page).fill("servfail verdict:perhaps");
  await expect(page.getByRole("status").filter({ hasText: "takes no, uncertain, wait, yes" })).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await box(page).fill('"last good');
  await expect(page.getByRole("status").filter({ hasText: "A quote is open" })).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await box(page).fill("servfail");
  await expect(page.getByText("A quote is open")).toHaveCount(0);
});

test("operators, authors and areas are suggested", async ({ board }) => {
  const page = await board.open("Ada", { path: whole });
  const offered = () =>
    page.locator("datalist option").evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
  await box(page).pressSequentially("timer ver");
  await expect.poll(offered).toEqual(["timer verdict:"]);
  await box(page).pressSequentially("dict:");
  await expect.poll(offered).toContain("timer verdict:wait");
  await box(page).fill("area:h");
  await expect.poll(offered).toContain("area:h2");
  await box(page).fill("author:ada");
  await expect.poll(async () => (await offered())[0]).toMatch(/^author:"Ada/);
});

test("a key leads to areas and authors, and Escape back to the rows, which stay filtered", async ({ board }) => {
  const page = await board.open("Ada", { path: "s/lantern-2.5?start=all" });
  const current = page.locator("[role=row][aria-current=true]");
  const area = page.getByRole("combobox", { name: "Area" });
  await page.keyboard.press("j");
  await page.keyboard.press("f");
  await expect(area).toBeFocused();
  await expect(area.getByRole("option", { name: /^dns \(\d+\)$/ })).toBeAttached();
  await page.keyboard.type("dns");
  await expect(page).toHaveURL(/area=dns/);
  await page.keyboard.press("Escape");
  await expect(current).toBeFocused();
  await expect(current).toContainText("dns:");
  await expect(page).toHaveURL(/area=dns/);
  // An open list is what Escape closes first.
  await page.keyboard.press("f");
  await page.keyboard.press("Alt+ArrowDown");
  await page.keyboard.press("Escape");
  await expect(area).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("combobox", { name: "Author" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(current).toBeFocused();
});

test("words are marked in rows and in the open message, and no longer when the search is over", async ({ board }) => {
  const page = await board.open("Ada", { path: whole });
  await box(page).fill("resolver fails");
  await expect(rows(page)).toHaveCount(1);
  await row(page, "SERVFAIL").getByRole("button").first().click();
  await expect(page.getByRole("group", { name: "Message" })).toBeVisible();
  await expect.poll(() => marked(page)).toEqual(expect.arrayContaining(["resolver", "fails"]));
  await box(page).fill("BUG/MEDIUM dns:");
  // Tag and subject are elements of their own; the words are found across them.
  await expect.poll(() => marked(page)).toEqual(expect.arrayContaining(["BUG/MEDIUM", "dns"]));
  await box(page).fill("");
  await expect.poll(() => marked(page)).toEqual([]);
});

test("without the server, rows are still searched, and that is said", async ({ board }) => {
  const page = await board.open("Ada", { path: whole });
  await board.stop();
  await box(page).fill("SERVFAIL");
  await expect(rows(page)).toHaveCount(1);
  const place = await rows(page).first().boundingBox();
  await expect(page.getByRole("status").filter({ hasText: "only what the rows show is searched" })).toBeVisible();
  expect(await rows(page).first().boundingBox(), "no row moves for it").toEqual(place);
  await board.start(Number(new URL(board.address).port));
  await box(page).fill("resolver fails");
  await expect(row(page, "SERVFAIL")).toBeVisible();
  await expect(page.getByText("only what the rows show is searched")).toHaveCount(0);
});

test("an index that is behind is said at the foot, and no row moves when it has caught up", async ({ board }) => {
  const page = await board.open("Ada", { path: whole });
  let unread = 1_200;
  await page.route("**/graphql", async (route) => {
    if (!route.request().postData()?.includes("useSearchQuery")) return route.fallback();
    const response = await route.fetch();
    const answer = JSON.parse(await response.text());
    answer.data.series.search.unread = unread;
    await route.fulfill({ response, json: answer });
  });
  await box(page).fill("resolver fails");
  await expect(rows(page)).toHaveCount(1);
  const place = await rows(page).first().boundingBox();
  const behind = page.getByRole("status").filter({ hasText: "1,200 commits are not in the search index yet" });
  await expect(behind).toBeVisible();
  expect(await rows(page).first().boundingBox(), "when it is said").toEqual(place);
  unread = 0;
  await expect(behind).toHaveCount(0);
  expect(await rows(page).first().boundingBox(), "when it is no longer").toEqual(place);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`a search with marks and trouble can be used by everybody, ${colorScheme}`, async ({ board }) => {
    const page = await board.open("Ada", { path: `${whole}&q=servfail verdict:perhaps` });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expect(page.getByRole("status").filter({ hasText: "takes no" })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    const bad = violations.filter((one) => one.impact === "serious" || one.impact === "critical");
    expect(bad.map((one) => one.id)).toEqual([]);
    await page.setViewportSize({ width: 800, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(800);
  });
}
