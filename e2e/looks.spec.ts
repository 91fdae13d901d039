import type { Page } from "@playwright/test";
import { isAccessible } from "./accessible.ts";
import { complete, expect, row, rows, test, verdict } from "./board.ts";

const expire = "stick: expire entries";

// A phrase that one subject has: what the server finds beside it would move the row below the pointer.
const onlyExpire = `s/lantern-2.5?q=${encodeURIComponent(`"${expire}"`)}`;

/** How high the head may be, with the names of the columns, and how many whole rows have to be below it. */
const screens = [
  { width: 800, head: 126, least: 19 },
  { width: 1280, head: 96, least: 20 },
  { width: 2560, head: 96, least: 26 },
];

/** What one looks at: the head's height, and how many rows stand between it and the foot of the screen. */
const measured = (page: Page) =>
  page.evaluate(() => {
    const { bottom, height } = document.querySelector("header")!.getBoundingClientRect();
    const places = [...document.querySelectorAll('[role="row"][aria-current], [role="row"][tabindex]')].map((one) =>
      one.getBoundingClientRect(),
    );
    return { head: height, whole: places.filter((one) => one.top >= bottom - 1 && one.bottom <= innerHeight).length };
  });

const isAsWideAsTheScreen = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

for (const { width, head, least } of screens) {
  test(`rows have the screen, and the head few lines, at ${width} pixels`, async ({ board }) => {
    const page = await board.open("Ada Lovelace");
    await page.setViewportSize({ width, height: 900 });
    // All that a head has: a name in the way, notes, decisions, ripe waits, somebody else, and a place to go on at.
    await board.open("Ben", { path: "s/lantern-2.5?q=CNAME" });
    await expect(page.getByRole("list", { name: "Here now" })).toBeVisible();
    await row(page, expire).scrollIntoViewIfNeeded();
    await verdict(page, expire, "Wait").check();
    await expect(page.getByRole("button", { name: /^by people/ })).toBeVisible();
    await page.evaluate(() => scrollTo(0, 0));
    await complete(page);
    // Only rows that are whole are counted, and those above were too far to be.
    await expect(rows(page).first().getByRole("radio").first()).toBeVisible();
    const seen = await measured(page);
    expect(seen.head).toBeLessThanOrEqual(head);
    expect(seen.whole).toBeGreaterThanOrEqual(least);
    await isAsWideAsTheScreen(page);
  });

  test(`nothing is wider than the screen, whatever is shown, at ${width} pixels`, async ({ board }) => {
    const page = await board.open("Ada");
    await page.setViewportSize({ width, height: 900 });
    for (const key of ["q", "q", "x", "n", "Escape", "Escape", "e", "e", "?", "Escape", "Control+k", "Escape"]) {
      await page.keyboard.press(key);
      await isAsWideAsTheScreen(page);
    }
    await row(page, expire).getByRole("button").first().click();
    await expect(page.getByRole("region", { name: "History" })).toBeVisible();
    await isAsWideAsTheScreen(page);
    await page.getByRole("button", { name: "Matrix" }).click();
    await expect(page.getByRole("grid", { name: "Matrix" })).toBeVisible();
    await isAsWideAsTheScreen(page);
    await page.getByRole("button", { name: "List" }).click();
    await page.getByRole("searchbox").fill("verdict:maybe zanzibar");
    await expect(page.getByText("No patch matches")).toBeVisible();
    await isAsWideAsTheScreen(page);
    await page.goto(board.address + "s/nowhere");
    await expect(page.getByRole("heading", { name: /no series/ })).toBeVisible();
    await isAsWideAsTheScreen(page);
  });
}

test("on a wide screen the reason stands beside the subject, and reasons below each other", async ({ board }) => {
  const page = await board.open("Ada");
  await page.setViewportSize({ width: 2560, height: 900 });
  const place = async (subject: string, text: RegExp) => ({
    subject: (await row(page, subject).getByRole("button").first().boundingBox())!,
    reason: (await row(page, subject).getByText(text).boundingBox())!,
  });
  const one = await place(expire, /should be backported/);
  const other = await place("pool: report the right size", /can be backported/);
  for (const { subject, reason } of [one, other]) {
    expect(reason.x).toBeGreaterThan(subject.x + subject.width);
    expect(Math.abs(reason.y - subject.y)).toBeLessThan(6);
  }
  expect(one.reason.x).toBe(other.reason.x);
});

test("on a wide screen a long mark leaves room for who agreed", async ({ board }) => {
  const wait = "s/lantern-2.5?start=all&q=verdict:wait&only=ripe";
  const una = await board.open("Una Longfellow", { path: wait });
  await una.keyboard.press("s");
  const page = await board.open("Ada", { path: wait });
  await page.setViewportSize({ width: 2560, height: 900 });
  const line = rows(page).filter({ has: page.getByTitle("Seen and agreed: Una Longfellow") });
  await expect(line.getByRole("button", { name: /^ripe since/ })).toBeVisible();
  const name = line.getByTitle("Seen and agreed: Una Longfellow");
  expect(await name.evaluate((mark) => mark.scrollWidth - mark.clientWidth)).toBeLessThanOrEqual(0);
});

test("buttons have the keys on them that they serve, also after a key was changed", async ({ board }) => {
  const page = await board.open("Ada");
  const keys: [name: RegExp, key: string][] = [
    [/^Queue/, "q"],
    [/^Matrix/, "M"],
    [/^Views/, "V"],
    [/^Export/, "e"],
    [/^Undo/, "z"],
    [/^No /, "1"],
    [/^undecided/, "d"],
  ];
  for (const [name, key] of keys) {
    const button = page.locator("header").getByRole("button", { name }).first();
    await expect(button).toContainText(new RegExp(`${key}$`));
  }
  await row(page, expire).getByRole("button").first().click();
  const copy = page.getByRole("toolbar", { name: "Patch" }).getByRole("button", { name: "Copy id" });
  await expect(copy).toHaveText("Copy id c");
  await page.keyboard.press("?");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /copy the commit's id/ })
    .click();
  await page.keyboard.press("=");
  await page.keyboard.press("Escape");
  await expect(copy).toHaveText("Copy id =");
});

test("what is asked for has the focus in a dialog, and on a narrow screen the settings are in the help", async ({
  board,
}) => {
  const page = await board.open(null);
  await page.keyboard.press("n");
  await expect(page.getByRole("dialog").getByLabel("Your name")).toBeFocused();
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 800, height: 900 });
  await expect(page.getByRole("button", { name: "Theme: auto" })).toBeHidden();
  await page.keyboard.press("?");
  await page.getByRole("combobox", { name: "Theme" }).selectOption("dark");
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("dark");
});

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
  const page = await board.open("Ada", { path: onlyExpire });
  await verdict(page, expire, "Wait").check();
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

test("on a phone there is room for why a verdict is so, whatever can be done with it", async ({ board }) => {
  const ben = await board.open("Ben", { path: onlyExpire });
  await verdict(ben, expire, "Wait").check();
  await expect(row(ben, expire).getByRole("radiogroup", { name: /by Ben$/ })).toBeVisible();
  const page = await board.open("Ada", { path: onlyExpire });
  await page.setViewportSize({ width: 390, height: 800 });
  await row(page, expire).getByRole("button").first().click();
  const line = page.getByRole("region", { name: "Stable branches" }).getByRole("row", { name: /by Ben/ });
  for (const name of ["agree", "withdraw"]) await expect(line.getByRole("button", { name })).toBeVisible();
  expect((await line.getByRole("cell").last().boundingBox())!.width).toBeGreaterThan(140);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

for (const width of [601, 640, 760]) {
  test(`nothing in the head is cut off or over something else, at ${width} pixels`, async ({ board }) => {
    board.git("branch", "2.2-stable", "2.3-stable");
    board.cli("sync", "--repo", board.repo);
    const page = await board.open("Ada Lovelace");
    await board.open("Ben", { path: "s/lantern-2.5?q=CNAME" });
    await expect(page.getByRole("list", { name: "Here now" })).toBeVisible();
    await row(page, expire).scrollIntoViewIfNeeded();
    await verdict(page, expire, "Wait").check();
    await page.setViewportSize({ width, height: 450 });
    for (const layout of ["Patches", "Matrix"]) {
      if (layout === "Matrix") await page.keyboard.press("Shift+M");
      await expect(page.getByRole("grid", { name: layout })).toBeVisible();
      await isAsWideAsTheScreen(page);
      // The middle of each is its own, and so are its ends.
      const hidden = await page.locator("header").evaluate((head) =>
        [...head.querySelectorAll(".targets label, .bar button, .bar a, .bar select, .bar input[type=search]")]
          .filter((one) => one.checkVisibility())
          .filter((one) => {
            const { left, right, top, bottom } = one.getBoundingClientRect();
            return [left + 2, (left + right) / 2, right - 2].some(
              (x) => !one.contains(document.elementFromPoint(x, (top + bottom) / 2)),
            );
          })
          .map((one) => one.textContent || one.getAttribute("aria-label")),
      );
      expect(hidden).toEqual([]);
    }
  });
}

test("nothing moves for who wants no motion", async ({ board }) => {
  const ada = await board.open("Ada");
  const ben = await board.open("Ben");
  await ada.emulateMedia({ reducedMotion: "reduce" });
  await verdict(ben, expire, "Wait").check();
  await expect(verdict(ada, expire, "Wait")).toBeChecked();
  expect(await ada.evaluate(() => document.getAnimations().length)).toBe(0);
});

for (const media of [{ forcedColors: "active" }, { contrast: "more" }] as const) {
  test(`a person's verdict and a machine's differ with ${Object.keys(media)[0]}`, async ({ board }) => {
    test.slow();
    const page = await board.open("Ada", { path: onlyExpire });
    await page.emulateMedia(media);
    const look = () =>
      verdict(page, expire, "Yes").evaluate((input) => {
        const { backgroundColor, boxShadow, borderTopWidth } = getComputedStyle(input.nextElementSibling!);
        return [backgroundColor, boxShadow, borderTopWidth].join(" ");
      });
    const byMachine = await look();
    await verdict(page, expire, "Yes").click();
    await expect(row(page, expire).getByRole("radiogroup", { name: /by Ada$/ })).toBeVisible();
    expect(await look()).not.toBe(byMachine);
    await isAccessible(page);
  });
}
