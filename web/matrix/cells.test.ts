import { expect, test } from "vitest";
import { cellsIn, makeCountStates, matrixRows, movedArea, openCells, type MatrixPatch } from "./cells.ts";
import { wholeMatrix } from "./view.ts";

const patch = (id: string, ...cells: string[]): MatrixPatch => ({
  id,
  evidence: cells.map((cell) => (cell === "there" ? "TRAILER" : cell === "claimed" ? "CLAIMED" : null)),
  verdicts: cells.map((cell) => (/^[A-Z]+$/.test(cell) ? cell : "YES")),
});
const branches = ["3.2-stable", "3.0-stable"];
const rows = [
  patch("a", "there", "YES"),
  patch("b", "NO", "NO"),
  patch("c", "WAIT", "NO"),
  patch("d", "claimed", "NO"),
  patch("e", "YES", "there"),
  patch("f", "UNCERTAIN", "WAIT"),
];
const shown = (view: Partial<typeof wholeMatrix>, kept: ReadonlySet<string> = new Set()) =>
  matrixRows(rows, { ...wholeMatrix, ...view }, branches, kept)
    .map((row) => row.id)
    .join("");

test("only rows that are wanted or there somewhere matter, until one asks for others", () => {
  expect(shown({})).toBe("ade");
  expect(shown({ rows: "all" })).toBe("abcdef");
  expect(shown({ branch: "3.0-stable" })).toBe("ae");
});

test("what is still missing in a branch is what is wanted there and not there", () => {
  expect(shown({ branch: "3.0-stable", state: "yes" })).toBe("a");
  expect(shown({ branch: "3.2-stable", state: "yes" })).toBe("e");
  expect(shown({ state: "yes" })).toBe("ae");
  expect(shown({ state: "wait" })).toBe("cf");
});

test("a branch that is not there is no reason to show nothing", () => {
  expect(shown({ branch: "2.0-stable", state: "yes" })).toBe("ae");
});

test("rows that were decided together stay where they were", () => {
  expect(shown({ state: "yes" }, new Set(["b", "e"]))).toBe("abe");
});

test("the numbers in the head are those of the rows they lead to", () => {
  const counts = makeCountStates()(rows, branches.length);
  for (const [i, branch] of branches.entries())
    for (const state of ["there", "yes", "wait"] as const)
      expect(counts[i]?.[state]).toBe(shown({ branch, state }).length);
});

test("after a decision among many rows the numbers are those of all rows", () => {
  const many = Array.from({ length: 600 }, (_, i) => patch(`p${i}`, i % 2 ? "NO" : "YES", "WAIT"));
  const count = makeCountStates();
  expect(count(many, 2)).toMatchObject([{ yes: 300, no: 300 }, { wait: 600 }]);
  const decided = many.with(301, patch("p301", "YES", "there"));
  expect(count(decided, 2)).toMatchObject([
    { yes: 301, no: 299 },
    { wait: 599, there: 1 },
  ]);
  expect(count(decided.slice(1), 1)).toMatchObject([{ yes: 300, no: 299 }]);
});

test("a selection is the rectangle between its corners, whichever comes first", () => {
  const area = { from: { patch: "e", target: 1 }, to: { patch: "c", target: 0 } };
  const cells = cellsIn(rows, area);
  expect(cells?.rows.map((row) => row.id)).toEqual(["c", "d", "e"]);
  expect(cells).toMatchObject({ left: 0, right: 1 });
  expect(cellsIn(rows.slice(0, 3), area)).toBeNull();
});

test("a selection moves with its branches, and ends where they are no longer side by side", () => {
  const area = { from: { patch: "e", target: 1 }, to: { patch: "c", target: 0 } };
  const moved = { from: { patch: "e", target: 2 }, to: { patch: "c", target: 1 } };
  expect(movedArea(area, branches, ["3.3-stable", ...branches])).toEqual(moved);
  expect(movedArea(area, branches, ["3.2-stable", "3.1-stable", "3.0-stable"])).toBeNull();
  expect(movedArea(area, branches, ["3.2-stable"])).toBeNull();
});

test("what is on a branch already, or whose branch is gone, is left as it is", () => {
  const all = { rows, left: 0, right: 1 };
  const present = branches.map((id) => ({ id, isPresent: true }));
  const open = openCells(all, present);
  expect(open.map(({ row, targets }) => row.id + targets.map((one) => one.index).join(""))).toEqual([
    "a1",
    "b01",
    "c01",
    "d01",
    "e0",
    "f01",
  ]);
  expect(openCells(all, [present[0]!, { id: "3.0-stable", isPresent: false }]).map(({ row }) => row.id)).toEqual([
    "b",
    "c",
    "d",
    "e",
    "f",
  ]);
});
