import { describe, expect, it } from "vitest";
import {
  type Classification,
  compareVersions,
  isDisputed,
  type Override,
  shownVerdict,
  subjectParts,
  versionOf,
} from "./domain.ts";
import { bareClassification as answer } from "./test-answer.ts";

const person: Override = { verdict: "wait", who: "Ada", at: 1, reason: null };
const explicit = (part: Partial<Classification>) => answer({ explicit: true, ...part });
const model = (part: Partial<Classification>) => answer({ engine: "llama", ...part });
const history = (part: Partial<Classification>) => answer({ engine: "history", ...part });

describe("the verdict shown", () => {
  it.each<[string, Override | null, Classification[], string | null, string, string | null]>([
    ["an override wins over every engine", person, [explicit({ verdict: "yes" })], "2.4", "wait", null],
    [
      "an explicit instruction wins over the model",
      null,
      [model({ verdict: "no" }), explicit({ verdict: "yes" })],
      "2.4",
      "yes",
      "rules",
    ],
    ["the model wins over the rules' default", null, [answer({}), model({ verdict: "yes" })], "2.4", "yes", "llama"],
    [
      "the model wins over history",
      null,
      [history({ verdict: "yes" }), model({ verdict: "no" })],
      "2.4",
      "no",
      "llama",
    ],
    [
      "history wins over the rules' default",
      null,
      [answer({}), history({ verdict: "uncertain" })],
      "2.4",
      "uncertain",
      "history",
    ],
    ["the rules' default comes last", null, [answer({ verdict: "no" })], "2.4", "no", "rules"],
    ["nothing read is uncertain", null, [], "2.4", "uncertain", null],
    [
      "older than the oldest asked for is no",
      null,
      [explicit({ verdict: "yes", oldest: "2.6" })],
      "2.4",
      "no",
      "rules",
    ],
    ["the oldest asked for itself is yes", null, [explicit({ verdict: "yes", oldest: "2.4" })], "2.4", "yes", "rules"],
    ["all means every branch", null, [explicit({ verdict: "yes", oldest: "all" })], "1.8", "yes", "rules"],
    ["2.10 is newer than 2.9", null, [explicit({ verdict: "yes", oldest: "2.9" })], "2.10", "yes", "rules"],
    ["a wait is narrowed too", null, [explicit({ verdict: "wait", oldest: "2.6" })], "2.4", "no", "rules"],
    ["a no is not narrowed", null, [explicit({ verdict: "no", oldest: "2.6" })], "2.4", "no", "rules"],
    [
      "without a version nothing is narrowed",
      null,
      [explicit({ verdict: "yes", oldest: "2.6" })],
      null,
      "yes",
      "rules",
    ],
    [
      "staged: the first branch",
      null,
      [explicit({ verdict: "yes", below: [{ version: "3.3", verdict: "wait" }] })],
      "3.3",
      "yes",
      "rules",
    ],
    [
      "staged: the older ones wait",
      null,
      [explicit({ verdict: "yes", below: [{ version: "3.3", verdict: "wait" }] })],
      "3.2",
      "wait",
      "rules",
    ],
    [
      "soft: uncertain between the firm and the soft version, no below",
      null,
      [explicit({ verdict: "yes", oldest: "2.6", below: [{ version: "2.8", verdict: "uncertain" }] })],
      "2.6",
      "uncertain",
      "rules",
    ],
    [
      "soft: below the soft version is no",
      null,
      [explicit({ verdict: "yes", oldest: "2.6", below: [{ version: "2.8", verdict: "uncertain" }] })],
      "2.4",
      "no",
      "rules",
    ],
  ])("%s", (_, override, classifications, version, verdict, engine) => {
    const shown = shownVerdict(override, classifications, version);
    expect([shown.verdict, shown.engine]).toEqual([verdict, engine]);
  });

  it("names the person who decided", () => {
    expect(shownVerdict(person, [], null).by).toBe("Ada");
  });
});

describe("a dispute", () => {
  it.each<[string, Classification[], boolean]>([
    ["an explicit yes against a model's no", [explicit({ verdict: "yes" }), model({ verdict: "no" })], true],
    ["the rules' default is no opinion", [answer({ verdict: "no" }), model({ verdict: "yes" })], false],
    ["two that agree", [explicit({ verdict: "yes" }), model({ verdict: "yes" })], false],
    ["one alone", [explicit({ verdict: "yes" })], false],
  ])("%s", (_, classifications, expected) => expect(isDisputed(classifications)).toBe(expected));
});

describe("versions", () => {
  it.each([
    ["haproxy-3.0", "3.0"],
    ["V4_6_STABLE", "4.6"],
    ["v254-stable", "254"],
    ["27.x", "27"],
    ["origin/release/1.12", "1.12"],
    ["23.11", "23.11"],
    ["3.2/master", "3.2"],
    ["stable", null],
  ])("%s -> %s", (name, version) => expect(versionOf(name)).toBe(version));

  it("compares by numbers, not by letters", () => {
    expect(["2.10", "2.9", "1.20", "3"].toSorted(compareVersions)).toEqual(["1.20", "2.9", "2.10", "3"]);
  });
});

describe("subject", () => {
  it.each([
    ["BUG/MEDIUM: queue: wake the reader", "BUG/MEDIUM", "queue", "wake the reader"],
    ["MINOR: say more", "MINOR", null, "say more"],
    ["DOC: config: explain, at last: this", "DOC", "config", "explain, at last: this"],
    ["[RELEASE] Released version 9.1", "RELEASE", null, "Released version 9.1"],
    ["net/driver5: check the length", null, "net/driver5", "check the length"],
    ["bus/one, bus/two: check both", null, "bus/one, bus/two", "check both"],
    ["fix(parser): read on", "fix", "parser", "read on"],
    ["Read on after a comment", null, null, "Read on after a comment"],
    ["see http://example.org: it is down", null, null, "see http://example.org: it is down"],
  ])("%s", (subject, tag, area, rest) => expect(subjectParts(subject)).toEqual({ tag, area, rest }));
});
