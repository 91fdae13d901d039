import { describe, expect, it, test } from "vitest";
import type { WaitCondition } from "../domain.ts";
import { authorsCondition, conditionOn, inWords } from "./conditions.ts";
import type { LedgerPatch } from "./ledger.ts";
import { fitsTag, ripeness } from "./ripeness.ts";
import { waitOn } from "./waits.ts";
import { bareClassification } from "../test-answer.ts";

const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
const now = day("2026-11-21");
const facts = {
  committedAt: day("2026-11-01"),
  since: day("2026-11-10"),
  upstream: [
    { name: "v3.3.0", at: day("2026-11-05"), cameAt: 0 },
    { name: "v3.4-dev1", at: day("2026-11-12"), cameAt: 0 },
    { name: "v3.3.2", at: day("2026-11-18"), cameAt: 0 },
    { name: "v3.3.1", at: day("2026-11-14"), cameAt: 0 },
    { name: "late-rc1", at: day("2026-11-02"), cameAt: day("2026-11-13") },
  ],
  target: [{ name: "v3.2.9", at: day("2026-11-20"), cameAt: 0 }],
};
const tag = (pattern: string, more: { of?: "upstream" | "target"; days?: number } = {}): WaitCondition => ({
  kind: "tag",
  of: "upstream",
  pattern,
  days: 0,
  ...more,
});

describe("a wait is ripe", () => {
  it.each<[string, WaitCondition, boolean, string | null, string | null]>([
    ["on its day", { kind: "date", day: "2026-11-21" }, true, "2026-11-21", null],
    ["not a day before", { kind: "date", day: "2026-11-22" }, false, "2026-11-22", null],
    ["days after the commit", { kind: "days", days: 20 }, true, "2026-11-21", null],
    ["not earlier", { kind: "days", days: 21 }, false, "2026-11-22", null],
    ["at once after no days", { kind: "days", days: 0 }, true, "2026-11-01", null],
    ["by the next release, which is the first after the wait began", tag(""), true, "2026-11-14", "v3.3.1"],
    ["by a tag that fits", tag("v3.4-*"), true, "2026-11-12", "v3.4-dev1"],
    ["not by one from before the wait", tag("v3.3.0"), false, null, null],
    ["by one of an older date that came after it began", tag("late-*"), true, "2026-11-02", "late-rc1"],
    ["by a release that was named, whenever it was", tag("3.3"), true, "2026-11-05", "v3.3.0"],
    ["not by a candidate of it", tag("3.4"), false, null, null],
    ["by a tag of the stable branch", tag("", { of: "target" }), true, "2026-11-20", "v3.2.9"],
    ["days after a tag", tag("", { days: 7 }), true, "2026-11-21", "v3.3.1"],
    ["not earlier than that", tag("", { days: 8 }), false, "2026-11-22", "v3.3.1"],
    ["never by itself when a person has to decide", { kind: "open" }, false, null, null],
  ])("%s", (_, condition, isRipe, at, by) =>
    expect(ripeness(condition, now, facts)).toMatchObject({ isRipe, at: at && day(at), tag: by }),
  );
});

test.each<[string, string, boolean]>([
  ["v3.3.1", "", true],
  ["v3.3-rc2", "", false],
  ["v3.3-dev12", "", false],
  ["REL_17_BETA1", "", false],
  ["latest", "", false],
  ["v3.3", "3.3", true],
  ["v3.3.0", "3.3", true],
  ["v3.3.1", "3.3", false],
  ["REL_17_0", "17", true],
  ["v3.3.1", "v3.3.*", true],
  ["v3x3.1", "v3.3.*", false],
  ["V3.3.1", "v3.?.1", true],
  ["v3.3.1", "v3.3", false],
  ["a(b", "a(*", true],
])("tag %s and pattern %j: %s", (name, pattern, expected) => expect(fitsTag(name, pattern)).toBe(expected));

describe("what a wait waits for", () => {
  const until = (days: number | null, release: string | null) =>
    bareClassification({ verdict: "wait", explicit: true, conditions: [{ kind: "until", text: "…", days, release }] });

  it.each<[string, Parameters<typeof until>, WaitCondition | null]>([
    ["days", [14, null], { kind: "days", days: 14 }],
    ["a release", [null, "3.4"], tag("3.4")],
    ["the next release", [null, "next"], tag("")],
    ["days after a release", [7, "3.4"], tag("3.4", { days: 7 })],
    ["nothing that can be reckoned", [null, null], null],
  ])("is read from the author's words: %s", (_, given, expected) =>
    expect(authorsCondition([until(...given)])).toEqual(expected),
  );

  const patch = (verdict: "wait" | "yes", condition: WaitCondition | null): LedgerPatch => ({
    id: 1,
    number: 1,
    sha: "a".repeat(40),
    subject: "",
    author: "",
    authoredAt: 0,
    committedAt: facts.committedAt,
    isVanished: false,
    seen: [],
    isMerge: false,
    classifications: [until(14, null)],
    overrides: new Map([
      [7, { verdict, who: "Ada", at: facts.since, reason: null, condition: condition && JSON.stringify(condition) }],
    ]),
    backports: new Map([[9, { sha: "b", evidence: "trailer" }]]),
  });
  const target = (id: number) => ({ id, branch: "3.2", version: "3.2" });
  const tags = { upstream: facts.upstream, targets: new Map([[7, facts.target]]) };

  it("is a person's word before the author's, on that target alone", () => {
    const decided = patch("wait", tag("", { of: "target" }));
    expect(conditionOn(decided, target(7))).toMatchObject({ isAuthors: false, since: facts.since });
    expect(waitOn(decided, target(7), () => tags, now)).toMatchObject({
      isRipe: true,
      tag: "v3.2.9",
      isAuthors: false,
    });
    expect(waitOn(decided, target(8), () => tags, now)).toMatchObject({
      condition: { kind: "days", days: 14 },
      isAuthors: true,
      at: day("2026-11-15"),
    });
  });

  it("is the author's where the person only said wait", () => {
    expect(waitOn(patch("wait", null), target(7), () => tags, now)).toMatchObject({ isAuthors: true, isRipe: true });
  });

  it("is nothing when the verdict is another one, or the patch is there", () => {
    expect(waitOn(patch("yes", null), target(7), () => tags, now)).toBeNull();
    expect(waitOn(patch("yes", null), target(9), () => tags, now)).toBeNull();
  });

  it.each<[WaitCondition, string]>([
    [{ kind: "date", day: "2026-12-01" }, "until 2026-12-01"],
    [{ kind: "days", days: 1 }, "until 1 day after the commit"],
    [tag(""), "until the next release is out"],
    [tag("3.4", { days: 14 }), "until 14 days after 3.4"],
    [tag("v3.*", { of: "target" }), "until v3.* of the stable branch is out"],
    [{ kind: "open" }, "until somebody decides"],
  ])("is said in words: %o", (condition, words) => expect(inWords(condition)).toBe(words));
});
