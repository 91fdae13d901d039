import { expect, test } from "vitest";
import { countOf, linesOf, patchesOf } from "./letter.ts";
import { LetterBox } from "./letterBox.ts";
import { madeLetter, memoryBox } from "./test-letter.ts";

const noteOf = (text: string) => ({ input: { clientMutationId: "n", patch: "patch:2", text } });

test("letters come back as they were, oldest first, and go when they are dropped", () => {
  const storage = memoryBox();
  const box = new LetterBox(storage);
  const [second, first] = [madeLetter("b", { at: 2 }), madeLetter("a", { at: 1, shown: { rows: ["<&>"] } })];
  expect([box.keep(second), box.keep(first)]).toEqual([true, true]);
  expect(new LetterBox(storage).all()).toEqual([first, second]);
  box.drop("a");
  expect(box.all()).toEqual([second]);
});

test("with storage full a letter is not kept, and those before it stay", () => {
  const box = new LetterBox(memoryBox(JSON.stringify(madeLetter("a")).length + 20));
  expect(box.keep(madeLetter("a"))).toBe(true);
  expect(box.keep(madeLetter("b"))).toBe(false);
  expect(box.all().map((letter) => letter.id)).toEqual(["a"]);
});

test("there is a limit to how many are kept, and a known one may still change hands", () => {
  const box = new LetterBox(memoryBox());
  for (let i = 0; i < 1_000; i++) expect(box.keep(madeLetter(`letter ${i}`))).toBe(true);
  expect(box.keep(madeLetter("one more"))).toBe(false);
  expect(box.keep(madeLetter("letter 7", { tab: "another page" }))).toBe(true);
});

test("a letter that is too long is kept without what rows would show", () => {
  const box = new LetterBox(memoryBox());
  expect(box.keep(madeLetter("a", { shown: { text: "x".repeat(200_000) } }))).toBe(true);
  expect(box.all()[0]?.shown).toBeNull();
  expect(box.keep(madeLetter("b", { variables: noteOf("x".repeat(200_000)) }))).toBe(false);
});

test("there is room for a whole call of a large selection, and its text names all patches", () => {
  const many = Array.from({ length: 1_000 }, (_, i) => `patch:${100_000 + i}`);
  const after = ["0f0e3b6c-4a39-4be7-a9fd-0d7a3b3e1c55"];
  const decisions = many.map((patch) => ({ patch, target: "target:12", expected: 10, after }));
  const variables = { input: { clientMutationId: "a", decisions, verdict: "NO" } };
  const lookup = (id: string) => ({
    sha: id.slice(6).padEnd(40, "e"),
    subject: "BUG/MINOR: ".padEnd(72, "x"),
    branch: "3.2",
  });
  const lines = linesOf(variables, "useOverrideVerdictMutation", lookup);
  const box = new LetterBox(memoryBox());
  expect(box.keep(madeLetter("a", { variables, lines }))).toBe(true);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^no on 3\.2: 100000eeeeee 100001eeeeee .* 100999eeeeee$/);
});

test("what is no letter is thrown away, and other programs' keys are left alone", () => {
  const storage = memoryBox();
  storage.setItem("patchboard.unsent.x", "{");
  storage.setItem("patchboard.unsent.y", '{"id": "y"}');
  storage.setItem("patchboard.theme", "dark");
  expect(new LetterBox(storage).all()).toEqual([]);
  expect([storage.length, storage.getItem("patchboard.theme")]).toEqual([1, "dark"]);
});

test("where storage is forbidden nothing is kept, and nothing breaks", () => {
  const box = new LetterBox(null);
  expect(box.keep(madeLetter("a"))).toBe(false);
  box.drop("a");
  expect(box.all()).toEqual([]);
});

test("a letter can be read by a person", () => {
  const known: Record<string, object> = {
    "patch:1": { sha: "1eb0f22ee1b64d75c8535b5a48f96b6ead91a341", subject: "BUG/MINOR: h2: fix it" },
    "target:1": { branch: "3.2-stable" },
  };
  const lookup = (id: string) => known[id] ?? {};
  expect(linesOf(madeLetter("a").variables, "useOverrideVerdictMutation", lookup)).toEqual([
    "1eb0f22ee1b6 BUG/MINOR: h2: fix it: wait on 3.2-stable",
  ]);
  const { input } = madeLetter("a").variables;
  const condition = { kind: "DATE", day: "2027-01-01" } as const;
  expect(linesOf({ input: { ...input, condition } }, "useOverrideVerdictMutation", lookup)).toEqual([
    "1eb0f22ee1b6 BUG/MINOR: h2: fix it: wait until 2027-01-01 on 3.2-stable",
  ]);
  expect(linesOf(noteOf("look at 2.3"), "useAddNoteMutation", lookup)).toEqual(["note on patch:2: look at 2.3"]);
  expect(linesOf({ input: { clientMutationId: "u" } }, "useUndoMutation", lookup)).toEqual(["undo"]);
  expect(patchesOf(noteOf("x"))).toEqual(["patch:2"]);
  expect(countOf([madeLetter("a"), madeLetter("b"), madeLetter("n", { variables: noteOf("x") })])).toBe(
    "2 decisions and 1 note",
  );
  const undo = madeLetter("u", { variables: { input: { clientMutationId: "u" } } });
  expect(countOf([undo])).toBe("1 change");
  expect(countOf([madeLetter("a"), madeLetter("n", { variables: noteOf("x") }), undo])).toBe(
    "1 decision, 1 note and 1 change",
  );
});
