import { describe, expect, it } from "vitest";
import type { Row } from "../filter.ts";
import { askedTerms, type Found, nothingFound, rowTest } from "./match.ts";

const row = (id: string, more: Partial<Row> = {}): Row => ({
  id,
  number: 1,
  sha: "0123456789abcdef0123456789abcdef01234567",
  subject: "BUG/MINOR: mux-h2: close earlier",
  author: "Ada Löwe",
  tag: "BUG/MINOR",
  area: "mux-h2",
  verdicts: ["YES", "NO"],
  deciders: [null, "Ada"],
  revisions: [0, 1],
  evidence: ["TRAILER", "CLAIMED"],
  reason: "says nothing",
  quote: "This must be\nbackported.",
  noteCount: 0,
  isDisputed: false,
  isSuspicious: false,
  isMerge: false,
  isVanished: false,
  isInstructed: true,
  waits: [null, null],
  asked: null,
  agreed: [[], []],
  ...more,
});
const found: Found = new Map([
  ["window", new Set(["p1"])],
  ["path:src/h2", new Set(["p2"])],
]);
const passes = (text: string, which = row("p1"), target = 0, answers = found) =>
  (rowTest(text, answers) ?? (() => true))(which, target);

describe("a row is wanted", () => {
  it.each<[string, boolean]>([
    ["", true],
    ["clos", true],
    ["close late", false],
    ['"close earlier"', true],
    ['"close earl"', false],
    ["löwe", true],
    ["must backported", true],
    ["nothing", false],
    ["0123456", true],
    ["123456", false],
    ["0123", true],
    ["012", false],
    ["id:0123", true],
    ["-id:0123", false],
    ["id:ffff,0123", true],
    ["-id:ffff,abcd", true],
    ["author:ada", true],
    ["author:löw", true],
    ["author:h2", false],
    ["tag:bug", true],
    ["tag:bug/medium", false],
    ["area:h2", true],
    ["verdict:yes", true],
    ["verdict:no", false],
    ["is:backported", true],
    ["is:decided", false],
    ["is:instructed -is:disputed -is:vanished", true],
    ["has:note", false],
    ["-has:hidden", true],
    ["is:strange clos", true],
  ])("%j: %s", (text, expected) => expect(passes(text)).toBe(expected));

  it("by what target it is about", () => {
    expect([passes("verdict:no", row("p1"), 1), passes("is:decided", row("p1"), 1)]).toEqual([true, true]);
    expect(passes("is:backported", row("p1"), 1)).toBe(false);
  });

  it("by what the server found, and not by words that it found and that are left out", () => {
    expect([passes("window"), passes("window", row("p2"))]).toEqual([true, false]);
    expect([passes("-window"), passes("-window", row("p2"))]).toEqual([false, true]);
    expect([passes("path:src/h2"), passes("path:src/h2", row("p2"))]).toEqual([false, true]);
    expect([passes("-path:src/h2"), passes("-path:src/h2", row("p2"))]).toEqual([true, false]);
  });

  it("by its path until the server has answered", () => {
    expect(passes("path:other", row("p1"), 0, nothingFound)).toBe(true);
    expect(passes("-path:other", row("p1"), 0, nothingFound)).toBe(true);
  });
});

it("asks the server for words, paths and links, and for nothing that rows hold", () => {
  const kinds = askedTerms("timer author:ada -path:src verdict:yes is:decided needs:abc1234 has:note area:x id:ab").map(
    (term) => term.kind,
  );
  expect(kinds).toEqual(["word", "path", "needs"]);
});
