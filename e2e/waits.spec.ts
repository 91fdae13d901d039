import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, row, rows, test, verdict } from "./board.ts";

const expire = "stick: expire entries";
const whole = "s/lantern-2.5?start=all";

test("an author's wait shows how far it is, and ripe ones are counted and filtered", async ({ board }) => {
  const page = await board.open("Ada", { path: `${whole}&q=verdict:wait` });
  // The demonstration is a year of history: "some period of observation" is over for its older half.
  const ripe = page.getByRole("group", { name: "Show only" }).getByRole("button", { name: /^ripe/ });
  const counted = Number(/\d+/.exec((await ripe.textContent())!)![0]);
  expect(counted).toBeGreaterThan(0);
  await ripe.click();
  await expect(rows(page)).toHaveCount(counted);
  await expect(page).toHaveURL(/only=ripe/);
  await expect(rows(page).first().getByRole("button", { name: /^ripe/ })).toHaveAttribute(
    "title",
    /as the author asks/,
  );
});

test("a wait gets a day, shows when it will be ripe, and others see it", async ({ board }) => {
  const ada = await board.open("Ada");
  const ben = await board.open("Ben");
  await verdict(ada, expire, "Wait").check();
  await row(ada, expire).focus();
  await ada.keyboard.press("t");
  const dialog = ada.getByRole("dialog", { name: "Wait on 2.4-stable" });
  const inNineDays = new Date(Date.now() + 9 * 24 * 3_600_000).toISOString().slice(0, 10);
  await dialog.getByLabel("Day", { exact: true }).fill(inNineDays);
  await dialog.getByRole("button", { name: "Wait" }).click();
  await expect(dialog).toHaveCount(0);
  // It waits already, and is only told for what: that keeps its row, where a decision would lead on.
  await expect(row(ada, expire)).toBeFocused();
  await expect(row(ada, expire).getByRole("button", { name: "ripe in 9 days" })).toBeVisible();
  await expect(row(ben, expire).getByRole("button", { name: "ripe in 9 days" })).toBeVisible();
  await row(ada, expire).getByRole("button").first().click();
  await expect(ada.getByRole("region", { name: "History" })).toContainText(`wait on 2.4-stable, until ${inNineDays}`);
  // Undo gives the wait back as it was.
  await row(ada, expire).focus();
  await ada.keyboard.press("z");
  await expect(row(ada, expire).getByRole("button", { name: "ripe in 9 days" })).toHaveCount(0);
  // So does going back in the history, and what somebody waits for is not lost when wait is said again.
  const back = ada.getByRole("button", { name: `go back to this: wait until ${inNineDays} on 2.4-stable` });
  await back.first().click();
  await expect(row(ada, expire)).toBeFocused();
  await expect(row(ben, expire).getByRole("button", { name: "ripe in 9 days" })).toBeVisible();
  await expect(back).toHaveCount(0);
  await row(ben, expire).focus();
  await ben.keyboard.press("w");
  await expect(ada.getByRole("region", { name: "History" })).toContainText("Ben: wait → wait on 2.4-stable, until");
  await expect(row(ada, expire).getByRole("button", { name: "ripe in 9 days" })).toBeVisible();
});

test("two people who want to wait for different days see both, and either can be had", async ({ board }) => {
  const ada = await board.open("Ada");
  const ben = await board.open("Ben", { path: "s/lantern-2.5?q=stick", isDeaf: true });
  const until = async (page: Page, day: string) => {
    await row(page, expire).focus();
    await page.keyboard.press("t");
    const dialog = page.getByRole("dialog", { name: "Wait on 2.4-stable" });
    await dialog.getByLabel("Day", { exact: true }).fill(day);
    await dialog.getByRole("button", { name: "Wait" }).click();
  };
  await until(ada, "2198-01-01");
  await expect(row(ada, expire).getByRole("button", { name: "ripe on 2198-01-01" })).toBeVisible();
  await until(ben, "2199-01-01");
  const refused = ben.getByRole("list", { name: "Refused decisions" });
  await expect(refused).toContainText("Ada set wait until 2198-01-01 first, you wanted wait until 2199-01-01.");
  await expect(refused.getByRole("button", { name: "Keep wait until 2198-01-01" })).toBeVisible();
  await refused.getByRole("button", { name: "Set wait until 2199-01-01" }).click();
  await expect(refused).toHaveCount(0);
  await expect(row(ada, expire).getByRole("button", { name: "ripe on 2199-01-01" })).toBeVisible();
});

test("a wait that cannot come back is proposed by nobody, and told of", async ({ board }) => {
  const page = await board.open("Ada");
  await row(page, expire).focus();
  await page.keyboard.press("t");
  const dialog = page.getByRole("dialog", { name: "Wait on 2.4-stable" });
  // Enter takes what is proposed: a day that is still to come.
  await expect(dialog.getByRole("radio").nth(1)).toBeFocused();
  const day = dialog.getByLabel("Day", { exact: true });
  await day.fill(new Date().toISOString().slice(0, 10));
  await dialog.getByRole("button", { name: "Wait" }).click();
  await expect(day).toHaveJSProperty("validity.valid", false);
  await dialog.getByLabel("Days after the commit").fill("1");
  await dialog.getByRole("button", { name: "Wait" }).click();
  await expect(page.getByText("is wait until 1 day after the commit on 2.4-stable: saved, but its time")).toBeVisible();
});

test("a wait for a tag is over when the tag is there", async ({ board }) => {
  const page = await board.open("Ada");
  await verdict(page, expire, "Wait").check();
  await row(page, expire).getByRole("button").first().click();
  await page
    .getByRole("region", { name: "Stable branches" })
    .getByRole("button", { name: /ripe|until|no end/ })
    .first()
    .click();
  const dialog = page.getByRole("dialog", { name: "Wait on 2.4-stable" });
  await dialog.getByLabel("Tag pattern").fill("v2.9*");
  await dialog.getByRole("button", { name: "Wait" }).click();
  await expect(row(page, expire).getByRole("button", { name: "until v2.9*" })).toBeVisible();
  board.git("tag", "-a", "-m", "out", "v2.9-dev1", "master");
  await page.getByRole("button", { name: "Read the repository now" }).click();
  await expect(row(page, expire).getByRole("button", { name: "ripe today" })).toBeVisible();
  await expect(page.getByRole("region", { name: "History" })).toContainText("the wait on 2.4-stable is over");
});

test("a wait that is over comes back to the queue, on top, until somebody looks again", async ({ board }) => {
  const page = await board.open("Ada", { path: "s/lantern-2.5?order=queue&start=100" });
  const headings = page.getByRole("rowheader");
  const left = page.getByText(/^\d+ of \d+ left$/);
  await page.getByRole("searchbox").fill("do not read a directory");
  const one = row(page, "do not read a directory");
  await expect(headings).toHaveText([/^To decide 1$/]);
  const before = (await left.textContent())!;
  await one.focus();
  await page.keyboard.press("t");
  const dialog = page.getByRole("dialog", { name: "Wait on 2.4-stable" });
  await dialog.getByLabel("Tag pattern").fill("v2.9*");
  await dialog.getByRole("button", { name: "Wait" }).click();
  await expect(left).not.toHaveText(before);
  await page.getByRole("searchbox").fill("");
  await expect(one).toHaveCount(0);
  board.git("tag", "-a", "-m", "out", "v2.9-dev1", "master");
  await page.getByRole("button", { name: "Read the repository now" }).click();
  await expect(left).toHaveText(before);
  await expect(one).toBeVisible();
  await page.getByRole("searchbox").fill("do not read a directory");
  await expect(headings).toHaveText([/^Ripe 1$/]);
  // Who agrees that it goes on waiting has looked again; so has who decides.
  await one.focus();
  await page.keyboard.press("s");
  await expect(left).not.toHaveText(before);
  await page.keyboard.press("z");
  await expect(left).toHaveText(before);
});

test("the dialog of a wait can be used by everybody", async ({ board }) => {
  const page = await board.open("Ada", { path: `${whole}&q=verdict:wait` });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await rows(page)
      .first()
      .getByRole("button", { name: /ripe|until/ })
      .click();
    await expect(page.getByRole("dialog", { name: /^Wait on/ })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    const bad = violations.filter((one) => one.impact === "serious" || one.impact === "critical");
    expect(bad.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`)).toEqual([]);
    await page.setViewportSize({ width: 800, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(800);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
});
