import { expect, test } from "vitest";
import { quotedParts } from "./quotedParts.ts";

const marked = (message: string, quotes: { start: number; end: number }[]) =>
  quotedParts(message, quotes)
    .map((part) => (part.isQuoted ? `[${part.text}]` : part.text))
    .join("");

test.each([
  [[], "fix it. backport to 2.8."],
  [[{ start: 8, end: 24 }], "fix it. [backport to 2.8.]"],
  [
    [
      { start: 8, end: 24 },
      { start: 0, end: 3 },
    ],
    "[fix] it. [backport to 2.8.]",
  ],
  [
    [
      { start: 0, end: 10 },
      { start: 4, end: 12 },
    ],
    "[fix it. ba][ck]port to 2.8.",
  ],
  [[{ start: 20, end: 99 }], "fix it. backport to [2.8.]"],
  [[{ start: 9, end: 9 }], "fix it. backport to 2.8."],
])("quotes %j", (quotes, expected) => {
  expect(marked("fix it. backport to 2.8.", quotes)).toBe(expected);
});
