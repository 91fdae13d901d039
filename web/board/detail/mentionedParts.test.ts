import { expect, test } from "vitest";
import { textParts } from "./mentionedParts.ts";

test.each<[string, string[], string[]]>([
  ["see abc1234 and more", ["abc1234"], ["see ", "abc1234", " and more"]],
  ["abc1234", ["abc1234"], ["abc1234"]],
  ["abc1234 abc12345", ["abc1234", "abc12345"], ["abc1234", " ", "abc12345"]],
  ["xabc1234 abc1234-dirty", ["abc1234"], ["xabc1234 abc1234-dirty"]],
  ["nothing", [], ["nothing"]],
])("%j at %j", (text, words, parts) => {
  expect(textParts(text, words)).toEqual(parts);
  expect(textParts(text, words).join("")).toBe(text);
});
