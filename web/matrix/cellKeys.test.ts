import { expect, test } from "vitest";
import { rebind } from "../board/keys/bindings.ts";
import { cellActOf } from "./cellKeys.ts";

const press = (key: string, more: object = {}) =>
  cellActOf({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more });

test.each([
  ["ArrowDown", {}, { do: "move", rows: 1, targets: 0 }],
  ["h", {}, { do: "move", rows: 0, targets: -1 }],
  ["ArrowLeft", { shiftKey: true }, { do: "extend", rows: 0, targets: -1 }],
  ["End", {}, { do: "move", rows: 0, targets: Infinity }],
  ["End", { ctrlKey: true }, { do: "edge", to: "last" }],
  ["w", {}, { do: "decide", verdict: "WAIT", everywhere: false }],
  ["W", { shiftKey: true }, { do: "decide", verdict: "WAIT", everywhere: true }],
  // Caps lock gives a capital without shift: one cell, not all of them.
  ["W", {}, { do: "decide", verdict: "WAIT", everywhere: false }],
  ["Enter", {}, { do: "choose" }],
  ["t", {}, { do: "until" }],
  ["*", { shiftKey: true }, { do: "select", how: "all" }],
])("%s %o on a cell", (key, more, act) => expect(press(key, more)).toEqual(act));

test("a verdict has the key that the person gave it, here as in the list", () => {
  expect(rebind("no", "=")).toBeNull();
  expect(press("=")).toEqual({ do: "decide", verdict: "NO", everywhere: false });
  expect(press("n")).toBeNull();
  expect(rebind("no", "n")).toBeNull();
  expect(press("n")).toEqual({ do: "decide", verdict: "NO", everywhere: false });
});

test("a letter that moves between cells is first what the person made of it", () => {
  expect(rebind("unseen", null)).toBeNull();
  expect(rebind("no", "h")).toBeNull();
  expect(press("h")).toEqual({ do: "decide", verdict: "NO", everywhere: false });
  expect(press("l")).toEqual({ do: "move", rows: 0, targets: 1 });
  expect(rebind("no", "n")).toBeNull();
  expect(rebind("unseen", "h")).toBeNull();
  expect(press("h")).toEqual({ do: "move", rows: 0, targets: -1 });
});

test("what belongs to the board or to the browser is left to them", () => {
  expect(press("z")).toBeNull();
  expect(press("G", { shiftKey: true })).toBeNull();
  expect(press("n", { ctrlKey: true })).toBeNull();
  expect(press("ArrowLeft", { altKey: true })).toBeNull();
});
