import { beforeEach, expect, test } from "vitest";
import { drafts, giveUpNote, keepDraft, noteWanted, typeAhead } from "./noteWanted.ts";

beforeEach(() => {
  noteWanted.set(null);
  drafts.set(new Map());
});

const type = (...keys: string[]) => keys.map(typeAhead);

test("what is typed while the field is on its way is its text, and no key of the board", () => {
  keepDraft("p1", "begun: ");
  noteWanted.set("p1");
  expect(type("n", "o", "O", "Backspace", " ", "1", "Enter", "é")).not.toContain(false);
  expect(drafts.get().get("p1")).toBe("begun: no 1\né");
});

test("keys that say nothing in a text stay the board's", () => {
  noteWanted.set("p1");
  expect(type("Escape", "ArrowDown", "F5", "Shift")).toEqual([false, false, false, false]);
  expect(drafts.get().size).toBe(0);
});

test("closing the details gives the keys back, and keeps what was typed", () => {
  noteWanted.set("p1");
  type("n");
  giveUpNote("p2");
  expect(noteWanted.get()).toBe("p1");
  giveUpNote("p1");
  expect(type("o")).toEqual([false]);
  expect([...drafts.get()]).toEqual([["p1", "n"]]);
});

test("an emptied draft is none", () => {
  keepDraft("p1", "text");
  keepDraft("p1", "");
  expect(drafts.get().size).toBe(0);
});
