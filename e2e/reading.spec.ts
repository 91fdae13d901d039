import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, row, test } from "./board.ts";

const expire = "stick: expire entries";

async function openRow(page: Page, subject: string) {
  await row(page, subject).getByRole("button").first().click();
  const detail = page.getByRole("region", { name: /^Details of/ });
  await expect(detail.getByRole("region", { name: "History" })).toBeVisible();
  return detail;
}

test("the diff comes with colours, and its text stays what git printed", async ({ board }) => {
  const page = await board.open("Ada");
  const trouble: string[] = [];
  page.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
  const detail = await openRow(page, expire);
  await detail.getByRole("button", { name: "Show the diff" }).click();
  const diff = detail.getByRole("region", { name: "Diff", exact: true }).getByLabel("Diff text");
  await expect(diff).toContainText("@@");
  const sha = await row(page, expire)
    .getByText(/^[0-9a-f]{8}$/)
    .textContent();
  const printed = board.git("diff-tree", "-p", "-M", "--root", "--no-commit-id", "-r", sha!);
  const keyword = diff.getByText(/^(int|return|if|void|static|char|struct)$/).first();
  await expect(keyword).toBeVisible();
  const plain = await diff.getByText(/^index /).evaluate((line) => getComputedStyle(line).color);
  expect(await keyword.evaluate((word) => getComputedStyle(word).color)).not.toBe(plain);
  // git shortens the ids of files as it likes.
  const comparable = (text: string) => text.trim().replace(/^index .*$/m, "");
  expect(comparable((await diff.textContent())!)).toBe(comparable(printed));
  // The content policy has nothing to say about how the colours are made.
  expect(trouble).toEqual([]);
});

test("id and link are copied by key and by button, and the link opens the row for whoever gets it", async ({
  board,
}) => {
  const page = await board.open("Ada", { path: "s/lantern-2.5?q=stick&target=2.3-stable" });
  const detail = await openRow(page, expire);
  await page.keyboard.press("c");
  await expect(page.getByText(/^The id of [0-9a-f]{8} is copied/)).toBeVisible();
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  expect(await clipboard()).toMatch(/^[0-9a-f]{40}$/);
  await detail.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText(/^A link to/)).toBeVisible();
  const link = await clipboard();
  const other = await board.open("Ben", { path: link.slice(board.address.length) });
  await expect(other.getByRole("region", { name: /^Details of/ })).toBeVisible();
  await expect(other.getByRole("radio", { name: "2.3-stable" })).toBeChecked();
  // Keys are about what the link is about, and not about the first row, which may be far off the screen.
  await expect(row(other, expire)).toHaveAttribute("aria-current", "true");
  await other.keyboard.press("w");
  await expect(row(other, expire).getByRole("radiogroup", { name: /by Ben$/ })).toBeVisible();
});

test("one goes on to the author's next patch, and to patches of the same files", async ({ board }) => {
  const page = await board.open("Ada");
  const detail = await openRow(page, expire);
  const tools = detail.getByRole("toolbar", { name: "Patch" });
  const next = tools.getByRole("button", { name: /^next/ });
  const subject = (await next.getAttribute("title"))!.replace(/^\d+ /, "");
  await page.keyboard.press("Shift+>");
  await expect(row(page, subject)).toHaveAttribute("aria-current", "true");
  await page.keyboard.press("Shift+<");
  await expect(row(page, expire)).toHaveAttribute("aria-current", "true");
  await detail.getByText("Patches that touch the same files").click();
  const same = detail.getByRole("group").filter({ hasText: "Patches that touch" }).getByRole("listitem");
  await expect(same.first()).toBeVisible();
  const name = (await same.first().getByRole("button").textContent())!.slice(9);
  await same.first().getByRole("button").click();
  await expect(row(page, name)).toHaveAttribute("aria-current", "true");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`everybody can read, ${colorScheme}`, async ({ board }) => {
    test.slow();
    const page = await board.open("Ada", { path: "s/lantern-2.5?q=stick" });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const detail = await openRow(page, expire);
    await detail.getByRole("button", { name: "Show the diff" }).click();
    await expect(detail.getByText(/^(int|return|if|void|static|char|struct)$/).first()).toBeVisible();
    await detail.getByText("Patches that touch the same files").click();
    await expect(detail.getByRole("group").getByRole("listitem").first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    const bad = violations.filter((one) => one.impact === "serious" || one.impact === "critical");
    expect(bad.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`)).toEqual([]);
  });
}
