import { Environment, Network, RecordSource, Store } from "relay-runtime";
import { expect, test } from "vitest";
import { BoardRows } from "./BoardRows.ts";
import type { Decided } from "./decided.ts";

const patch = (number: number, more = {}) => ({
  __typename: "Patch",
  id: `p${number}`,
  number,
  sha: String(number).padStart(40, "0"),
  subject: `MINOR: h2: step ${number}`,
  author: "Ada",
  authoredAt: "2026-01-01T00:00:00Z",
  tag: "MINOR",
  area: "h2",
  verdicts: ["NO"],
  deciders: [null as string | null],
  revisions: [0],
  agreed: null,
  evidence: [null],
  engine: "RULES",
  isInstructed: false,
  strength: null,
  reason: "",
  quote: null,
  rule: null,
  margin: null,
  noteCount: 0,
  asked: null,
  waits: [],
  isDisputed: false,
  isSuspicious: false,
  isMerge: false,
  isVanished: false,
  ...more,
});

/** A series with patches 1 to `size`, served in pages as the API does; `grow` adds patches. */
function series(size: number, knowsFrom = true) {
  const patches = Array.from({ length: size }, (_, i) => patch(i + 1));
  const asked: number[] = [];
  const network = Network.create((_, { first, after, from }) => {
    const start = after != null ? Number(after) : knowsFrom && from != null ? from - 1 : 0;
    const part = patches.slice(start, start + first);
    asked.push(part[0]?.number ?? 0);
    const edges = part.map((node) => ({ node }));
    const pageInfo = {
      hasNextPage: start + first < patches.length,
      endCursor: part.length ? String(start + part.length) : null,
    };
    return { data: { series: { id: "s", patches: { edges, pageInfo } } } };
  });
  const environment = new Environment({ network, store: new Store(new RecordSource()) });
  return { rows: new BoardRows(environment, "s"), environment, asked, patches };
}

const numbers = (rows: BoardRows) => rows.cell.get().rows.map((row) => row.number);
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const settled = () => new Promise((resolve) => setTimeout(resolve));

test.each([1, 700, 1_300, 1_301])(
  "rows from %i on are read first, and in the end all of them in order",
  async (from) => {
    const { rows, asked } = series(1_300);
    await rows.load(from);
    await settled();
    expect(asked[0]).toBe(from > 1_300 ? 0 : from);
    expect(numbers(rows)).toEqual(upTo(1_300));
    expect(rows.cell.get().isComplete).toBe(true);
  },
);

test("a server that knows no `from` gives the same rows", async () => {
  const { rows } = series(1_300, false);
  await rows.load(900);
  await settled();
  expect(numbers(rows)).toEqual(upTo(1_300));
});

test("a decision replaces its own row and no other", async () => {
  const { rows, environment } = series(120);
  await rows.load(1);
  await settled();
  const before = rows.cell.get().rows;
  const heard: Decided[] = [];
  rows.tellDecided((decided) => heard.push(...decided));
  environment.commitUpdate((store) => {
    store.get("p7")?.setValue(["Grace"], "deciders").setValue([1], "revisions").setValue(["YES"], "verdicts");
  });
  await settled();
  const after = rows.cell.get().rows;
  expect(after.filter((row, i) => row !== before[i]).map((row) => row.number)).toEqual([7]);
  expect(heard.map(({ row, target, who }) => [row.number, target, who])).toEqual([[7, 0, "Grace"]]);
});

test("new patches are counted, and come in when asked for", async () => {
  const { rows, patches } = series(100);
  await rows.load(1);
  await settled();
  patches.push(patch(101), patch(102));
  rows.hear(["p5", "p101", "p102"]);
  await settled();
  expect(rows.cell.get().arrived).toBe(2);
  expect(numbers(rows)).toHaveLength(100);
  await rows.takeIn();
  await settled();
  expect(numbers(rows)).toEqual(upTo(102));
  expect(rows.cell.get().arrived).toBe(0);
});

test.each([
  [4, []],
  [3, [3]],
])("patches that come while those before number %i are read are there in the end", async (from, behind) => {
  const { rows, asked, patches } = series(3);
  const loading = rows.load(from);
  expect(asked).toEqual(behind.length ? behind : [0]);
  patches.push(patch(4), patch(5));
  await loading;
  await settled();
  expect(numbers(rows)).toEqual(upTo(5));
  expect(rows.cell.get()).toMatchObject({ arrived: 0, isComplete: true });
});

test("an empty list takes new patches in by itself", async () => {
  const { rows, patches } = series(0);
  await rows.load(1);
  patches.push(patch(1));
  rows.hear(["p1"]);
  await settled();
  await settled();
  expect(numbers(rows)).toEqual([1]);
});

test("patches that rewritten history puts in the middle make everything be read again", async () => {
  const { rows, patches } = series(3);
  await rows.load(1);
  patches.splice(1, 2, patch(2, { id: "q2" }), patch(3, { id: "q3" }));
  rows.hear(["q2", "q3"]);
  await rows.takeIn();
  await settled();
  expect(rows.cell.get().rows.map((row) => row.id)).toEqual(["p1", "q2", "q3"]);
});

test("rows that have other targets are read again, and told when all of them have", async () => {
  const { rows, patches } = series(1_300);
  const heard: Decided[] = [];
  rows.tellDecided((decided) => heard.push(...decided));
  await rows.load(700);
  await settled();
  const targets = ["2-stable", "1-stable"].map((branch) => ({
    id: branch,
    branch,
    label: branch,
    isPresent: true,
    lastBackported: 0,
  }));
  const told: string[] = [];
  rows.cell.follow(() => {
    const { rows: all, targets: of } = rows.cell.get();
    told.push(`${[...new Set(all.map((row) => row.verdicts.join()))].join(" ")} for ${of?.length}`);
  });
  for (const one of patches)
    Object.assign(one, { verdicts: ["YES", "NO"], deciders: ["Ben", null], revisions: [3, 0] });
  await rows.readAgain(targets);
  await settled();
  expect([...new Set(told)]).toEqual(["YES,NO for 2"]);
  expect(numbers(rows)).toEqual(upTo(1_300));
  expect(heard).toEqual([]);
});
