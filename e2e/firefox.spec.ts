import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "./board.ts";
import { Firefox, firefoxPath } from "./firefox.ts";

const path = firefoxPath();
const missing = "no Firefox on this machine: install one, or name one with FIREFOX_PATH";
if (path === null) console.warn(`e2e/firefox.spec.ts is skipped: ${missing}.`);
test.skip(path === null, missing);

test("the board as one file in Firefox: read, search, decide, agree, undo and redo, list, and all of it after a reload", async ({
  board,
}) => {
  test.slow();
  const file = join(board.folder, "board.html");
  writeFileSync(file, board.cli("export", "--format", "html"));
  const firefox = await Firefox.open(path!, pathToFileURL(file).href);
  const rows = () => firefox.evaluate<number>("document.querySelectorAll('[role=grid] [role=row][id]').length");
  const current = () => firefox.evaluate<string>("document.querySelector('[aria-current=true]')?.textContent ?? ''");
  const says = async (text: string) =>
    expect(async () =>
      expect(await firefox.evaluate<string>("document.getElementById('root').textContent")).toContain(text),
    ).toPass();
  try {
    await expect(async () => expect(await rows()).toBeGreaterThan(5)).toPass();
    expect(await firefox.evaluate("document.title")).toBe("lantern-2.5: patchboard");

    // A decision asks for the name in a field that can be typed into; the rest goes by keys too.
    await firefox.press("/");
    await firefox.enter("refuse an empty");
    await expect(async () => expect(await current()).toContain("acl: refuse an empty list")).toPass();
    await firefox.press("y");
    await expect(async () => expect(await firefox.evaluate("document.activeElement.tagName")).toBe("INPUT")).toPass();
    await firefox.enter("Cleo");
    await says("is yes on 2.4-stable: saved.");
    const found = await rows();
    await firefox.press("0");
    await expect(async () => expect(await rows()).toBeGreaterThan(found)).toPass();
    await firefox.press("j", "s");
    await says("seen, and agreed with");
    await firefox.press("z");
    await says("Undone: agreement on one patch.");
    await firefox.press("Z");
    await says("Done again: agreement on one patch.");
    await firefox.press("e");
    await says("decided by people");
    const shell = "document.querySelector('[aria-label=\"Shell text\"]').textContent";
    const list = await firefox.evaluate<string>(shell);
    expect(list).toMatch(/^cid_y=\( ([0-9a-f]{40} )+\)/);

    await firefox.reload();
    await says("Cleo");
    await says("Save decisions (2)");
    await firefox.press("e");
    await says("decided by people");
    expect(await firefox.evaluate<string>(shell)).toBe(list);
    expect(firefox.complaints).toEqual([]);
  } finally {
    await firefox.close();
  }
});
