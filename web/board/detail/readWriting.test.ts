import { describe, expect, it } from "vitest";
import { readWriting } from "./readWriting.ts";

describe("an explanation that is being written", () => {
  it.each([
    ["nothing yet", "", "", ""],
    ["an open object", '{"rea', "", ""],
    ["an open string", '{"reason": "It fixes a le', "It fixes a le", ""],
    ["an open escape", '{"reason": "It says \\', "It says ", ""],
    ["an open code point", '{"reason": "caf\\u00e', "caf", ""],
    ["whole escapes", '{"reason": "caf\\u00e9 \\"x\\"", "quote": "a\\nb', 'café "x"', "a\nb"],
    ["a backslash that was escaped", '{"reason": "C:\\\\', "C:\\", ""],
    ["a member's name inside a string", '{"reason": "no \\"quote\\": \\"x\\" here"', 'no "quote": "x" here', ""],
  ])("shows %s", (_, text, reason, quote) => expect(readWriting(text)).toEqual({ reason, quote }));
});
