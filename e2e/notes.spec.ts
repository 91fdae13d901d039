import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, row, rows, test, verdict } from "./board.ts";

const expire = "stick: expire entries";
const notes = (page: Page) => page.getByRole("region", { name: "Notes" });
const open = (page: Page) => row(page, expire).getByRole("button").first().click();
const add = async (page: Page, text: string) => {
  await page.getByRole("textbox", { name: "Add note" }).fill(text);
  await page.getByRole("textbox", { name: "Add note" }).press("Control+Enter");
  await expect(notes(page).getByText(text)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Add note" })).toHaveValue("");
};

test("a note is deleted by one and restored by another, and the history says who", async ({ board }) => {
  const ada = await board.open("Ada");
  const ben = await board.open("Ben");
  await open(ada);
  await open(ben);
  await add(ada, "look at 2.3 first");
  await notes(ada).getByRole("button", { name: "delete" }).click();
  await expect(notes(ben)).toContainText("deleted by Ada");
  await expect(notes(ben).getByText("look at 2.3 first")).toBeHidden();
  await notes(ben).getByText("deleted by Ada").click();
  await notes(ben).getByRole("button", { name: "Restore" }).click();
  await expect(notes(ada).getByText("look at 2.3 first")).toBeVisible();
  await expect(ada.getByRole("region", { name: "History" })).toContainText("Ben: note restored: look at 2.3 first");
  await expect(row(ada, expire).getByText("1 note", { exact: true })).toBeAttached();
});

test("who edits a note that somebody deletes keeps the text, and is told when saving", async ({ board }) => {
  const ada = await board.open("Ada");
  const ben = await board.open("Ben");
  await open(ada);
  await open(ben);
  await add(ada, "first thought");
  await notes(ben).getByRole("button", { name: "edit" }).click();
  await notes(ben).getByRole("textbox", { name: "Edit note" }).fill("second thought");
  await notes(ada).getByRole("button", { name: "delete" }).click();
  await expect(notes(ada)).toContainText("deleted by Ada");
  await expect(notes(ben).getByRole("textbox", { name: "Edit note" })).toHaveValue("second thought");
  await notes(ben).getByRole("textbox", { name: "Edit note" }).press("Control+Enter");
  await expect(notes(ben).getByRole("alert")).toContainText("Ada deleted it; it was:first thought");
  await expect(ben.getByText("The note was not saved: somebody deleted it first.")).toBeVisible();
  // Refused once more, by a button this time: what is typed next belongs into the note.
  await notes(ada).getByText("deleted by Ada").click();
  await notes(ada).getByRole("button", { name: "Restore" }).click();
  await expect(notes(ada).getByText("first thought")).toBeVisible();
  await notes(ben).getByRole("button", { name: "Replace it by mine" }).click();
  await expect(notes(ben).getByRole("alert")).toContainText("Ada made it:first thought");
  await expect(notes(ben).getByRole("textbox", { name: "Edit note" })).toBeFocused();
});

test("a question parks a patch until somebody answers", async ({ board }) => {
  const ada = await board.open("Ada");
  const ben = await board.open("Ben");
  const asked = (page: Page) => page.getByRole("group", { name: "Show only" }).getByRole("button", { name: /^asked/ });
  await expect(asked(ada)).toHaveCount(0);
  await open(ada);
  await add(ada, "@Ben, does 2.3 have this table?");
  await expect(row(ben, expire).getByText("asked Ben")).toBeVisible();
  await asked(ben).click();
  await expect(rows(ben)).toHaveCount(1);
  await open(ben);
  await add(ben, "it has");
  await expect(row(ada, expire).getByText("asked Ben")).toHaveCount(0);
  await expect(asked(ada)).toHaveCount(0);
  // A decision answers too.
  await add(ada, "asked: the author, by mail");
  await expect(row(ben, expire).getByText("asked the author, by mail")).toBeVisible();
  await verdict(ben, expire, "No").check();
  await expect(row(ada, expire).getByText("asked the author, by mail")).toHaveCount(0);
});

test("an id in a note leads to its patch on this board", async ({ board }) => {
  const page = await board.open("Ada");
  const sha = board.git("log", "-1", "--format=%H", "--grep=accept a CNAME", "master").trim().slice(0, 12);
  await open(page);
  await add(page, `like ${sha}, not like defaced`);
  await notes(page).getByRole("button", { name: sha }).click();
  await expect(page).toHaveURL(new RegExp(`open=${sha}`));
  await expect(page.getByRole("region", { name: `Details of ${sha.slice(0, 8)}` })).toBeVisible();
});

test("what is typed while a note is on its way stays", async ({ board }) => {
  const page = await board.open("Ada");
  await open(page);
  const field = page.getByRole("textbox", { name: "Add note" });
  let arrive = () => {};
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await page.route("**/graphql", async (route) => {
    if (route.request().postData()?.includes("useAddNoteMutation")) await held;
    await route.continue();
  });
  await field.fill("first note");
  await field.press("Control+Enter");
  await field.fill("second note, begun early");
  arrive();
  await expect(notes(page).getByRole("listitem").filter({ hasText: "first note" })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "The note is saved." })).toBeVisible();
  await expect(field).toHaveValue("second note, begun early");
});

test("notes, questions and deleted notes can be used by everybody", async ({ board }) => {
  test.slow();
  const page = await board.open("Ada", { path: "s/lantern-2.5?start=all&q=stick" });
  await open(page);
  await add(page, "@Ben look, please");
  await add(page, "never mind");
  await notes(page).getByRole("button", { name: "delete" }).last().click();
  await notes(page).getByText("deleted by Ada").click();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const bad = violations.filter((one) => one.impact === "serious" || one.impact === "critical");
    expect(bad.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`)).toEqual([]);
  }
});

test("who edits a note types into it at once, and finds what was typed when the details are opened again", async ({
  board,
}) => {
  const page = await board.open("Ada");
  const field = notes(page).getByRole("textbox", { name: "Edit note" });
  await open(page);
  await add(page, "first thought");
  await notes(page).getByRole("button", { name: "edit" }).focus();
  await page.keyboard.press("Enter");
  await expect(field).toBeFocused();
  await page.keyboard.type(", never n or y");
  await expect(field).toHaveValue("first thought, never n or y");
  await page.keyboard.press("Escape");
  await expect(row(page, expire)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(field).toHaveCount(0);
  await page.keyboard.press("o");
  await expect(field).toHaveValue("first thought, never n or y");
  await field.press("Control+Enter");
  await expect(notes(page).getByText("first thought, never n or y")).toBeVisible();
});

test("notes that are being written are there again after a reload", async ({ board }) => {
  const page = await board.open("Ada");
  await open(page);
  await add(page, "first thought");
  await notes(page).getByRole("textbox").fill("half a new no");
  await notes(page).getByRole("button", { name: "edit" }).click();
  await notes(page).getByRole("textbox", { name: "Edit note" }).fill("second thou");
  await page.reload();
  await expect(notes(page).getByRole("textbox", { name: "Add note" })).toHaveValue("half a new no");
  await expect(notes(page).getByRole("textbox", { name: "Edit note" })).toHaveValue("second thou");
  await notes(page).getByRole("textbox", { name: "Edit note" }).press("Control+Enter");
  await expect(notes(page).getByText("second thou")).toBeVisible();
  await expect(notes(page).getByRole("textbox", { name: "Edit note" })).toHaveCount(0);
});

test("below a note that is longer than screens, rows can be used", async ({ board }) => {
  const page = await board.open("Ada", { path: "s/lantern-2.5?start=all" });
  for (const key of ["g", "g", "o"]) await page.keyboard.press(key);
  await add(page, Array.from({ length: 300 }, (_, i) => `line ${i}`).join("\n"));
  const details = page.getByRole("region", { name: /^Details of/ });
  const below = rows(page).nth(15);
  await below.evaluate((one) => scrollBy(0, one.getBoundingClientRect().top - innerHeight + 100));
  expect((await details.boundingBox())!.height).toBeGreaterThan(3_000);
  await below.getByRole("radio", { name: "Wait", exact: true }).check();
  await expect(below.getByRole("radiogroup", { name: /by Ada$/ })).toBeVisible();
});
