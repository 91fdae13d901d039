import { describe, expect, it } from "vitest";
import { claimsOf, trailerBlock } from "./message.ts";

const a = "1111111111111111111111111111111111111111";
const b = "2222222222222222222222222222222222222222";

describe("claims", () => {
  it.each<[name: string, body: string, ids: string[]]>([
    ["a trailer of cherry-pick -x", `Why.\n\n(cherry picked from commit ${a})\n`, [a]],
    ["a short id", `Why.\n\n(cherry picked from commit 1234567)`, ["1234567"]],
    ["an id of six digits", `Why.\n\n(cherry picked from commit 123456)`, []],
    [
      "several, among sign-offs",
      `Why.\n\nSigned-off-by: A <a@x>\n(cherry picked from commit ${a})\nSigned-off-by: B <b@x>\n(cherry picked from commit ${b})\nSigned-off-by: C <c@x>`,
      [a, b],
    ],
    [
      "a remark between the trailers",
      `Why.\n\n(cherry picked from commit ${a})\n[cc: other context]\nSigned-off-by: C <c@x>`,
      [a],
    ],
    ["a list of conflicts after it", `Why.\n\n(cherry picked from commit ${a})\n\nConflicts:\n\tsrc/a.c\n`, [a]],
    ["the same words in mid-body", `It was (cherry picked from commit ${a})\nand more\n\nSigned-off-by: A <a@x>`, []],
    ["a whole line in mid-body", `(cherry picked from commit ${a})\n\nMore prose.\n`, []],
    [
      "quoted in the last paragraph",
      `Why.\n\nThe other one said\n(cherry picked from commit ${a})\nwhich\nwas\nnot\ntrue\n`,
      [],
    ],
    ["upstream with a full stop", `commit ${a} upstream.\n\nWhy.`, [a]],
    ["upstream in brackets", `[ Upstream commit ${a} ]\n\nWhy.`, [a]],
    ["upstream in small letters", `[ upstream commit ${a} ]\n\nWhy.`, [a]],
    ["upstream later on", `Why.\n\n[ upstream commit ${a} ]\n\nMore.`, []],
    ["upstream within a sentence", `This has commit ${a} upstream.\n\nWhy.`, []],
    ["capital digits", `Why.\n\n(cherry picked from commit ${"ABCDEF0123".repeat(4)})`, ["abcdef0123".repeat(4)]],
    ["nothing", "", []],
  ])("%s", (_, body, ids) => expect(claimsOf(body).ids).toEqual(ids));

  it("reads what a revert names", () => {
    expect(claimsOf(`This reverts commit ${a}.\n\nIt broke.`).reverts).toBe(a);
    expect(claimsOf(`Unlike before, this reverts commit ${a} only in part.`).reverts).toBeNull();
  });
});

describe("trailer block", () => {
  it.each<[name: string, body: string, block: string[]]>([
    ["needs a trailer", "Only prose.", []],
    ["may be all of the body", "Fixes: abc", ["Fixes: abc"]],
    ["takes continuation lines", "Why.\n\nNote: long\n  and longer", ["Note: long", "  and longer"]],
    ["is no paragraph with prose in it", "Why.\n\nNote: this\nis prose", []],
    [
      "may hold prose beside git's own trailers",
      "Why.\n\nremark\nSigned-off-by: A <a@x>",
      ["remark", "Signed-off-by: A <a@x>"],
    ],
    ["is the last paragraph only", "Acked-by: A\n\nAcked-by: B", ["Acked-by: B"]],
  ])("%s", (_, body, block) => expect(trailerBlock(body)).toEqual(block));
});
