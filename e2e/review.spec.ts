import { execFileSync } from "node:child_process";
import { expect, row, rows, test, verdict } from "./board.ts";

const expire = "stick: expire entries";
const cname = "dns: accept a CNAME";
const refuse = "acl: refuse an empty list";

test("a maintainer opens the board and finds every patch read, with the author's words", async ({ board }) => {
  const page = await board.open(null);
  await expect(page).toHaveURL(/\/s\/lantern-2\.5/);
  await expect(page.getByRole("radio", { name: "2.4-stable" })).toBeChecked();
  const patch = row(page, "tls: do not mix up certificates");
  await expect(patch).toContainText("BUG/MEDIUM");
  await expect(page.getByRole("combobox", { name: "Start of review" })).toBeVisible();
  // Nothing is left that no engine has read.
  await expect(page.getByText("reading…")).toHaveCount(0);
  // The review starts behind the last backport: what is on the branch already is not in the way.
  await expect(row(page, "h2: never reuse a stream id")).toHaveCount(0);
  await page.goto(`${page.url()}?start=all`);
  await expect(rows(page).first()).toContainText("1");
  await expect(verdict(page, "h2: never reuse a stream id", "Yes")).toBeChecked();
  await expect(row(page, "h2: never reuse a stream id")).toContainText("This should be backported to 2.4.");
});

test("the first decision asks who decides, and is made then", async ({ board }) => {
  const page = await board.open(null);
  await verdict(page, expire, "Wait").click();
  const dialog = page.getByRole("dialog", { name: "Who decides?" });
  await dialog.getByLabel("Your name").fill("Ada");
  await dialog.getByRole("button", { name: "Go on" }).click();
  await expect(verdict(page, expire, "Wait")).toBeChecked();
  await expect(row(page, expire).getByRole("radiogroup", { name: /by Ada/ })).toBeVisible();
});

test("keys decide, move on and undo; another browser sees it, with who", async ({ board }) => {
  const ada = await board.open("Ada");
  const ben = await board.open("Ben");
  const subject = await rows(ada).first().getByRole("button").first().textContent();
  await ada.keyboard.press("w");
  await expect(verdict(ben, subject!, "Wait")).toBeChecked();
  await expect(row(ben, subject!).getByRole("radiogroup", { name: /by Ada$/ })).toBeVisible();
  await expect(rows(ada).nth(1)).toHaveAttribute("aria-current", "true");
  await ada.keyboard.press("z");
  await expect(row(ben, subject!).getByRole("radiogroup", { name: /by Ada/ })).toHaveCount(0);
});

test("a capital decides for every stable branch, the brackets change the target", async ({ board }) => {
  const page = await board.open("Ada");
  const subject = await rows(page).first().getByRole("button").first().textContent();
  await page.keyboard.press("Shift+Y");
  await expect(row(page, subject!).getByRole("radiogroup", { name: /by Ada$/ })).toBeVisible();
  await page.keyboard.press("]");
  await expect(page).toHaveURL(/target=2\.3-stable/);
  await page.goto(`${board.address}s/lantern-2.5?target=2.3-stable&start=54`);
  await expect(verdict(page, subject!, "Yes")).toBeChecked();
});

test("a decision on what somebody changed meanwhile shows both and asks", async ({ board }) => {
  const ada = await board.open("Ada");
  const ben = await board.open("Ben", { isDeaf: true });
  await verdict(ada, cname, "No").check();
  await expect(row(ada, cname).getByRole("radiogroup", { name: /by Ada$/ })).toBeVisible();
  // Ben decides on what he still sees.
  await verdict(ben, cname, "Wait").click();
  const refused = ben.getByRole("list", { name: "Refused decisions" });
  await expect(refused).toContainText("Ada");
  await expect(verdict(ben, cname, "No")).toBeChecked();
  await refused.getByRole("button", { name: /^Set/ }).click();
  await expect(verdict(ada, cname, "Wait")).toBeChecked();
});

test("notes: two people add, one edits, a late edit is refused with the other text", async ({ board }) => {
  const ada = await board.open("Ada");
  const ben = await board.open("Ben");
  for (const page of [ada, ben]) await row(page, expire).getByRole("button").first().click();
  const notesOf = (page: typeof ada) => page.getByRole("region", { name: "Notes" });
  await notesOf(ada).getByRole("textbox").fill("look at 2.3 first");
  await notesOf(ada).getByRole("textbox").press("Control+Enter");
  await expect(notesOf(ben)).toContainText("look at 2.3 first");
  for (const page of [ada, ben]) await notesOf(page).getByRole("button", { name: "edit" }).click();
  const editor = (page: typeof ada) => notesOf(page).getByRole("textbox", { name: "Edit note" });
  await editor(ben).fill("looked at 2.3: fine");
  await editor(ben).press("Control+Enter");
  await expect(notesOf(ben)).toContainText("looked at 2.3: fine");
  await editor(ada).fill("looked at 2.3: not fine");
  await editor(ada).press("Control+Enter");
  await expect(notesOf(ada).getByRole("alert")).toContainText("looked at 2.3: fine");
  await expect(editor(ada)).toHaveValue("looked at 2.3: not fine");
});

test("filters combine, count truly and stand in the URL", async ({ board }) => {
  const page = await board.open("Ada", { path: "s/lantern-2.5?start=all" });
  const no = page.getByRole("group", { name: "Show verdicts" }).getByRole("button", { name: "No" });
  const counted = Number(/\d+/.exec((await no.textContent())!)![0]);
  await no.dblclick();
  await expect(rows(page)).toHaveCount(counted);
  await page.getByRole("searchbox", { name: "Search patches" }).fill("timer");
  await expect(page).toHaveURL(/show=n.*q=timer/);
  await expect(rows(page).filter({ hasNotText: "timer" })).toHaveCount(0);
  const shown = await rows(page).count();
  expect(shown).toBeGreaterThan(0);
  expect(shown).toBeLessThan(counted);
  // Enter goes on to the rows, and the current one is where one sees it.
  await page.getByRole("searchbox", { name: "Search patches" }).press("Enter");
  await expect(page.locator("[role=row][aria-current=true]")).toBeFocused();
  await expect(page.locator("[role=row][aria-current=true]")).toBeInViewport({ ratio: 1 });
  await page.reload();
  await expect(rows(page)).toHaveCount(shown);
  await expect(page.getByRole("searchbox", { name: "Search patches" })).toHaveValue("timer");
});

test("an export pasted into a real shell lands on the stable branch, and the next sync sees it", async ({ board }) => {
  const page = await board.open("Ada");
  for (const subject of [refuse, cname]) await verdict(page, subject, "Yes").check();
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const drawer = page.getByRole("dialog", { name: "Export" }).or(page.getByRole("complementary", { name: "Export" }));
  await expect(drawer.getByText("decided by people")).toBeVisible();
  await drawer.getByRole("button", { name: "Copy", exact: true }).click();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(
    /^cid_y=\( ([0-9a-f]{40} )+\)\ncid_w=.*\ncid_u=.*\ncid_n=.*\ngit cherry-pick -sx "\$\{cid_y\[@\]\}"\n$/,
  );
  expect(text).toBe(board.cli("export", "--series", "lantern-2.5", "--target", "2.4-stable"));
  const count = text.split("\n")[0]!.match(/[0-9a-f]{40}/g)!.length;

  board.git("checkout", "-q", "2.4-stable");
  const before = Number(board.git("rev-list", "--count", "2.4-stable"));
  const env = { ...process.env, GIT_COMMITTER_NAME: "Ada", GIT_COMMITTER_EMAIL: "ada@lantern.invalid" };
  execFileSync("bash", ["-s"], { cwd: board.repo, input: text, env, stdio: ["pipe", "pipe", "pipe"] });
  expect(Number(board.git("rev-list", "--count", "2.4-stable"))).toBe(before + count);

  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Read the repository now" }).click();
  // The review starts behind the last backport, and that has moved.
  await expect(page.getByRole("combobox", { name: "Start of review" })).toContainText("134");
  await page.goto(`${board.address}s/lantern-2.5?start=all&q=refuse`);
  await expect(row(page, refuse)).toHaveAttribute("data-backported", "true");
});

test("merges are nothing to review, and are shown when they are wanted", async ({ board }) => {
  board.git("checkout", "-q", "-b", "topic", "master");
  board.git("commit", "-q", "--allow-empty", "-m", "BUG/MINOR: mux: from a topic\n\nThis must be backported to 2.4.");
  board.git("checkout", "-q", "master");
  board.git("merge", "-q", "--no-ff", "-m", "Merge branch 'topic'", "topic");
  const page = await board.open("Ada");
  await page.getByRole("button", { name: "Read the repository now" }).click();
  await page.getByRole("button", { name: /2 new/ }).click();
  const left = page.locator(".progress").first();
  await expect(row(page, "mux: from a topic")).toBeVisible();
  await expect(row(page, "Merge branch 'topic'")).toHaveCount(0);
  const before = await left.textContent();
  const merges = page.getByRole("button", { name: /^Merges / });
  await expect(merges).toHaveAttribute("aria-pressed", "false");
  await expect(merges).toContainText("1");
  await page.keyboard.press("7");
  await expect(page).toHaveURL(/show=nuwybm/);
  await expect(merges).toHaveAttribute("aria-pressed", "true");
  await expect(row(page, "Merge branch 'topic'")).toContainText("nothing to backport");
  expect(await left.textContent()).toBe(before);
  // What a person says about one counts like all that people say.
  await page.keyboard.press("Shift+G");
  await verdict(page, "Merge branch 'topic'", "Uncertain").check();
  await expect(merges).toContainText("0");
  await page.keyboard.press("7");
  await expect(page).not.toHaveURL(/show=/);
  await expect(row(page, "Merge branch 'topic'")).toBeVisible();

  // A search that finds nothing but merges says so.
  await page.keyboard.press("z");
  await expect(row(page, "Merge branch 'topic'").getByRole("radio", { name: "No", exact: true })).toBeChecked();
  await page.goto(`${board.address}s/lantern-2.5?start=all&q=topic+branch`);
  await page.getByRole("button", { name: /Show 1 merge/ }).click();
  await expect(row(page, "Merge branch 'topic'")).toBeVisible();
});

test("a merge is shown with its details to whoever has its address", async ({ board }) => {
  board.git("checkout", "-q", "-b", "topic", "master");
  board.git("commit", "-q", "--allow-empty", "-m", "BUG/MINOR: mux: from a topic\n\nThis must be backported to 2.4.");
  board.git("checkout", "-q", "master");
  board.git("merge", "-q", "--no-ff", "-m", "Merge branch 'topic'", "topic");
  board.cli("sync", "--repo", board.repo);
  const page = await board.open("Ada", { path: "s/lantern-2.5?start=all&show=m" });
  await expect(rows(page)).toHaveCount(1);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  const opens = async (address: string) => {
    const other = await board.open(null, { path: address.slice(board.address.length) });
    await expect(other.getByRole("region", { name: /^Details of/ })).toContainText("Merge branch 'topic'");
    await expect(row(other, "Merge branch 'topic'")).toHaveAttribute("aria-current", "true");
  };
  await page.keyboard.press("Shift+C");
  await expect(page.getByText(/^A link to/)).toBeVisible();
  await opens(await clipboard());
  // Of several patches too.
  await page.goto(`${board.address}s/lantern-2.5?start=all&show=nuwybm&q=topic`);
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press("*");
  await page.keyboard.press("Shift+C");
  await expect(page.getByText(/^A link to 2 patches is copied/)).toBeVisible();
  await page.goto(await clipboard());
  await expect(row(page, "Merge branch 'topic'")).toBeVisible();
  // Whoever gets there from patch to patch, and sends the address on.
  await page.goto(`${board.address}s/lantern-2.5?start=all&q=from+a+topic`);
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press("Shift+>");
  await expect(page.getByRole("region", { name: /^Details of/ })).toContainText("Merge branch 'topic'");
  await opens(page.url());
  // Nor does it matter what else an address says.
  const id = board.git("rev-parse", "master").trim().slice(0, 12);
  await opens(`${board.address}s/lantern-2.5?only=notes&open=${id}`);
});

test("a patch without a subject can be opened by the pointer", async ({ board }) => {
  board.git("checkout", "-q", "master");
  board.git("commit", "-q", "--allow-empty", "--allow-empty-message", "-m", "");
  board.cli("sync", "--repo", board.repo);
  const id = board.git("rev-parse", "master").trim().slice(0, 8);
  const page = await board.open("Ada", { path: "s/lantern-2.5?start=all&as=matrix&rows=all" });
  await page.keyboard.press("Shift+G");
  await page.getByRole("row").filter({ hasText: id }).getByText("(no subject)").click();
  const details = page.getByRole("region", { name: /^Details of/ });
  await expect(details).toBeVisible();
  await row(page, id).getByText("(no subject)").click();
  await expect(details).toHaveCount(0);
  await row(page, id).getByText("(no subject)").click();
  await expect(details).toBeVisible();
});

test("commits that arrive announce themselves and are read", async ({ board }) => {
  const page = await board.open("Ada");
  const before = await rows(page).count();
  board.git(
    "commit",
    "-q",
    "--allow-empty",
    "-m",
    "BUG/MINOR: mux: new on this board\n\nThis must be backported to 2.4.",
  );
  await page.getByRole("button", { name: "Read the repository now" }).click();
  await page.getByRole("button", { name: /1 new/ }).click();
  await expect(rows(page)).toHaveCount(before + 1);
  await page.keyboard.press("Shift+G");
  await expect(verdict(page, "mux: new on this board", "Yes")).toBeChecked();
});
