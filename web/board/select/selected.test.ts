import { describe, expect, test } from "vitest";
import type { PatchRow } from "../BoardRows.ts";
import { previewOf } from "./preview.ts";
import { allOrNone, extended, toggled, type Selected } from "./selected.ts";

const shown = ["a", "b", "c", "d", "e"].map((id) => ({ id }));
const nothing: Selected = { ids: new Set(), anchor: null };
const at = (i: number) => shown[i]!;
const ids = ({ ids: of }: Selected) => [...of].toSorted().join("");

describe("selecting", () => {
  test("toggles one, and begins the next range there", () => {
    const one = toggled(nothing, at(1));
    expect(ids(one)).toBe("b");
    expect(ids(toggled(one, at(1)))).toBe("");
    expect(ids(extended(one, shown, at(3)))).toBe("bcd");
  });

  test("extends both ways from the same anchor, and adds to what is selected", () => {
    const down = extended(toggled(nothing, at(2)), shown, at(3));
    expect(ids(extended(down, shown, at(0)))).toBe("abcd");
    const apart = toggled(toggled(nothing, at(0)), at(3));
    expect(ids(extended(apart, shown, at(4)))).toBe("ade");
  });

  test("takes the row alone when the anchor is out of sight", () => {
    const gone: Selected = { ids: new Set(["z"]), anchor: "z" };
    expect(ids(extended(gone, shown, at(2)))).toBe("cz");
    expect(ids(extended(gone, shown, { id: "y" }))).toBe("z");
  });

  test("takes all that is shown, and nothing at the second time", () => {
    const all = allOrNone(toggled(nothing, { id: "z" }), shown);
    expect(ids(all)).toBe("abcde");
    expect(ids(allOrNone(all, shown))).toBe("");
    expect(ids(allOrNone(nothing, []))).toBe("");
  });
});

describe("a preview", () => {
  const row = (id: string, verdict: string, by: string | null, more = {}) =>
    ({
      id,
      verdicts: [verdict, "NO"],
      deciders: [by, null],
      agreed: null,
      evidence: [null, null],
      waits: [null, null],
      ...more,
    }) as unknown as PatchRow;
  const rows = [
    row("machine no", "NO", null),
    row("Ada's no", "NO", "Ada"),
    row("Ben's yes", "YES", "Ben"),
    row("there", "YES", null, { evidence: ["TRAILER", null] }),
    row("agreed", "WAIT", null, { agreed: [["Ada"], []] }),
    row("over", "WAIT", "Ada", { waits: [{ isDue: true }, null] }),
  ];
  const changed = (...of: Parameters<typeof previewOf>) => previewOf(...of).changes.map((one) => one.row.id);

  test("counts what changes, what stays and whose decisions go", () => {
    const preview = previewOf(rows, [0], { verdict: "NO", everywhere: false }, "Ada");
    expect(preview.changes.map((one) => one.row.id)).toEqual(["machine no", "Ben's yes", "agreed", "over"]);
    expect([preview.unchanged, preview.replaced]).toEqual([
      2,
      [
        ["Ben", 1],
        ["Ada", 1],
      ],
    ]);
  });

  test("of agreeing leaves out what the person decided or agreed with, and replaces nobody", () => {
    const agree = { verdict: "AGREE", everywhere: false } as const;
    expect(changed(rows, [0], agree, "Ada")).toEqual(["machine no", "Ben's yes", "over"]);
    expect(changed(rows, [0], agree, "Cleo")).toEqual(["machine no", "Ada's no", "Ben's yes", "agreed", "over"]);
    expect(previewOf(rows, [0], agree, "Cleo").replaced).toEqual([]);
  });

  test("of waiting on is about the waits that are over", () => {
    expect(changed(rows, [0], { verdict: "WAIT", everywhere: false }, "Ada")).toContain("over");
    const running = row("running", "WAIT", "Ada", { waits: [{ isDue: false }, null] });
    expect(changed([running], [0], { verdict: "WAIT", everywhere: false }, "Ada")).toEqual([]);
  });

  test("on all targets leaves out those that hold the patch", () => {
    const { changes } = previewOf(rows, [0, 1], { verdict: "NO", everywhere: true }, "Ada");
    expect(changes.find((one) => one.row.id === "there")?.targets).toEqual([1]);
    expect(changes.find((one) => one.row.id === "Ada's no")?.targets).toEqual([1]);
  });
});
