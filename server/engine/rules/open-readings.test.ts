/** Messages that leave something open, put it off, or say it with few words. */
import { describe, expect, test } from "vitest";
import { ask, expectRow, type Row } from "./test-ask.ts";

const rows: Record<string, Row[]> = {
  "a question asks, it does not tell": [
    ["Should this be backported?", "uncertain"],
    ["Should we backport it to 3.0?", "uncertain", "3.0"],
    ["Backport to 3.0?", "uncertain", "3.0"],
    ["Does 3.0 need this too?", "uncertain", "3.0"],
    ["Is it needed in 2.8?", "uncertain", "2.8"],
    ["(should it be backported?)", "uncertain"],
    ["Should this be backported? It must be backported to 3.1.", "yes", "3.1"],
    ["Should it be backported? No backport is needed, it never worked.", "no"],
    ["This must be backported as far as 3.0 (maybe 2.8 too?)", "yes", "3.0"],
    ["It remains to be discussed whether to backport it to 3.0.", "uncertain", "3.0"],
    ["A backport to 3.0 is to be discussed.", "uncertain", "3.0"],
  ],
  "what somebody asked is not what the author says": [
    ["Eve asked whether this must be backported; it must not.", "no"],
    ["Eve asked whether this must be backported to 2.8; it must.", "yes", "2.8"],
    ["Eve asked if this should be backported to 2.8.", "uncertain", "2.8"],
    ["Eve asked us to backport it to 2.8.", "uncertain", "2.8"],
    ["Eve asked whether it should be backported to 2.8. It must be backported to 3.1.", "yes", "3.1"],
  ],
  "a piece of the patch": [
    ["The first part must be backported to 2.8.", "uncertain", "2.8"],
    ["The second hunk should not be backported.", "uncertain"],
    ["The most important part is that this must be backported to 3.0.", "yes", "3.0"],
    ["The second hunk is cosmetic. This must be backported to 3.0.", "yes", "3.0"],
    ["No backport is needed for the first hunk. The fix must be backported to 3.0.", "yes", "3.0"],
  ],
  "a time after the instruction": [
    ["This must be backported to 3.2 in the next cycle.", "wait", "3.2"],
    ["To be backported to 3.2 and 3.1 in January.", "wait", "3.1"],
    ["To be backported to 3.1 next month.", "wait", "3.1"],
    ["To be backported to 3.1 in May 2027.", "wait", "3.1"],
    ["Backport to 3.2 once the regression is understood.", "wait", "3.2"],
    ["Do not backport it to 3.0 until the regression is solved.", "wait", "3.0"],
    ["No immediate backport is needed.", "wait"],
    ["We might consider backporting this later, but for now only fix the master.", "wait"],
    ["This must be backported to 3.0 and later, but not to 2.8.", "yes", "3.0"],
    ["It should be backported to 3.2 after the next round of releases.", "wait", "3.2"],
    ["This is for 3.2 too, but let's wait for feedback first.", "wait", "3.2"],
    ["This must be backported to 3.2, it broke in January.", "yes", "3.2"],
    ["This came in the next cycle and must be backported to 3.2.", "yes", "3.2"],
  ],
  "the first ones now, the others later": [
    ["Should be backported to 3.2 directly and to the others after a while.", "yes", "all"],
    ["Backport to 3.2 now, and to 3.0 after 3.3 is released.", "yes", "3.0"],
    ["This must be backported to 3.2 first, then slowly to older versions.", "yes", "all"],
    ["This should be backported directly to 3.2 and 3.1.", "yes", "3.1"],
  ],
  "two sentences ask for more than one": [
    ["Must be backported to 3.2. The lock was added before. Must be backported to 3.0.", "yes", "3.0"],
    ["This must be backported to 3.2. It should be backported to 3.0.", "yes", "3.0"],
    ["This must be backported to 3.2. It could be backported to 3.0.", "yes", "3.2"],
  ],
  "places without a number": [
    ["Must be backported to the two latest stable branches.", "yes", "3.1"],
    ["The last three stable versions need this.", "yes", "3.0"],
    ["Must be backported to the two latest LTS versions.", "yes", "3.0"],
    ["Backport it all the way.", "yes", "all"],
    ["To be backported all the way down to 2.6.", "yes", "2.6"],
    ["Backport wherever it applies cleanly.", "yes"],
  ],
  "branches as git names them": [
    ["Must be backported to origin/3.1-stable.", "yes", "3.1"],
    ["Please cherry-pick to release/3.0.", "yes", "3.0"],
    ["[backport release-3.1]", "yes", "3.1"],
    ["Backport 3.2 3.1 3.0", "yes", "3.0"],
    ["Must be backported to\n\n    3.2\n    3.1", "yes", "3.1"],
    ["Must be backported to foo/3.1.", "yes"],
  ],
  "a clause that takes its verb from another": [
    ["Commit 1a2b3c4d5 was backported to 2.8, so this one must be, too.", "yes", "2.8"],
    ["As the previous patch was backported as far as 2.6, this one should be as well.", "yes", "2.6"],
    ["The commit above was backported, so must this one.", "yes"],
    ["If the commit above is backported, this one must be as well.", "uncertain"],
    ["The previous patch must not be backported, but this one should be in 3.2.", "yes", "3.2"],
  ],
  "versions that stand before the instruction": [
    ["This bug has been there since 2.6, so it must be backported accordingly.", "yes", "2.6"],
    ["The issue shows in 3.2 and 3.1, to which it must be backported.", "yes", "3.1"],
    ["Backport to every branch that has 1a2b3c4d5, which is 2.8 and newer.", "yes", "2.8"],
    ["3.2 and 3.1 need it as well.", "yes", "3.1"],
  ],
  "more wishes without the word": [
    ["This fix must be in 3.2.1.", "yes", "3.2"],
    ["It would be nice to have this in 3.2.", "yes", "3.2"],
    ["This is stable material, 3.1+.", "yes", "3.1"],
    ["This must be reverted everywhere it was backported.", "yes"],
    ["Nothing prevents it from being backported to 3.0.", "yes", "3.0"],
  ],
  "an instruction of two words": [
    ["To backport everywhere.", "yes", "all"],
    ["To backport to 3.2 and 3.1.", "yes", "3.1"],
    ["Maybe take this into 3.2 at some point.", "uncertain", "3.2"],
    ["It is useful in 3.2 too.", "yes", "3.2"],
    ["To be taken in 3.2 and 3.1.", "yes", "3.1"],
    ["Backport, but only to 3.1 where the pool came in.", "yes", "3.1"],
    ["Apply to all supported branches.", "yes", "all"],
    ["This should be backported where relevant (at least 3.2 and 3.1).", "yes", "3.1"],
    ["It could have been backported, but nobody asked for it.", "uncertain"],
    ["This is not for stable, even though 3.2 users might like it.", "no"],
  ],
  "the last of a list on a condition": [
    ["Needs to be backported to 3.2, 3.1; and to 3.0 if 6f7a8b9c0 ever gets there.", "yes", "3.1"],
    ["Must be backported to 3.2 (and 3.1, 3.0 if the conflict is easy to solve).", "yes", "3.2"],
    ["Must be backported to 3.2 and 3.1 if 6f7a8b9c0 ever gets there.", "uncertain", "3.1"],
  ],
  "a word over a line end": [["This must be back-\nported to 3.0.", "yes", "3.0"]],
  "a condition, and what it takes": [
    ["Should it be backported, 1a2b3c4d5 is needed first.", "uncertain"],
    ["If this is backported, the previous patch must be backported too.", "uncertain"],
  ],
};

describe.each(Object.entries(rows))("%s", (_, table) => {
  test.each(table)("%s", expectRow);
});

test("only one version has the bug", () => {
  expect(ask("Only 3.2 is affected.")).toMatchObject({ verdict: "yes", oldest: "3.2", explicit: false });
  expect(ask("3.2, 3.1 and 3.0 are affected.")).toMatchObject({ verdict: "yes", oldest: "3.0", explicit: false });
  expect(ask("Only 3.3 is affected.")).toMatchObject({ verdict: "no", explicit: false });
  expect(ask("3.2 is not affected.")).toMatchObject({ verdict: "no", explicit: false });
});

test("what is put off is said of the older ones alone", () => {
  expect(ask("Should be backported to 3.2 directly and to the others after a while.")).toMatchObject({
    rule: "staged",
    below: [{ version: "3.2", verdict: "wait" }],
    conditions: [{ kind: "until", text: "after a while" }],
  });
});

test("a condition names what a backport takes", () => {
  const needs = (end: string) => ask(end).links;
  expect(needs("Should it be backported, 1a2b3c4d5 is needed first.")).toEqual([{ kind: "needs", text: "1a2b3c4d5" }]);
  expect(needs("Must be backported to 3.0. In 3.0, commit 1a2b3c4d5 must be backported first.")).toEqual([
    { kind: "needs", text: "1a2b3c4d5" },
  ]);
  expect(ask("If this is backported, the doc has to be adapted.")).toMatchObject({ explicit: false });
});

test.each([
  "Backporting this to 2.8 requires 1a2b3c4d5 first.",
  "To backport this to 2.8, rename the function.",
  "Apply to all versions of TLS.",
  "Backport is not trivial below 3.0 and is left to those who need it.",
  "The counter has to be fixed in another place, and it seems to be fixed in 3.2.",
])("%s is no wish", (end) => expect(ask(end)).toMatchObject({ verdict: "no", explicit: false }));

test("all but the oldest do not reach it", () => {
  expect(ask("This must be backported to all stable versions except 2.4.")).toMatchObject({
    oldest: "all",
    below: [{ version: "2.6", verdict: "no" }],
  });
  expect(ask("This must be backported to all stable versions except 3.2.").below).toEqual([]);
});

test("a version in which a patch is tried is no target", () => {
  expect(ask("It must be backported to 3.1, but let it cook in 3.3 for two weeks.")).toMatchObject({
    verdict: "wait",
    targets: ["3.1"],
  });
});

test("a question for a reason asks for nothing", () => {
  expect(ask("Why was this not backported?")).toMatchObject({ verdict: "no", explicit: false });
});
