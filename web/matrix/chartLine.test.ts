import { expect, test } from "vitest";
import { spanOf, stepPath } from "./chartLine.ts";

const span = { from: "2026-01-01", to: "2026-01-11" };

test("charts share the days from the first to the last of any of them", () => {
  expect(spanOf(["2026-01-05", "2026-01-01", "2026-01-11"])).toEqual(span);
  expect(spanOf([])).toBeNull();
});

test("a line stays until the value changes, and goes on to the end", () => {
  const points = [
    { from: "2026-01-01", value: 0 },
    { from: "2026-01-06", value: 2 },
    { from: "2026-01-09", value: 4 },
  ];
  expect(stepPath(points, span, 4)).toBe("M0 23H0V23H50V12H80V1H100");
});

test("a single day is at the end, and nothing at all is a line at the foot", () => {
  const day = { from: "2026-01-01", to: "2026-01-01" };
  expect(stepPath([{ from: "2026-01-01", value: 3 }], day, 3)).toBe("M0 23H100V1H100");
  expect(stepPath([], span, 0)).toBe("M0 23H100");
});
