import type { Page } from "@playwright/test";
import { isAccessible } from "./accessible.ts";
import { expect, row, rows, test, verdict } from "./board.ts";

const expire = "stick: expire entries";
const cname = "dns: accept a CNAME";

const here = (page: Page) => page.getByRole("list", { name: "Here now" });
const open = (page: Page, subject: string) => row(page, subject).getByRole("button").first().click();
const notesOf = (page: Page) => page.getByRole("region", { name: "Notes" });

test("people see who is here and on which row, and go there with a click", async ({ board }) => {
  const ada = await board.open("Ada Lovelace", { path: "s/lantern-2.5?q=expire" });
  await expect(here(ada)).toHaveCount(0);
  const ben = await board.open("Ben");
  const guest = await board.open(null);
  await open(ben, expire);
  await expect(row(ada, expire)).toContainText("Ben is here");
  await expect(row(ada, expire)).not.toContainText("Ada Lovelace is here");
  const benSees = here(ben).getByRole("button", { name: /^Ada Lovelace/ });
  await expect(benSees).toHaveText("AL");
  await expect(here(ada).getByRole("button", { name: /^somebody/ })).toBeVisible();
  await isAccessible(ada);

  await here(ada)
    .getByRole("button", { name: /^Ben, on patch/ })
    .click();
  await expect(row(ada, expire)).toHaveAttribute("aria-current", "true");
  await expect(row(ben, expire)).toContainText("Ada Lovelace is here");

  // Who says a name is known by it from then on, without a reload.
  await guest.getByRole("button", { name: "no name yet" }).click();
  await guest.getByLabel("Your name").fill("Cleo");
  await guest.getByRole("button", { name: "Go on" }).click();
  await expect(here(ada).getByRole("button", { name: /^Cleo/ })).toBeVisible();

  await ben.context().close();
  await expect(row(ada, expire)).not.toContainText("Ben is here");
  await expect(here(ada).getByRole("button", { name: /^Ben/ })).toHaveCount(0);
});

test("presence comes back with the server, and with the same row", async ({ board }) => {
  const ada = await board.open("Ada");
  const ben = await board.open("Ben");
  await open(ben, cname);
  await expect(row(ada, cname)).toContainText("Ben is here");
  const port = Number(new URL(board.address).port);
  await board.stop("SIGKILL");
  await expect(row(ada, cname)).not.toContainText("Ben is here");
  await board.start(port);
  await expect(ada.getByRole("alert")).toHaveCount(0, { timeout: 20_000 });
  await expect(row(ada, cname)).toContainText("Ben is here", { timeout: 20_000 });
});

test("a decision by somebody else glows once and says who", async ({ board }) => {
  const ada = await board.open("Ada");
  const ben = await board.open("Ben");
  await verdict(ben, expire, "Wait").check();
  await expect(row(ada, expire)).toHaveAttribute("data-glow", "true");
  await expect(ada.getByRole("status").filter({ hasText: "Ben set" })).toBeVisible();
  await expect(row(ben, expire)).toHaveAttribute("data-glow", "false");
  await expect(row(ada, expire)).toHaveAttribute("data-glow", "false", { timeout: 9_000 });
});

test("who decides what somebody else has just decided in the same way is told so, and has nothing to choose", async ({
  board,
}) => {
  const ada = await board.open("Ada");
  const ben = await board.open("Ben", { path: "s/lantern-2.5?q=CNAME", isDeaf: true });
  await verdict(ada, cname, "No").check();
  await expect(row(ada, cname).getByRole("radiogroup", { name: /by Ada$/ })).toBeVisible();
  await verdict(ben, cname, "No").click();
  await expect(ben.getByText(/is no on 2\.4-stable: Ada decided the same first\./)).toBeVisible();
  await expect(row(ben, cname).getByRole("radiogroup", { name: /by Ada$/ })).toBeVisible();
  await expect(ben.getByRole("list", { name: "Refused decisions" })).toHaveCount(0);
});

test("a decision that somebody has just taken back is not called a machine's", async ({ board }) => {
  const ada = await board.open("Ada");
  const ben = await board.open("Ben", { path: "s/lantern-2.5?q=CNAME", isDeaf: true });
  await verdict(ada, cname, "No").check();
  await expect(row(ada, cname).getByRole("radiogroup", { name: /by Ada$/ })).toBeVisible();
  await ada.keyboard.press("z");
  await expect(row(ada, cname).getByRole("radiogroup", { name: /by Ada$/ })).toHaveCount(0);
  await verdict(ben, cname, "No").click();
  await expect(ben.getByRole("list", { name: "Refused decisions" })).toContainText(
    /on 2\.4-stable: a decision was taken back first, which leaves yes, you wanted no\./,
  );
});

test("a decision on a stale view shows both values; keeping theirs settles it", async ({ board }) => {
  const ada = await board.open("Ada");
  const ben = await board.open("Ben", { path: "s/lantern-2.5?q=CNAME", isDeaf: true });
  await verdict(ada, cname, "No").check();
  await expect(row(ada, cname).getByRole("radiogroup", { name: /by Ada$/ })).toBeVisible();
  await verdict(ben, cname, "Wait").click();
  const refused = ben.getByRole("list", { name: "Refused decisions" });
  await expect(refused).toContainText(/Ada set no first, you wanted wait/);
  await expect(refused.getByRole("button", { name: "Set wait" })).toBeVisible();
  await isAccessible(ben);
  await refused.getByRole("button", { name: "Keep no" }).click();
  await expect(refused).toHaveCount(0);
  await expect(verdict(ben, cname, "No")).toBeChecked();
  await expect(verdict(ada, cname, "No")).toBeChecked();
  // So does deciding in the row.
  await verdict(ada, cname, "Yes").check();
  await expect(row(ada, cname).getByRole("radiogroup", { name: /not saved/ })).toHaveCount(0);
  await verdict(ben, cname, "Wait").click();
  await expect(refused).toContainText(/Ada set yes first, you wanted wait/);
  await verdict(ben, cname, "Uncertain").click();
  await expect(refused).toHaveCount(0);
  await expect(verdict(ada, cname, "Uncertain")).toBeChecked();
});

test("open note editors are neither lost nor made anew while others change the patch, its notes and that note", async ({
  board,
}) => {
  test.slow();
  const ada = await board.open("Ada", { path: "s/lantern-2.5?only=undecided" });
  const ben = await board.open("Ben");
  for (const page of [ada, ben]) await open(page, expire);
  await notesOf(ben).getByRole("textbox").fill("first");
  await notesOf(ben).getByRole("textbox").press("Control+Enter");
  await expect(notesOf(ada)).toContainText("first");
  await notesOf(ada).getByRole("button", { name: "edit" }).click();
  const editor = notesOf(ada).getByRole("textbox", { name: "Edit note" });
  const fresh = notesOf(ada).getByRole("textbox", { name: "Add note" });
  await fresh.fill("a draft");
  const fields = await Promise.all([editor.elementHandle(), fresh.elementHandle()]);
  await editor.focus();
  await editor.press("End");

  // Ada goes on typing, and Ben does all that he can to the same patch meanwhile.
  const typed = " and something that Ada types while Ben is busy with the very same patch";
  const typing = editor.pressSequentially(typed, { delay: 60 });
  await verdict(ben, expire, "Wait").check();
  await notesOf(ben).getByRole("textbox", { name: "Add note" }).fill("second");
  await notesOf(ben).getByRole("textbox", { name: "Add note" }).press("Control+Enter");
  await expect(notesOf(ben)).toContainText("second");
  await notesOf(ben).getByRole("button", { name: "edit" }).first().click();
  await notesOf(ben).getByRole("textbox", { name: "Edit note" }).fill("Ben's words");
  await notesOf(ben).getByRole("textbox", { name: "Edit note" }).press("Control+Enter");
  await expect(notesOf(ada)).toContainText("second");
  await typing;

  await expect(editor).toHaveValue(`first${typed}`);
  await expect(editor).toBeFocused();
  await expect(fresh).toHaveValue("a draft");
  for (const field of fields) expect(await field?.evaluate((element) => element.isConnected)).toBe(true);
  // What Ben did meanwhile is shown when Ada saves, and hers is not lost.
  await editor.press("Control+Enter");
  await expect(notesOf(ada).getByRole("alert")).toContainText("Ben's words");
  await expect(editor).toHaveValue(`first${typed}`);
  await expect(rows(ada).filter({ hasText: expire })).toHaveCount(1);
});

test("a note that arrives while the details are still being read is shown", async ({ board }) => {
  const ada = await board.open("Ada");
  const ben = await board.open("Ben");
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  let isFirst = true;
  // Ben's first reading is answered before the note is there, and reaches him after it.
  await ben.route("**/graphql", async (route) => {
    if (!isFirst || !route.request().postData()?.includes("PatchDetailQuery")) return route.fallback();
    isFirst = false;
    const response = await route.fetch();
    await held;
    await route.fulfill({ response });
  });
  await open(ben, expire);
  await open(ada, expire);
  await notesOf(ada).getByRole("textbox").fill("just in time");
  await notesOf(ada).getByRole("textbox").press("Control+Enter");
  await expect(row(ben, expire)).toContainText("1 note");
  letThrough();
  await expect(notesOf(ben)).toContainText("just in time");
});

test("an answer that is slow does not put back what somebody did since", async ({ board }) => {
  const ada = await board.open("Ada");
  const ben = await board.open("Ben");
  let answer = () => {};
  const isReleased = new Promise<void>((resolve) => (answer = resolve));
  await ada.route("**/graphql", async (route) => {
    if (!route.request().postData()?.includes("overrideVerdict(")) return route.fallback();
    const response = await route.fetch();
    await isReleased;
    await route.fulfill({ response });
  });
  await verdict(ada, expire, "Wait").check();
  await expect(row(ben, expire).getByRole("radiogroup", { name: /by Ada$/ })).toBeVisible();
  await verdict(ben, expire, "No").check();
  await verdict(ben, cname, "Wait").check();
  // Ada's page heard of it, although her own decision is not answered yet.
  await expect(row(ada, cname).getByRole("radiogroup", { name: /by Ben$/ })).toBeVisible();
  answer();
  await expect(ada.getByRole("status").filter({ hasText: "is wait on 2.4-stable: saved" })).toBeVisible();
  await expect(row(ada, expire).getByRole("radiogroup", { name: /by Ben$/ })).toBeVisible();
  await expect(verdict(ada, expire, "No")).toBeChecked();
});
