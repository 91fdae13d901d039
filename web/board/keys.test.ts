import { expect, test } from "vitest";
import { actOf, keyHelp } from "./keys.ts";

const stroke = (key: string, more = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

test("a letter decides for the target, with shift for all", () => {
  expect(actOf(stroke("y"), null)).toEqual({ do: "decide", verdict: "YES", everywhere: false });
  expect(actOf(stroke("Y", { shiftKey: true }), null)).toEqual({ do: "decide", verdict: "YES", everywhere: true });
  expect(actOf(stroke("Y"), null)).toEqual({ do: "decide", verdict: "YES", everywhere: false }); // caps lock
});

test("the browser keeps its own shortcuts", () => {
  expect(actOf(stroke("f", { ctrlKey: true }), null)).toBeNull();
  expect(actOf(stroke("ArrowUp", { altKey: true }), null)).toBeNull();
  expect(actOf(stroke("r", { metaKey: true }), null)).toBeNull();
});

test("g g goes to the top, one g waits", () => {
  expect(actOf(stroke("g"), null)).toBeNull();
  expect(actOf(stroke("g"), "g")).toEqual({ do: "edge", to: "first" });
  expect(actOf(stroke("G", { shiftKey: true }), null)).toEqual({ do: "edge", to: "last" });
});

test("every key in the help does something", () => {
  const keys = keyHelp.flatMap(([, rows]) => rows.flatMap(([shown]) => shown.split(/\s+/)));
  const silent = keys.filter((key) => !actOf(stroke(key === "Esc" ? "Escape" : key), "g"));
  expect(silent).toEqual([]);
});
