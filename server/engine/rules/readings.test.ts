/** Messages whose plain words mislead: what a reader of English takes from them. */
import { describe, expect, test } from "vitest";
import { ask, expectRow, stable, type Row } from "./test-ask.ts";
import { answerTo } from "./verdict.ts";

const rows: Record<string, Row[]> = {
  "two negations are a wish": [
    ["There is no reason not to backport this to 3.0.", "yes", "3.0"],
    ["There is no good reason this should not be backported to 3.0.", "yes", "3.0"],
    ["I see no reason why it should not be backported to 3.0.", "yes", "3.0"],
    ["Do not forget to backport this to 3.0.", "yes", "3.0"],
    ["Don't forget to backport it as far as 2.8.", "yes", "2.8"],
    ["There is no risk in backporting it to 3.0.", "yes", "3.0"],
    ["There's no harm in backporting this to all stable versions.", "yes", "all"],
    ["It does not hurt to backport this to 3.0.", "yes", "3.0"],
    ["I have no objection to backporting it to 3.0.", "yes", "3.0"],
    ["It can be backported without risk to 3.0.", "yes", "3.0"],
    ["No hurry to backport it to 3.2.", "yes", "3.2"],
  ],
  "one negation stays a refusal": [
    ["There is no reason to backport this to 3.0.", "no"],
    ["I see no reason why it should be backported to 3.0.", "no"],
    ["There is no point in backporting it.", "no"],
    ["It cannot be backported without risk.", "no"],
    ["There is no risk, but no need to backport it.", "no"],
  ],
  "a negation of the manner or of a part": [
    ["No backport is needed before 3.2, where the issue first appeared.", "yes", "3.2"],
    ["No backport is needed before 3.3.", "no"],
    ["This should not be backported to 2.8 and older, only to 3.0 and newer.", "yes", "3.0"],
    ["This should not be backported at all, only 3.3 has the bug.", "no"],
    ["It must not be backported alone: 1a2b3c4d5 is needed as well. Target versions are 3.2 and 3.1.", "yes"],
    ["This must not be backported without 1a2b3c4d5.", "yes"],
  ],
  "advice against, without a plain not": [
    ["Backport is neither needed nor wanted.", "no"],
    ["Backporting this is discouraged.", "no"],
    ["Backporting is not advised.", "no"],
    ["Backporting this is a bad idea.", "no"],
    ["It would be a bad idea to backport this.", "no"],
    ["Backporting it would be dangerous.", "no"],
    ["Not a candidate for stable.", "no"],
    ["Backport to TLS 1.2 code paths is not needed.", "no"],
    ["It is risky, but this should be backported to 3.0.", "yes", "3.0"],
    ["It is not risky to backport this to 3.0.", "yes", "3.0"],
  ],
  "a sentence that takes its wish back": [
    ["Backport is possible but not needed.", "no"],
    ["While it should be backported in theory, nobody uses it, so no.", "no"],
    ["This must be backported to 3.2 but is not needed in 3.0.", "yes", "3.2"],
  ],
  doubts: [
    ["Not sure whether this should be backported to 2.8.", "uncertain", "2.8"],
    ["I'm not sure if it should be backported to 3.0.", "uncertain", "3.0"],
    ["It is unclear whether this should be backported.", "uncertain"],
    ["It is questionable whether this must be backported to 2.8.", "uncertain", "2.8"],
    ["I doubt this should be backported to 2.8.", "uncertain", "2.8"],
    ["I'm not convinced that it needs to be backported.", "uncertain"],
    ["No doubt this should be backported to 3.0.", "yes", "3.0"],
    ["I do not doubt that this should be backported to 3.0.", "yes", "3.0"],
    ["Not sure whether it shows, but it should be backported to 2.8.", "yes", "2.8"],
  ],
  "refused for now only": [
    ["This must not be backported before 3.3 is released.", "wait"],
    ["This must not be backported before 3.3-dev5.", "wait"],
    ["Do not backport this before the next release.", "wait"],
    ["Do not backport this until 3.3 is out.", "wait"],
    ["Do not backport until it was tested for a few weeks.", "wait"],
    ["This should not be backported to 2.8 before it was tested for a month.", "wait", "2.8"],
    ["This should not be backported immediately.", "wait"],
    ["Please don't backport this too early.", "wait"],
    ["This must not be backported before 2.8.", "yes", "2.8"],
    ["This must not be backported until someone asks for it.", "no"],
    ["No backport needed, the patch was not backported yet.", "no"],
    ["Do not delay the backport to 3.2.", "yes", "3.2"],
  ],
  "wanted, and not yet": [
    ["Backport to 3.2 after 3.3-dev8.", "wait", "3.2"],
    ["Backport to 3.2 after 2026-12-01.", "wait", "3.2"],
    ["Backport to 3.2 after a release cycle.", "wait", "3.2"],
    ["Backport to 3.2 once the dust settles.", "wait", "3.2"],
    ["Backport to 3.2 once it has received enough exposure.", "wait", "3.2"],
    ["Backport to 3.2 once we are confident.", "wait", "3.2"],
    ["Hold off backporting until 3.3.1.", "wait"],
    ["Delay the backport to 3.2 until 3.3 is out.", "wait", "3.2"],
    ["Delay the backport by a month.", "wait"],
    ["Wait for two weeks before backporting this to 3.2.", "wait", "3.2"],
    ["This was broken after 3.3-dev2 and must be backported to 3.2.", "yes", "3.2"],
  ],
  "a version that is the subject of a refusal": [
    ["Backport to 3.1, 3.0 does not need it.", "yes", "3.1"],
    ["Backport to 3.2, 2.8 is not affected.", "yes", "3.2"],
    ["Must be backported to 3.2, 3.1 doesn't have the code.", "yes", "3.2"],
    ["Must be backported to 3.2, 3.1 and 2.8, as 2.6 does not have the code.", "yes", "2.8"],
  ],
  "all versions from one on": [
    ...[
      "from 2.8 on",
      "from 2.8",
      "starting from 2.8",
      "starting with 2.8",
      ">= 2.8",
      "after 2.6",
      "newer than 2.6",
      "between 2.8 and 3.1",
      "(2.8 and above)",
      "down to and including 2.8",
    ].flatMap((range): Row[] => [
      [`This must be backported to all versions ${range}.`, "yes", "2.8"],
      [`Should be backported to all stable versions ${range}.`, "yes", "2.8"],
    ]),
    ["This must be backported to all stable versions (3.2, 3.1, 3.0).", "yes", "all"],
  ],
  "from one to another": [
    ["This must be backported from 3.2 to 2.8.", "yes", "2.8"],
    ["This must be backported from 2.8 to 3.1 but not to 3.2.", "yes", "2.8"],
    ["This must be backported from 2.8 on.", "yes", "2.8"],
  ],
  "a list of versions": [
    ["Must be backported to:\n- 3.2\n- 3.1\n- 2.8", "yes", "2.8"],
    ["Must be backported to:\n\n    3.2\n    3.0", "yes", "3.0"],
    ["Backport to:\n* v3.2\n* v3.0\n\nThe numbers were:\n- 2.4\n- 2.6", "yes", "3.0"],
  ],
  "a clear instruction in other words": [
    ["Let's backport it to 3.2.", "yes", "3.2"],
    ["I'll backport it to 3.0 and later.", "yes", "3.0"],
    ["I suggest backporting it to 3.2.", "yes", "3.2"],
    ["**Must be backported to 3.0.**", "yes", "3.0"],
    ["Please cherry-pick to 3.2 and 3.1.", "yes", "3.1"],
    ["Please pick this for 3.2.", "yes", "3.2"],
    ["This is a good candidate for 3.2 and 3.1.", "yes", "3.1"],
    ["This is not a candidate for 3.2.", "no"],
    ["Let's not backport it.", "no"],
  ],
  "a quoted mail": [
    ["On the list:\n\n> This must be backported to 2.4.\n\nI disagree, no backport is needed.", "no"],
    ["On the list:\n\n> This must be backported to 2.4.\n\nThis should be backported to 3.2.", "yes", "3.2"],
    ["This must be backported to versions\n>= 2.8.", "yes", "2.8"],
  ],
};

describe.each(Object.entries(rows))("%s", (_, table) => {
  test.each(table)("%s", expectRow);
});

test("a quoted mail alone is no instruction", () => {
  expect(ask("On the list:\n\n> This must be backported to 2.4.")).toMatchObject({ verdict: "no", explicit: false });
});

test("a doubt has a rule and a reason of its own", () => {
  const answer = ask("It is unclear whether this should be backported to 2.8.");
  expect(answer).toMatchObject({ rule: "unsure", conditions: [] });
  expect(answer.reason).toContain("not sure");
});

test.each([
  ["This must not be backported before 3.3-dev5.", "before 3.3-dev5", null, "3.3"],
  ["Hold off backporting until 3.3.1.", "hold off backporting until 3.3", 14, null],
  ["Delay the backport by a month.", "delay the backport by a month", 30, null],
])("%s says what it waits for", (end, text, days, release) => {
  expect(ask(end).conditions).toEqual([{ kind: "until", text, days, release }]);
});

test("what asks does so whatever the tag of the subject", () => {
  const answer = (end: string) =>
    answerTo({ patch: 0, message: `MINOR: pool: reorder\n\n${end}\n`, author: "", version: "3.3", stable });
  expect(answer("Please pick this for 3.2.")).toMatchObject({ verdict: "yes", oldest: "3.2", explicit: true });
  expect(answer("A cherry-pick to 3.2 failed.")).toMatchObject({ verdict: "no", explicit: false });
  expect(answer("Cherry-pick to 3.2 failed.")).toMatchObject({ verdict: "no", explicit: false });
});

test("a BUG that all stable versions have is wanted, not explicitly", () => {
  expect(ask("All stable versions are affected.")).toMatchObject({
    verdict: "yes",
    oldest: "all",
    explicit: false,
    rule: "affected-version",
  });
  expect(ask("Not all stable versions are affected.")).toMatchObject({ verdict: "no", explicit: false });
});
