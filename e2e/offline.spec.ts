import type { Page, Request } from "@playwright/test";
import { expect, row, rows, test, verdict } from "./board.ts";

const expire = "stick: expire entries";
const cname = "dns: accept a CNAME";
const refuse = "acl: refuse an empty list";

const unsaved = (page: Page, subject: string) => row(page, subject).getByRole("radiogroup", { name: /not saved yet/ });
const saved = (page: Page, subject: string, who: string) =>
  row(page, subject).getByRole("radiogroup", { name: new RegExp(`by ${who}$`) });
const notes = (page: Page) => page.getByRole("region", { name: "Notes" });
const history = (page: Page) => page.getByRole("region", { name: "History" });
const bar = (page: Page) => page.getByRole("region", { name: "Selection" });
const press = async (page: Page, keys: string) => {
  for (const key of keys.split(" ")) await page.keyboard.press(key);
};

const isWork = (request: Request) => request.postData()?.includes('clientMutationId":') ?? false;

/** Lets no mutation of a page's browser through, and gives a function that lets them through again. */
async function cut(page: Page): Promise<() => Promise<void>> {
  await page
    .context()
    .route("**/graphql", (route) => (isWork(route.request()) ? route.abort("connectionrefused") : route.fallback()));
  return () => page.context().unroute("**/graphql");
}

test("decisions and notes wait visibly while the server is gone, across a reload, and arrive once", async ({
  board,
}) => {
  const page = await board.open("Ada");
  const letThrough = await cut(page);
  await verdict(page, expire, "Wait").check();
  await verdict(page, cname, "No").check();
  await row(page, expire).getByRole("button").first().click();
  await notes(page).getByRole("textbox").fill("look at 2.3 first");
  await notes(page).getByRole("textbox").press("Control+Enter");
  const waiting = page.getByRole("list", { name: "Notes not saved yet" });
  await expect(waiting).toContainText("look at 2.3 first");
  await expect(notes(page).getByRole("textbox")).toHaveValue("");
  await expect(page.getByRole("alert")).toContainText("2 decisions and 1 note not saved yet");

  await page.reload();
  await expect(unsaved(page, expire)).toBeVisible();
  await expect(unsaved(page, cname)).toBeVisible();
  await expect(verdict(page, expire, "Wait")).toBeChecked();
  await expect(waiting).toContainText("look at 2.3 first");
  await expect(page.getByRole("alert")).toContainText("2 decisions and 1 note not saved yet");

  await letThrough();
  await expect(saved(page, expire, "Ada")).toBeVisible();
  await expect(saved(page, cname, "Ada")).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(waiting).toHaveCount(0);
  await page.reload();
  await expect(history(page).getByText("→ wait on 2.4-stable")).toHaveCount(1);
  await expect(history(page).getByText("note: look at 2.3 first")).toHaveCount(1);
});

test("who decides faster than the server answers is not told of it, until one answer is long in coming", async ({
  board,
}) => {
  const page = await board.open("Ada");
  const held: (() => void)[] = [];
  await page.route("**/graphql", async (route) => {
    if (isWork(route.request())) await new Promise<void>((resolve) => held.push(resolve));
    await route.fallback();
  });
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  const inDoubt = page.getByText("Not saved yet.");
  await verdict(page, expire, "Wait").check();
  for (const [on, before] of [
    [cname, expire],
    [refuse, cname],
    [expire, refuse],
  ] as const) {
    await page.clock.runFor(800);
    await verdict(page, on, on === expire ? "No" : "Wait").check();
    await expect.poll(() => held.length).toBe(1);
    held.pop()?.();
    await expect(saved(page, before, "Ada")).toBeVisible();
    await expect(unsaved(page, on)).toBeVisible();
    await expect(inDoubt).toHaveCount(0);
  }
  // What waited behind another one has waited all the same.
  await verdict(page, cname, "No").check();
  await page.clock.runFor(1_000);
  await expect(inDoubt).toHaveCount(0);
  await expect.poll(() => held.length).toBe(1);
  held.pop()?.();
  await expect(saved(page, expire, "Ada")).toBeVisible();
  await page.clock.runFor(600);
  await expect(inDoubt).toBeVisible();
  await expect.poll(() => held.length).toBe(1);
  held.pop()?.();
  await expect(inDoubt).toHaveCount(0);
});

test("a server that died takes nothing along: a new page sends what the closed one could not, and shows conflicts", async ({
  board,
}) => {
  const page = await board.open("Ada");
  const port = Number(new URL(board.address).port);
  await board.stop("SIGKILL");
  await expect(page.getByRole("alert")).toContainText("Connection lost");
  await verdict(page, expire, "Wait").check();
  await verdict(page, cname, "Wait").check();
  await row(page, refuse).focus();
  await page.keyboard.press("s");
  await row(page, cname).focus();
  // A note on a patch whose details cannot be read now.
  await page.keyboard.press("a");
  await expect(page.getByText("The details could not be read")).toBeVisible();
  await notes(page).getByRole("textbox").fill("written without a server");
  await notes(page).getByRole("textbox").press("Control+Enter");
  await expect(page.getByRole("alert")).toContainText("2 decisions, 1 agreement and 1 note not saved yet");
  const context = page.context();
  await page.close();
  await board.start(port);
  // Ben decides on one of the two before Ada is back.
  const ben = await board.open("Ben");
  await verdict(ben, cname, "No").check();
  await expect(saved(ben, cname, "Ben")).toBeVisible();
  // And on the one with which she agreed, otherwise.
  await verdict(ben, refuse, "Uncertain").check();
  await expect(saved(ben, refuse, "Ben")).toBeVisible();

  const later = await context.newPage();
  await later.goto(board.address);
  await expect(saved(later, expire, "Ada")).toBeVisible();
  await expect(later.getByText("1 patch changed before your agreement was sent: look again.")).toBeVisible();
  await expect(verdict(ben, expire, "Wait")).toBeChecked();
  await expect(row(ben, cname)).toContainText("1 note");
  const refused = later.getByRole("list", { name: "Refused decisions" });
  await expect(refused).toContainText(/Ben set no first, you wanted wait/);
  await expect(verdict(later, cname, "No")).toBeChecked();
  // A choice that nobody made waits, and is about what stands by then.
  await later.reload();
  await expect(refused).toContainText(/Ben set no first, you wanted wait/);
  await verdict(ben, cname, "Yes").check();
  await expect(refused).toContainText(/Ben set yes first, you wanted wait/);
  await refused.getByRole("button", { name: "Set wait" }).click();
  await expect(refused).toHaveCount(0);
  await expect(verdict(ben, cname, "Wait")).toBeChecked();
});

test("an edit that an earlier page could not send, and that meets another one, is not lost", async ({ board }) => {
  const ada = await board.open("Ada");
  await row(ada, expire).getByRole("button").first().click();
  await notes(ada).getByRole("textbox").fill("first thought");
  await notes(ada).getByRole("textbox").press("Control+Enter");
  await expect(notes(ada).getByRole("button", { name: "edit" })).toBeVisible();
  const ben = await board.open("Ben");
  await row(ben, expire).getByRole("button").first().click();
  const edit = async (page: Page, text: string) => {
    await notes(page).getByRole("button", { name: "edit" }).click();
    await notes(page).getByRole("textbox", { name: "Edit note" }).fill(text);
    await notes(page).getByRole("textbox", { name: "Edit note" }).press("Control+Enter");
  };
  const letThrough = await cut(ada);
  await edit(ada, "Ada's second thought");
  await expect(ada.getByRole("alert")).toContainText("1 note not saved yet");
  await ada.reload();
  await expect(ada.getByRole("alert")).toContainText("1 note not saved yet");
  await edit(ben, "Ben's thought");
  await expect(notes(ben).getByText("Ben's thought")).toBeVisible();

  await letThrough();
  const left = ada.getByRole("region", { name: "Not sent" });
  await left.getByText("Show").click();
  await expect(left).toContainText("Ada's second thought");
  const field = notes(ada).getByRole("textbox", { name: "Edit note" });
  await expect(field).toHaveValue("Ada's second thought");
  await field.press("Control+Enter");
  await expect(notes(ada).getByRole("alert")).toContainText("Ben made it:Ben's thought");
  await left.getByRole("button", { name: "Discard" }).click();

  // One that is saved after all needs its editor no more.
  const letAgain = await cut(ada);
  await notes(ada).getByRole("button", { name: "Replace it by mine" }).click();
  await expect(ada.getByText("1 note not saved yet")).toBeVisible();
  await ada.reload();
  await expect(field).toHaveValue("Ada's second thought");
  await letAgain();
  await expect(field).toHaveCount(0);
  await expect(notes(ben).getByText("Ada's second thought")).toBeVisible();
  await expect(left).toHaveCount(0);
});

test("of two pages of one browser only one sends; when it is closed the other one does", async ({ board }) => {
  const first = await board.open("Ada");
  const letThrough = await cut(first);
  const second = await first.context().newPage();
  await second.goto(board.address);
  await expect(row(second, refuse)).toBeVisible();
  await verdict(first, refuse, "Wait").check();
  await expect(unsaved(first, refuse)).toBeVisible();
  await expect(row(second, refuse).getByRole("radiogroup")).toBeVisible();
  await expect(unsaved(second, refuse)).toHaveCount(0);
  await first.close();
  await expect(unsaved(second, refuse)).toBeVisible();
  await letThrough();
  await expect(saved(second, refuse, "Ada")).toBeVisible();
  await row(second, refuse).getByRole("button").first().click();
  await expect(history(second).getByText("→ wait on 2.4-stable")).toHaveCount(1);
});

test("what another person left in this browser is not sent, but offered as text", async ({ board }) => {
  const page = await board.open("Ada");
  const letThrough = await cut(page);
  await verdict(page, expire, "Wait").check();
  await expect(unsaved(page, expire)).toBeVisible();
  await page.close();
  const ben = await board.open("Ben");
  const context = page.context();
  await context.clearCookies();
  await context.addCookies(await ben.context().cookies());
  await letThrough();
  const later = await context.newPage();
  await later.goto(board.address);
  const left = later.getByRole("region", { name: "Not sent" });
  await expect(left).toContainText("1 decision by Ada never reached the server");
  await left.getByRole("button", { name: "Copy as text" }).click();
  expect(await later.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^Ada: [0-9a-f]{12} .*stick: expire entries.*: wait on 2\.4-stable$/,
  );
  await expect(row(later, expire).getByRole("radiogroup", { name: /by/ })).toHaveCount(0);
  await left.getByRole("button", { name: "Discard" }).click();
  await later.reload();
  await expect(row(later, expire)).toBeVisible();
  await expect(left).toHaveCount(0);
});

test("a decision that builds on a refused one is refused too, and an undo of it takes nothing else back", async ({
  board,
}) => {
  const ada = await board.open("Ada");
  const ben = await board.open("Ben");
  await verdict(ada, refuse, "Yes").check();
  await expect(saved(ada, refuse, "Ada")).toBeVisible();
  const letThrough = await cut(ada);
  await verdict(ada, expire, "No").check();
  await verdict(ada, expire, "Uncertain").check();
  await verdict(ada, cname, "No").check();
  await ada.keyboard.press("z");
  await expect(ada.getByRole("alert")).toContainText("3 decisions");
  await verdict(ben, expire, "Wait").check();
  await verdict(ben, cname, "Wait").check();
  await expect(saved(ben, cname, "Ben")).toBeVisible();
  await letThrough();
  await expect(ada.getByRole("list", { name: "Refused decisions" })).toContainText("Ben");
  await expect(ada.getByText("There is nothing of yours to be undone.")).toBeVisible();
  await expect(ada.getByText(/not saved yet/)).toHaveCount(0);
  await expect(saved(ada, expire, "Ben")).toBeVisible();
  await expect(saved(ada, cname, "Ben")).toBeVisible();
  await ada.reload();
  await expect(saved(ada, expire, "Ben")).toBeVisible();
  await expect(saved(ada, refuse, "Ada")).toBeVisible();
});

test("a second selection is decided while the first is not saved yet, and a third one stays as it is", async ({
  board,
}) => {
  const page = await board.open("Ada", { path: "s/lantern-2.5?start=100" });
  const ben = await board.open("Ben", { path: "s/lantern-2.5?start=100" });
  const byAda = (name: string) =>
    rows(ben)
      .filter({ has: ben.getByRole("radiogroup", { name: /by Ada$/ }) })
      .filter({ has: ben.getByRole("radio", { name, exact: true, checked: true }) });
  const letThrough = await cut(page);
  const sent: unknown[] = [];
  page.on("requestfinished", (request) => {
    const wanted = /"verdict":"(\w+)"/.exec(request.postData() ?? "")?.[1];
    if (wanted) sent.push(wanted);
  });
  await press(page, "x j x n Enter");
  await expect(bar(page)).toContainText("saving 0 of 2");

  await press(page, "Escape x j x u");
  await expect(bar(page)).toContainText("Sets 2 patches to uncertain");
  await expect(bar(page)).toContainText("saving 0 of 2");
  await press(page, "Enter");
  await expect(bar(page)).toContainText("saving 0 of 4");
  // A key without a selection is about the current row, as always.
  const subject = await page.locator("[role=row][aria-current=true] .subject").textContent();
  await press(page, "w x");
  await expect(verdict(page, subject!, "Wait")).toBeChecked();
  await expect(bar(page)).toContainText("1 selected");
  await expect(bar(page)).toContainText("saving 0 of 4");

  await letThrough();
  await expect(byAda("No")).toHaveCount(2);
  await expect(byAda("Uncertain")).toHaveCount(2);
  await expect(byAda("Wait")).toHaveCount(1);
  await expect(saved(ben, subject!, "Ada")).toBeVisible();
  await expect(bar(page)).not.toContainText("saving");
  await expect(bar(page)).toContainText("1 selected");
  expect(sent).toEqual(["NO", "UNCERTAIN", "WAIT"]);
  // Each is an action of its own.
  await press(page, "Escape z");
  await expect(byAda("Wait")).toHaveCount(0);
  await press(page, "z");
  await expect(byAda("Uncertain")).toHaveCount(0);
  await expect(byAda("No")).toHaveCount(2);
});

test("whoever writes when a selection is saved at last goes on writing", async ({ board }) => {
  const page = await board.open("Ada", { path: "s/lantern-2.5?start=100" });
  const letThrough = await cut(page);
  await press(page, "x j x n Enter");
  await expect(bar(page)).toContainText("saving 0 of 2");
  await press(page, "a");
  const field = notes(page).getByRole("textbox");
  await expect(field).toBeFocused();
  await page.keyboard.type("half a ");
  await letThrough();
  await expect(bar(page)).toHaveCount(0);
  await expect(page.getByText("2 patches set to no on 2.4-stable: saved.")).toBeVisible();
  await page.keyboard.type("note");
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("half a note");
});

test("details that could not be read come when the server is back, under the hands of who writes a note", async ({
  board,
}) => {
  const page = await board.open("Ada");
  await page.route("**/graphql", (route) =>
    route.request().postData()?.includes("PatchDetailQuery") ? route.abort("connectionrefused") : route.fallback(),
  );
  await row(page, expire).getByRole("button").first().click();
  await expect(page.getByText("The details could not be read: The server cannot be reached.")).toBeVisible();
  await page.keyboard.press("a");
  const field = page.getByRole("textbox", { name: "Add note" });
  await expect(field).toBeFocused();
  await page.keyboard.type("look ");
  await page.unroute("**/graphql");
  await expect(history(page)).toBeVisible();
  await expect(page.getByText("The details could not be read")).toHaveCount(0);
  await expect(field).toBeFocused();
  await page.keyboard.type("again");
  await expect(field).toHaveValue("look again");
});
