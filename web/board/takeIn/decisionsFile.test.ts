import { expect, test } from "vitest";
import { decisionsFile } from "../../single/decisionsFile.ts";
import type { Entry } from "../../single/log.ts";
import { batchesOf, readDecisions } from "./decisionsFile.ts";

const sha = "1eb0f22ee1b64d75c8535b5a48f96b6ead91a341";
const at = "2026-11-21T10:00:00Z";
const on = [{ patch: sha, target: "3.2-stable", expected: 4 }];
const decided = (id: string, verdict: string | null, more = {}): Entry => ({
  kind: "decided",
  id,
  at,
  who: "Ada",
  verdict,
  on,
  ...more,
});

test("what a file without a server saves is what the board takes in: the last word on each, whoever agrees, and every note", () => {
  const entries: Entry[] = [
    decided("a", "YES"),
    decided("b", "WAIT"),
    decided("c", "NO", { isUndone: true }),
    { kind: "noted", id: "n", at, who: "Ben", patch: sha, text: "look at 3.0" },
    { kind: "agreed", id: "s", at, who: "Ben", on: [{ patch: sha, target: "3.0-stable", verdict: "YES" }] },
    { kind: "agreed", id: "t", at, who: "Ben", on: [{ patch: sha, target: "3.0-stable", verdict: "NO" }] },
    {
      kind: "agreed",
      id: "u",
      at,
      who: "Ada",
      on: [{ patch: sha, target: "3.0-stable", verdict: "NO" }],
      isUndone: true,
    },
  ];
  const saved = JSON.stringify(decisionsFile({ who: "Ada", entries }, "haproxy-3.3", "epoch", at));
  expect(batchesOf(readDecisions(saved))).toEqual([
    {
      epoch: "epoch",
      decisions: [
        { id: "b 1eb0f22ee1b6 3.2-stable", patch: sha, target: "3.2-stable", verdict: "WAIT", who: "Ada", expected: 4 },
      ],
      agreements: [],
      notes: [],
    },
    {
      epoch: "epoch",
      decisions: [],
      agreements: [{ id: "t 1eb0f22ee1b6 3.0-stable", patch: sha, target: "3.0-stable", verdict: "NO", who: "Ben" }],
      notes: [],
    },
    {
      epoch: "epoch",
      decisions: [],
      agreements: [],
      notes: [{ id: "n", patch: sha, who: "Ben", text: "look at 3.0" }],
    },
  ]);
});

test("a large file goes out in calls that fit a request", () => {
  const text = "ü".repeat(4_000);
  const entries = Array.from({ length: 9 }, (_, i): Entry => ({
    kind: "noted",
    id: `n${i}`,
    at,
    who: "Ada",
    patch: sha,
    text,
  }));
  const many = Array.from({ length: 450 }, (_, i) => ({ ...on[0]!, target: `branch ${i}` }));
  const log = { who: "Ada", entries: [...entries, decided("a", "NO", { on: many })] };
  const batches = batchesOf(readDecisions(JSON.stringify(decisionsFile(log, "s", "e", at))));
  expect(batches.map(({ decisions, notes }) => [decisions.length, notes.length])).toEqual([
    [200, 0],
    [200, 0],
    [50, 0],
    [0, 4],
    [0, 4],
    [0, 1],
  ]);
  for (const batch of batches) expect(new TextEncoder().encode(JSON.stringify(batch)).length).toBeLessThan(100_000);
});

test.each(["", "{", "null", "[]", '{"patchboard":"decisions"}', '{"decisions":[],"notes":[]}'])(
  "%s is no decisions file",
  (text) => expect(() => readDecisions(text)).toThrow("no decisions file"),
);

test("a file of a newer patchboard is not guessed at", () => {
  const text = JSON.stringify({ patchboard: "decisions", version: 4, decisions: [], notes: [] });
  expect(() => readDecisions(text)).toThrow("newer patchboard");
});
