import { expect, test } from "vitest";
import { farText } from "./farText.ts";

const row = {
  id: "p1",
  number: 12,
  sha: "0123456789abcdef",
  subject: "BUG/MINOR: queue: count twice",
  author: "Ada",
  authoredAt: "2026-01-02T03:04:05Z",
  area: "queue",
  verdicts: ["YES", "NO"],
  deciders: [null, null],
  revisions: [0, 0],
  evidence: [null, "PATCH_ID"],
  reason: "asked for",
  quote: "This must be\n  backported.",
  noteCount: 0,
  isDisputed: false,
  tag: "BUG/MINOR",
  agreed: null,
  isSuspicious: false,
  isMerge: false,
  isVanished: false,
  isInstructed: true,
  waits: [null, null],
  asked: null,
};

test("a far row says what a near one does, the quotation as one line and before the reason", () => {
  expect(farText(row, 0)).toBe(
    "12\t01234567\tBUG/MINOR: queue: count twice\nY\t2026-01-02\tThis must be backported.  Ada",
  );
  expect(farText({ ...row, quote: null }, 1)).toBe(
    "12\t01234567\tBUG/MINOR: queue: count twice\nB\t2026-01-02\tasked for  Ada",
  );
});

test("text from right to left keeps to its own place", () => {
  expect(farText({ ...row, author: "עדה" }, 0)).toMatch(/backported\.  \u2068עדה\u2069$/);
});
