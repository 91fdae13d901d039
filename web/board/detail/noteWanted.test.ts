import { afterEach, expect, test } from "vitest";
import { giveUpNote, noteWanted, takeTyped, typeAhead, wantNote } from "./noteWanted.ts";

afterEach(() => void takeTyped());

const type = (...keys: string[]) => keys.map(typeAhead);

test("what is typed while the field is on its way is its text, and no key of the board", () => {
  wantNote("p1");
  expect(type("n", "o", "O", "Backspace", " ", "1", "Enter", "é")).not.toContain(false);
  expect(takeTyped()).toBe("no 1\né");
  expect(noteWanted.get()).toBeNull();
  expect(type("n")).toEqual([false]);
});

test("keys that say nothing in a text stay the board's", () => {
  wantNote("p1");
  expect(type("Escape", "ArrowDown", "F5", "Shift")).toEqual([false, false, false, false]);
  expect(takeTyped()).toBe("");
});

test("closing the details gives the keys back, and nothing of it stands in the next note", () => {
  wantNote("p1");
  type("n");
  giveUpNote("p2");
  expect(noteWanted.get()).toBe("p1");
  giveUpNote("p1");
  expect(type("n")).toEqual([false]);
  wantNote("p2");
  expect(takeTyped()).toBe("");
});
