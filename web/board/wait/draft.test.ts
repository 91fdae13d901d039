import { expect, test } from "vitest";
import { conditionOf, draftOf, tomorrow } from "./draft.ts";
import type { Wait } from "./words.ts";

const now = Date.parse("2026-11-21T13:00:00Z");
const wait = (more: Partial<Wait>): Wait => ({
  kind: "OPEN",
  day: null,
  days: null,
  of: null,
  pattern: null,
  isAuthors: false,
  words: "",
  isRipe: false,
  isDue: false,
  at: null,
  tag: null,
  ...more,
});

test.each<[string, Wait, object]>([
  ["the author's wait", wait({ kind: "DAYS", days: 7, isAuthors: true }), { kind: "AUTHOR" }],
  ["a day", wait({ kind: "DATE", day: "2027-01-01" }), { kind: "DATE", day: "2027-01-01" }],
  ["days", wait({ kind: "DAYS", days: 7 }), { kind: "DAYS", days: 7 }],
  [
    "a tag",
    wait({ kind: "TAG", pattern: "v3.*", of: "TARGET", days: 3 }),
    { kind: "TAG", pattern: "v3.*", of: "TARGET", days: 3 },
  ],
  ["no end", wait({}), { kind: "OPEN" }],
])("saving the dialog as it opens changes nothing: %s", (_, before, sent) =>
  expect(conditionOf(draftOf(before, now))).toEqual(sent),
);

test("the author's words are there to be changed, and two weeks are proposed where there are none", () => {
  expect(draftOf(wait({ kind: "DAYS", days: 30, isAuthors: true }), now)).toMatchObject({ kind: "AUTHOR", days: 30 });
  expect(draftOf(null, now)).toMatchObject({ kind: "DATE", day: "2026-12-05", days: 14 });
  expect(tomorrow(now)).toBe("2026-11-22");
});
