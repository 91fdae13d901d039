import { expect, test } from "vitest";
import { nothingFound } from "./match.ts";
import { applyLate } from "./useSteady.ts";

const found = new Map([["timer", new Set(["p1"])]]);
const before = { text: "timer", found: nothingFound, typed: "timer" };

test("what the server finds is taken in while nobody is at the rows", () => {
  expect(applyLate(before, { ...before, found }, false)).toEqual({ ...before, found });
});

test("it waits while somebody is, and what is shown stays the same object", () => {
  expect(applyLate(before, { ...before, found }, true)).toBe(before);
  expect(applyLate(before, { ...before }, false)).toBe(before);
});

test("another search is applied wherever the pointer is, and only what comes after it waits", () => {
  const typed = applyLate(before, { ...before, typed: "path:src" }, true);
  expect(typed).toEqual({ ...before, typed: "path:src" });
  expect(applyLate(typed, { text: "path:src", found, typed: "path:src" }, true)).toBe(typed);
  expect(applyLate(typed, { text: "path:src", found, typed: "path:src" }, false).text).toBe("path:src");
});
