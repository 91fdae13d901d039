import { expect, test } from "vitest";
import { wholeView } from "../route.ts";
import {
  isUndecided,
  leftPerTarget,
  makeLeftPerTarget,
  letterOf,
  select,
  makeSelect,
  makeValuesOf,
  withKept,
  type Filter,
  type Row,
} from "./filter.ts";
import { startNumber } from "../../picks/start.ts";

const row = (number: number, more: Partial<Row> = {}): Row => ({
  id: `p${number}`,
  number,
  sha: `${number}`.repeat(8),
  subject: "BUG/MINOR: h2: close earlier",
  author: "Ada",
  area: "h2",
  verdicts: ["YES", "NO"],
  deciders: [null, null],
  revisions: [0, 0],
  agreed: null,
  evidence: [null, null],
  reason: "",
  quote: null,
  noteCount: 0,
  isDisputed: false,
  tag: "BUG/MINOR",
  isSuspicious: false,
  isMerge: false,
  isVanished: false,
  isInstructed: false,
  waits: [null, null],
  asked: null,
  ...more,
});
const filter: Filter = { ...wholeView, target: 0, start: 0, me: "Ada", found: new Map() };
const ids = (rows: readonly Row[]) => rows.map((one) => one.id);

const rows = [
  row(1, { evidence: ["TRAILER", null] }),
  row(2, { evidence: ["CLAIMED", null], deciders: ["Ada", null] }),
  row(3, { verdicts: ["NO", "NO"], area: "quic", noteCount: 2 }),
  row(4, { verdicts: ["WAIT", "NO"], author: "Grace", subject: "MINOR: quic: Löwe" }),
];

test("a row has one letter per target, and a claim is no backport", () => {
  expect(rows.map((one) => letterOf(one, 0))).toEqual(["b", "y", "n", "w"]);
  expect(rows.map((one) => letterOf(one, 1))).toEqual(["n", "n", "n", "n"]);
  expect(rows.map((one) => isUndecided(one, 0))).toEqual([false, false, true, true]);
});

test("a merge is nothing to review, until its author or a person says something about it", () => {
  const merge = row(5, { isMerge: true, verdicts: ["NO", "NO"] });
  const merges = [
    merge,
    { ...merge, isInstructed: true },
    { ...merge, deciders: ["Ada", null] },
    { ...merge, evidence: ["TRAILER", null] },
    { ...merge, agreed: [["Ada"], []] },
  ];
  expect(merges.map((one) => letterOf(one, 0))).toEqual(["m", "n", "n", "b", "m"]);
  expect(merges.map((one) => isUndecided(one, 0))).toEqual([false, true, false, false, false]);
  const hidden = select(merges, filter);
  expect(hidden.visible).toEqual([merges[1], merges[2], merges[3]]);
  expect(hidden.counts).toEqual({ n: 2, u: 0, w: 0, y: 0, b: 1, m: 2 });
  expect([hidden.left, hidden.toReview, hidden.only.undecided, hidden.only.unseen]).toEqual([1, 2, 1, 1]);
  expect(leftPerTarget(merges, [0, 0])).toEqual([1, 1]);
  expect(ids(select(merges, { ...filter, show: ["m"] }).visible)).toEqual(["p5", "p5"]);
});

test("what is no longer upstream is shown, and nobody has to decide about it", () => {
  const gone = row(5, { isVanished: true, verdicts: ["YES", "WAIT"], waits: [null, { isRipe: true, isDue: true }] });
  expect([0, 1].map((target) => isUndecided(gone, target))).toEqual([false, false]);
  const all = select([...rows, gone], filter);
  expect(ids(all.visible)).toContain("p5");
  expect([all.left, all.toReview, all.only.undecided, all.only.unseen]).toEqual([2, 3, 2, 2]);
  expect(leftPerTarget([gone], [0, 0])).toEqual([0, 0]);
});

test("counts tell what a letter would show, and the left ones ignore the filter", () => {
  const all = select(rows, filter);
  expect(all.counts).toEqual({ n: 1, u: 0, w: 1, y: 1, b: 1, m: 0 });
  expect([all.left, all.toReview]).toEqual([2, 3]);
  const waiting = select(rows, { ...filter, show: ["w"] });
  expect(ids(waiting.visible)).toEqual(["p4"]);
  expect(waiting.counts).toEqual(all.counts);
  expect([waiting.left, waiting.toReview]).toEqual([2, 3]);
});

test("who agreed with what is shown has seen it, and others have not; a decision counts as seen by who decided", () => {
  const agreed = [row(1, { agreed: [["Ben"], []] }), row(2, { deciders: ["Ada", null] }), row(3)];
  const unseen = (me: string | null, target = 0) =>
    ids(select(agreed, { ...filter, only: ["unseen"], me, target }).visible);
  expect(unseen("Ada")).toEqual(["p1", "p3"]);
  expect(unseen("Ben")).toEqual(["p2", "p3"]);
  expect(unseen("Ben", 1)).toEqual(["p1", "p2", "p3"]);
  expect(unseen(null)).toEqual(["p1", "p2", "p3"]);
  expect(select(agreed, filter).left).toBe(1);
  expect(agreed.map((one) => isUndecided(one, 0))).toEqual([false, false, true]);
});

test("conditions, area, author and words narrow together", () => {
  expect(ids(select(rows, { ...filter, only: ["undecided"] }).visible)).toEqual(["p3", "p4"]);
  expect(ids(select(rows, { ...filter, only: ["undecided", "notes"] }).visible)).toEqual(["p3"]);
  expect(select(rows, { ...filter, only: ["notes"] }).only).toEqual({
    undecided: 1,
    ripe: 0,
    asked: 0,
    unseen: 1,
    notes: 1,
    people: 0,
    disputed: 0,
  });
  expect(ids(select(rows, { ...filter, author: "Grace", text: "löwe QUIC" }).visible)).toEqual(["p4"]);
  expect(ids(select(rows, { ...filter, text: "3333" }).visible)).toEqual(["p3"]);
});

test("every sign of the keyboard can be typed into the search", () => {
  const signs = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
  for (const text of [...signs.split(""), signs, `a${signs}`]) {
    expect(() => select([row(1, { subject: `a${signs}b` })], { ...filter, text })).not.toThrow();
  }
});

test("a row that leaves the filter stays while it is kept", () => {
  const { visible } = select(rows, { ...filter, show: ["w"] });
  expect(ids(withKept(visible, rows, "p3"))).toEqual(["p3", "p4"]);
  expect(withKept(visible, rows, "p4")).toBe(visible);
  expect(withKept(visible, rows, "gone")).toBe(visible);
  expect(ids(withKept([], rows, "p1"))).toEqual(["p1"]);
});

test("the start leaves earlier rows out, also of the counts", () => {
  expect(startNumber("last", 2)).toBe(3);
  expect(startNumber("all", 2)).toBe(0);
  expect(select(rows, { ...filter, start: 3 }).counts).toEqual({ n: 1, u: 0, w: 1, y: 0, b: 0, m: 0 });
});

test("every target has its own rest", () => {
  expect(leftPerTarget(rows, [0, 0])).toEqual([2, 4]);
  expect(leftPerTarget(rows, [4, 2])).toEqual([1, 3]);
  expect(leftPerTarget(rows, [])).toEqual([]);
  const many = Array.from({ length: 100 }, (_, i) => rows.map((one) => ({ ...one, id: `${one.id} ${i}` }))).flat();
  const remembering = makeLeftPerTarget();
  const starts = [2, 3];
  expect(remembering([], starts)).toEqual([0, 0]);
  expect(remembering(many, starts)).toEqual(leftPerTarget(many, starts));
  const changed = many.with(303, { ...many[303]!, deciders: ["Ada", "Ada"] });
  expect(remembering(changed, starts)).toEqual(leftPerTarget(changed, starts));
  expect(remembering(changed, starts)).not.toEqual(leftPerTarget(many, starts));
  expect(remembering(changed, [0, 0])).toEqual(leftPerTarget(changed, [0, 0]));
});

test("values of a field are counted without that field's own filter", () => {
  expect(makeValuesOf("area")(rows, filter)).toEqual([
    ["h2", 3],
    ["quic", 1],
  ]);
  expect(makeValuesOf("author")(rows, { ...filter, area: "quic" })).toEqual([["Ada", 1]]);
});

test("a select that remembers gives what a new one gives", () => {
  const many = Array.from({ length: 600 }, (_, i) => row(i + 1, { verdicts: [i % 2 ? "YES" : "NO", "NO"] }));
  const remembers = makeSelect();
  expect(remembers(many, filter)).toEqual(select(many, filter));
  const changed = many.with(300, row(301, { verdicts: ["WAIT", "NO"], deciders: ["Ada", null] }));
  expect(remembers(changed, filter)).toEqual(select(changed, filter));
  expect(remembers(changed.slice(0, 599), filter)).toEqual(select(changed.slice(0, 599), filter));
  const waiting: Filter = { ...filter, show: ["w"] };
  expect(ids(remembers(changed, waiting).visible)).toEqual(["p301"]);
});

test("ripe waits of the target and open questions are conditions of their own", () => {
  const some = [
    row(1, { waits: [{ isRipe: true, isDue: true }, null] }),
    row(2, {
      waits: [
        { isRipe: false, isDue: false },
        { isRipe: true, isDue: true },
      ],
      asked: "Ben",
    }),
  ];
  const { only } = select(some, filter);
  expect([only.ripe, only.asked]).toEqual([1, 1]);
  expect(ids(select(some, { ...filter, only: ["ripe"] }).visible)).toEqual(["p1"]);
  expect(ids(select(some, { ...filter, target: 1, only: ["ripe"] }).visible)).toEqual(["p2"]);
  expect(ids(select(some, { ...filter, only: ["asked"] }).visible)).toEqual(["p2"]);
});

test("a person's wait that is over is left to decide again, for all who ask how many are", () => {
  const over = { verdicts: ["WAIT", "NO"], deciders: ["Ada", null], waits: [{ isRipe: true, isDue: true }, null] };
  const agreed = { ...over, deciders: [null, null], agreed: [["Ada"], []] };
  const waits = [row(1, over), row(2, agreed), row(3, { ...over, waits: [{ isRipe: true, isDue: false }, null] })];
  const left = select(waits, { ...filter, only: ["undecided"] });
  expect(ids(left.visible)).toEqual(["p1", "p2"]);
  expect([left.left, left.only.undecided, left.toReview]).toEqual([2, 2, 3]);
  expect(leftPerTarget(waits, [0])).toEqual([2]);
  expect(waits.map((one) => isUndecided(one, 0))).toEqual([true, true, false]);
  // Who said so before has not seen it since, and can agree anew.
  expect(ids(select(waits, { ...filter, only: ["unseen"] }).visible)).toEqual(["p1", "p2"]);
});

test("what the server found in bodies joins what rows hold", () => {
  const found = new Map([["window", new Set(["p4"])]]);
  expect(ids(select(rows, { ...filter, text: "window" }).visible)).toEqual([]);
  expect(ids(select(rows, { ...filter, text: "window", found }).visible)).toEqual(["p4"]);
  expect(ids(select(rows, { ...filter, text: "-window", found }).visible)).toEqual(["p1", "p2", "p3"]);
});
