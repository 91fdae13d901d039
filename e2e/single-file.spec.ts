import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "@playwright/test";
import { isAccessible } from "./accessible.ts";
import { type Board, expect, row, rows, test, verdict } from "./board.ts";

const expire = "stick: expire entries";
const cname = "dns: accept a CNAME";
const refuse = "acl: refuse an empty list";
const hostile = "BUG/MINOR: page: </script><script>document.title='owned'</script>";
const body =
  'not <!-- closed \u2028 "${cid_y[@]}" $(reboot) <img src=https://evil.invalid/x onerror=alert(1)> zanzibar';

interface Opened {
  page: Page;
  path: string;
  /** What the page asked for beside itself, and what it complained of. */
  strange: string[];
}

/** Exports the board as one file and opens that from the disk, with no network at all. */
async function openFile(board: Board, browser: Browser, isForgetful = false): Promise<Opened> {
  const path = join(board.folder, "board.html");
  writeFileSync(path, board.cli("export", "--format", "html"));
  const context = await browser.newContext({ offline: true, acceptDownloads: true });
  if (isForgetful) {
    await context.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("not here", "SecurityError");
        },
      });
    });
  }
  const page = await context.newPage();
  const strange: string[] = [];
  page.on("request", (request) => /^(file|data|blob):/.test(request.url()) || strange.push(request.url()));
  page.on("console", (message) => message.type() === "error" && strange.push(message.text()));
  page.on("pageerror", (error) => strange.push(error.message));
  await page.goto(pathToFileURL(path).href);
  await expect(rows(page).first()).toBeVisible();
  return { page, path, strange };
}

async function introduce(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Who decides?" });
  await dialog.getByLabel("Your name").fill(name);
  await dialog.getByRole("button", { name: "Go on" }).click();
}

async function saveDecisions(page: Page, board: Board): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page
      .getByRole("button", { name: /^Save decisions/ })
      .first()
      .click(),
  ]);
  const path = join(board.folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

test("the whole board opens from the disk and asks nobody for anything", async ({ board, browser }) => {
  board.git("commit", "-q", "--allow-empty", "-m", `${hostile}\n\n${body}\n\nThis must be backported to 2.4.`);
  board.cli("sync", "--repo", board.repo);
  board.cli("classify");
  const { page, strange } = await openFile(board, browser);
  await expect(page).toHaveTitle("lantern-2.5: patchboard");
  await expect(page).toHaveURL(/board\.html#\/s\/lantern-2\.5/);

  // Search reads the messages too, filters and keys are those of the board.
  await page.getByRole("searchbox", { name: "Search patches" }).fill("zanzibar");
  await expect(rows(page)).toHaveCount(1);
  await expect(page).toHaveURL(/q=zanzibar/);
  await page.getByRole("searchbox", { name: "Search patches" }).press("Enter");
  await page.keyboard.press("o");
  await expect(page.getByRole("group", { name: "Message" })).toContainText(body.slice(0, 16));
  await expect(page.getByRole("group", { name: "Message" })).toContainText(
    "<img src=https://evil.invalid/x onerror=alert(1)>",
  );
  await expect(page.getByRole("region", { name: "History" })).toContainText("rules");
  await isAccessible(page);
  await page.keyboard.press("e");
  await expect(page.getByRole("complementary", { name: "Export" })).toContainText("asked for by authors");
  await isAccessible(page);
  await page.goBack();
  await page.reload();
  await expect(rows(page)).toHaveCount(1);
  await expect(page).toHaveTitle("lantern-2.5: patchboard");
  expect(strange).toEqual([]);
});

test("what the page loads later is in the file too: the matrix and the palette", async ({ board, browser }) => {
  const { page, strange } = await openFile(board, browser);
  const matrix = page.getByRole("grid", { name: "Matrix" });
  await page.keyboard.press("Control+k");
  await page.keyboard.type("matrix");
  await expect(
    page.getByRole("list", { name: "Found" }).or(page.getByRole("listbox", { name: "Found" })),
  ).toContainText(/matrix/i);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+M");
  await expect(matrix).toBeVisible();
  await page.reload();
  await expect(matrix).toBeVisible();
  expect(strange).toEqual([]);
});

test("decisions and notes made in a file stay in the browser, make its list, and come back to the board", async ({
  board,
  browser,
}) => {
  test.slow();
  const { page, strange } = await openFile(board, browser);
  await expect(page.getByRole("button", { name: "Save decisions" }).first()).toBeDisabled();
  // In the order of the page: a click on a row above would meet the head, which stays on screen.
  await verdict(page, refuse, "Yes").click();
  await introduce(page, "Cleo");
  await expect(row(page, refuse).getByRole("radiogroup", { name: /by Cleo$/ })).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.getByRole("status").filter({ hasText: "Undone: yes" })).toBeVisible();
  await page.keyboard.press("Shift+Z");
  await expect(page.getByRole("status").filter({ hasText: "Done again: yes" })).toBeVisible();
  await expect(row(page, refuse).getByRole("radiogroup", { name: /by Cleo$/ })).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.getByRole("status").filter({ hasText: "Undone: yes" })).toBeVisible();
  // What is agreed with in a file is seen there, and on the board when it comes back.
  await page.keyboard.press("j");
  const beside = (await page.locator("[role=row][aria-current=true]").getByRole("button").first().textContent())!;
  await page.keyboard.press("s");
  await expect(row(page, beside).getByRole("radiogroup", { name: /agreed by Cleo$/ })).toBeVisible();
  await verdict(page, expire, "Yes").click();
  await verdict(page, cname, "Wait").check();
  await row(page, expire).getByRole("button").first().click();
  await page.getByRole("textbox", { name: "Add note" }).fill("read on the train");
  await page.getByRole("textbox", { name: "Add note" }).press("Control+Enter");
  await expect(page.getByRole("region", { name: "Notes" })).toContainText("read on the train");

  await page.reload();
  await expect(page.getByRole("region", { name: "Notes" })).toContainText("read on the train");
  await expect(row(page, expire).getByRole("radiogroup", { name: /by Cleo$/ })).toBeVisible();
  await expect(verdict(page, cname, "Wait")).toBeChecked();
  await expect(row(page, beside).getByRole("radiogroup", { name: /agreed by Cleo$/ })).toBeVisible();
  await expect(row(page, refuse).getByRole("radiogroup", { name: /by/ })).toHaveCount(0);

  await page.getByRole("button", { name: "Export", exact: true }).click();
  // The list follows each decision, also one that is made in another window on the same file.
  const byPeople = page.getByRole("complementary", { name: "Export" }).getByRole("definition").first();
  await expect(byPeople).toHaveText("1");
  const other = await page.context().newPage();
  // On the board as it opens: the link of this window opens its patch, and brings that to the top.
  await other.goto(page.url().split("#")[0]!);
  await verdict(other, "conf: accept a file", "Yes").check();
  await expect(byPeople).toHaveText("2");
  await row(page, "conf: accept a file").scrollIntoViewIfNeeded();
  await expect(row(page, "conf: accept a file").getByRole("radiogroup", { name: /by Cleo$/ })).toBeVisible();
  const shell = await page.getByLabel("Shell text").textContent();
  const path = await saveDecisions(page, board);
  const live = await board.open("Ada");
  expect(JSON.parse(board.cli("import", path, "--json"))).toMatchObject({ taken: 5, conflicts: [] });
  // The page's list, made without a server, is what the server says with the same decisions.
  expect(board.cli("export")).toBe(shell);
  await expect(row(live, expire).getByRole("radiogroup", { name: /by Cleo$/ })).toBeVisible();
  await expect(row(live, expire)).toContainText("1 note");
  await expect(row(live, beside).getByRole("radiogroup", { name: /agreed by Cleo$/ })).toBeVisible();
  expect(strange).toEqual([]);
});

test("what a patch waits for is said in the file too, and comes to the board with it", async ({ board, browser }) => {
  const { page } = await openFile(board, browser);
  await row(page, expire).focus();
  await page.keyboard.press("t");
  const dialog = page.getByRole("dialog", { name: "Wait on 2.4-stable" });
  await dialog.getByLabel("Day", { exact: true }).fill("2199-01-01");
  await dialog.getByRole("button", { name: "Wait" }).click();
  await introduce(page, "Cleo");
  const mark = (on: Page) => row(on, expire).getByRole("button", { name: "ripe on 2199-01-01" });
  await expect(mark(page)).toBeVisible();
  // Wait once more leaves the day as it is.
  await row(page, expire).focus();
  await page.keyboard.press("w");
  await expect(page.getByText(/is wait on 2\.4-stable: saved/)).toBeVisible();
  await expect(mark(page)).toBeVisible();
  const path = await saveDecisions(page, board);
  expect(JSON.parse(board.cli("import", path, "--json"))).toMatchObject({ taken: 1, conflicts: [] });
  await expect(mark(await board.open("Ada"))).toBeVisible();
});

test("a decisions file dropped on the board is taken in; what somebody decided since is shown with both values", async ({
  board,
  browser,
}) => {
  test.slow();
  const { page } = await openFile(board, browser);
  await verdict(page, expire, "Yes").click();
  await introduce(page, "Cleo");
  await verdict(page, cname, "Wait").check();
  const path = await saveDecisions(page, board);

  const live = await board.open("Ada", { path: "s/lantern-2.5?only=undecided" });
  await verdict(live, cname, "No").check();
  await expect(row(live, cname).getByRole("radiogroup", { name: /by Ada$/ })).toBeVisible();
  await live.getByRole("button", { name: "Export", exact: true }).click();
  const drawer = live.getByRole("complementary", { name: "Export" });
  const [download] = await Promise.all([
    live.waitForEvent("download"),
    drawer.getByRole("link", { name: "Board as one file" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("lantern-2.5.html");
  await drawer.getByLabel("Decisions file").setInputFiles(path);
  const refused = live.getByRole("list", { name: "Refused decisions" });
  await expect(refused).toContainText(/Ada set no first, Cleo wanted wait/);
  await expect(
    live.getByRole("status").filter({ hasText: "1 decision, agreement or note taken in, 1 refused" }),
  ).toBeVisible();
  await refused.getByRole("button", { name: "Keep no" }).click();

  // Dropped once more, it changes nothing, and the same conflict is shown again.
  await live.evaluate(
    (text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], "decisions.json", { type: "application/json" }));
      const event = { dataTransfer, bubbles: true, cancelable: true };
      document.body.dispatchEvent(new DragEvent("dragover", event));
      document.body.dispatchEvent(new DragEvent("drop", event));
    },
    await (await import("node:fs/promises")).readFile(path, "utf8"),
  );
  await expect(
    live.getByRole("status").filter({ hasText: "0 decisions, agreements and notes taken in, 1 known already" }),
  ).toBeVisible();
  await expect(verdict(live, cname, "No")).toBeChecked();
});

test("a browser that keeps nothing is told of, and decisions can be saved all the same", async ({ board, browser }) => {
  const { page } = await openFile(board, browser, true);
  await expect(page.getByRole("alert")).toContainText("This browser keeps nothing");
  await verdict(page, expire, "Yes").click();
  await introduce(page, "Cleo");
  await expect(row(page, expire).getByRole("radiogroup", { name: /by Cleo$/ })).toBeVisible();
  const path = await saveDecisions(page, board);
  expect(JSON.parse(board.cli("import", path, "--json"))).toMatchObject({ taken: 1 });
});

test("views that were saved on the server lead on in the file", async ({ board, browser }) => {
  const none = await openFile(board, browser);
  await none.page.keyboard.press("Shift+v");
  await expect(none.page.getByText("Nobody had saved a view when this file was made.")).toBeVisible();
  await expect(none.page.getByRole("button", { name: "Views" })).toHaveCount(0);
  await none.page.context().close();

  const ada = await board.open("Ada", { path: "s/lantern-2.5?target=2.3-stable&show=y" });
  await ada.keyboard.press("Shift+v");
  await ada.getByLabel("Save what is shown as").fill("wanted in 2.3");
  await ada.getByRole("button", { name: "Save", exact: true }).click();
  const views = ada.getByRole("dialog", { name: "Saved views" });
  await expect(views.getByRole("link", { name: "wanted in 2.3" })).toBeVisible();
  await ada.keyboard.press("Escape");
  const wanted = await rows(ada).count();

  const { page, strange } = await openFile(board, browser);
  await page.keyboard.press("Shift+v");
  await expect(page.getByRole("link", { name: "wanted in 2.3" })).toBeFocused();
  await expect(page.getByRole("dialog", { name: "Saved views" }).getByRole("button")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#\/s\/lantern-2\.5\?.*target=2\.3-stable/);
  await expect(rows(page)).toHaveCount(wanted);
  expect(strange).toEqual([]);
});
