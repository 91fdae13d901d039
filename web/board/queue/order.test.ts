import { expect, test } from "vitest";
import { chunkKey } from "../chunks.ts";
import { byNumber, makeQueue } from "./order.ts";

const row = (number: number, part = {}) => ({
  id: `p${number}`,
  number,
  verdicts: ["NO", "NO"],
  deciders: [null, null],
  agreed: null,
  evidence: [null, null],
  isDisputed: false,
  isMerge: false,
  isInstructed: false,
  isVanished: false,
  engine: "RULES",
  waits: [null, null] as ({ isRipe: boolean; isDue: boolean } | null)[],
  ...part,
});
const rows = [
  row(1, { verdicts: ["WAIT", "NO"] }),
  row(2),
  row(3, { isDisputed: true }),
  row(4),
  row(5, { isDisputed: true, verdicts: ["WAIT", "NO"] }),
  row(6, { verdicts: ["WAIT", "NO"], waits: [{ isRipe: true, isDue: true }, null] }),
];
const numbers = (of: readonly { number: number }[]) => of.map(({ number }) => number);

test("disputes are on top, then waits that are over, other waits last, and each section is oldest first", () => {
  expect(numbers(makeQueue(0).sorted(rows))).toEqual([3, 5, 6, 2, 4, 1]);
  expect(numbers(makeQueue(1).sorted(rows))).toEqual([3, 5, 1, 2, 4, 6]);
  expect(numbers(byNumber.sorted(rows))).toEqual([1, 2, 3, 4, 5, 6]);
});

test("positions grow along the queue and name the section, also for whole chunks", () => {
  const queue = makeQueue(0);
  const positions = queue.sorted(rows).map(queue.position);
  expect(positions).toEqual(positions.toSorted((a, b) => a - b));
  expect(positions.map(queue.sectionAt)).toEqual([
    "Disputed",
    "Disputed",
    "Ripe",
    "To decide",
    "To decide",
    "To wait for",
  ]);
  expect(positions.map((one) => queue.sectionAt(chunkKey(one)))).toEqual(positions.map(queue.sectionAt));
});

test("a row stays where it was when it is decided, disputed or becomes a wait meanwhile", () => {
  const queue = makeQueue(0);
  const before = queue.position(row(4));
  for (const change of [{ isDisputed: true }, { verdicts: ["WAIT", "NO"] }, { deciders: ["Ada", null] }]) {
    expect(queue.position(row(4, change))).toBe(before);
  }
  expect(makeQueue(0).position(row(4, { isDisputed: true }))).toBeLessThan(before);
});

test("a row that comes back comes where it belongs now: its wait is over, or its decision undone", () => {
  const queue = makeQueue(0);
  const name = (more: object) => queue.sectionAt(queue.position(row(4, more)));
  const waiting = { verdicts: ["WAIT", "NO"], deciders: ["Ada", null] };
  expect([{}, waiting].map(name)).toEqual(["To decide", "To decide"]);
  expect(name({ ...waiting, waits: [{ isRipe: true, isDue: true }, null] })).toBe("Ripe");
  expect(name({ ...waiting, waits: [{ isRipe: true, isDue: false }, null] })).toBe("Ripe");
  expect(name({})).toBe("To decide");
});

test("a row that nothing has read yet finds its section when it is read", () => {
  const queue = makeQueue(0);
  const unread = row(2, { engine: null, verdicts: ["UNCERTAIN", "UNCERTAIN"] });
  expect(queue.sectionAt(queue.position(unread))).toBe("To decide");
  expect(queue.sectionAt(queue.position(row(2, { verdicts: ["WAIT", "NO"] })))).toBe("To wait for");
  expect(queue.sectionAt(queue.position(row(2)))).toBe("To wait for");
});
