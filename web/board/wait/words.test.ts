import { expect, test } from "vitest";
import { farWords, fullWords, type Wait } from "./words.ts";

const now = Date.parse("2026-11-21T13:00:00Z");
const wait = (more: Partial<Wait>): Wait => ({
  kind: "DAYS",
  day: null,
  days: 14,
  of: null,
  pattern: null,
  isAuthors: false,
  words: "until 14 days after the commit",
  isRipe: false,
  isDue: false,
  at: null,
  tag: null,
  ...more,
});

test.each<[Partial<Wait>, string]>([
  [{ at: "2026-11-30T00:00:00Z" }, "ripe in 9 days"],
  [{ at: "2026-11-21T20:00:00Z" }, "ripe in 1 day"],
  [{ at: "2026-11-21T12:00:00Z" }, "ripe in 1 day"],
  [{ at: "2199-12-31T00:00:00Z" }, "ripe on 2199-12-31"],
  [{ isRipe: true, at: "2026-11-21T00:00:00Z" }, "ripe today"],
  [{ isRipe: true, at: "2026-11-20T00:00:00Z" }, "ripe for 1 day"],
  [{ isRipe: true, at: "2026-11-01T00:00:00Z" }, "ripe for 20 days"],
  [{ isRipe: true, at: "2024-01-15T00:00:00Z" }, "ripe since 2024-01-15"],
  [{ kind: "TAG", words: "until 3.4 is out" }, "until 3.4"],
  [{ kind: "TAG", words: "until 7 days after the next release" }, "until 7 days after the next release"],
  [{ kind: "OPEN", words: "until somebody decides" }, "no end set"],
])("%o is %s", (more, expected) => expect(farWords(wait(more), now)).toBe(expected));

test("all of it is said where there is room", () => {
  expect(fullWords(wait({ isAuthors: true }))).toBe("Wait until 14 days after the commit, as the author asks");
  expect(fullWords(wait({ isRipe: true, at: "2026-11-20T00:00:00Z", tag: "v3.4", words: "until 3.4 is out" }))).toBe(
    "Wait until 3.4 is out; since 2026-11-20 (v3.4)",
  );
});
