import { expect, test } from "vitest";
import { wholeView } from "../route.ts";
import {
  isUndecided,
  leftPerTarget,
  letterOf,
  select,
  makeSelect,
  makeValuesOf,
  withKept,
  type Filter,
  type Row,
} from "./filter.ts";
import { startNumber } from "./start.ts";

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
  evidence: [null, null],
  reason: "",
  quote: null,
  noteCount: 0,
  isDisputed: false,
  ...more,
});
const filter: Filter = { ...wholeView, target: 0, start: 0 };
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

test("counts tell what a letter would show, and the left ones ignore the filter", () => {
  const all = select(rows, filter);
  expect(all.counts).toEqual({ n: 1, u: 0, w: 1, y: 1, b: 1 });
  expect([all.left, all.toReview]).toEqual([2, 3]);
  const waiting = select(rows, { ...filter, show: ["w"] });
  expect(ids(waiting.visible)).toEqual(["p4"]);
  expect(waiting.counts).toEqual(all.counts);
  expect([waiting.left, waiting.toReview]).toEqual([2, 3]);
});

test("conditions, area, author and words narrow together", () => {
  expect(ids(select(rows, { ...filter, only: ["undecided"] }).visible)).toEqual(["p3", "p4"]);
  expect(ids(select(rows, { ...filter, only: ["undecided", "notes"] }).visible)).toEqual(["p3"]);
  expect(select(rows, { ...filter, only: ["notes"] }).only).toEqual({
    undecided: 1,
    notes: 1,
    people: 0,
    disputed: 0,
  });
  expect(ids(select(rows, { ...filter, author: "Grace", text: "löwe QUIC" }).visible)).toEqual(["p4"]);
  expect(ids(select(rows, { ...filter, text: "3333" }).visible)).toEqual(["p3"]);
});

test("every sign of the keyboard can be searched for", () => {
  const signs = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
  for (const text of [...signs.split(""), signs]) {
    expect(
      ids(
        select([row(1, { subject: `a${signs}b` }), row(2, { subject: "", reason: "" })], { ...filter, text }).visible,
      ),
    ).toEqual(["p1"]);
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
  expect(select(rows, { ...filter, start: 3 }).counts).toEqual({ n: 1, u: 0, w: 1, y: 0, b: 0 });
});

test("every target has its own rest", () => {
  expect(leftPerTarget(rows, [0, 0])).toEqual([2, 4]);
  expect(leftPerTarget(rows, [4, 2])).toEqual([1, 3]);
  expect(leftPerTarget(rows, [])).toEqual([]);
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

test("signs in a search mean themselves", () => {
  const odd = [row(1, { subject: "DOC: (a|b) [x] c++ 1.2 \\d" }), row(2, { subject: "DOC: ab 132" })];
  for (const text of ["(a|b)", "[x]", "c++", "1.2", "\\d"])
    expect(ids(select(odd, { ...filter, text }).visible)).toEqual(["p1"]);
});
