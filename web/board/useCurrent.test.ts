import { expect, test } from "vitest";
import type { PatchRow } from "./BoardRows.ts";
import { byNumber, makeQueue } from "./queue/order.ts";
import { currentRow } from "./useCurrent.ts";

const rows = [1, 2, 3, 4].map(
  (number) =>
    ({
      id: `p${number}`,
      number,
      verdicts: ["NO"],
      deciders: [null],
      agreed: null,
      evidence: [null],
      waits: [null],
      engine: "RULES",
    }) as unknown as PatchRow,
);
const [first, second, third, fourth] = rows as [PatchRow, PatchRow, PatchRow, PatchRow];
const queue = makeQueue(0);
const visited = (row: PatchRow, position: number) => ({ id: row.id, position, under: "" });

test("nobody went anywhere yet: the first row shown", () => {
  expect(currentRow([second, third], rows, null, byNumber.position)).toBe(second);
});

test("a row that left makes room for the one behind it, and the last one for the one before", () => {
  expect(currentRow([first, third], rows, visited(second, 2), byNumber.position)).toBe(third);
  expect(currentRow([first, third], rows, visited(fourth, 4), byNumber.position)).toBe(third);
});

test("a place in the queue is found again among numbers, and the other way round", () => {
  expect(currentRow([first, third], rows, visited(second, queue.position(second)), byNumber.position)).toBe(third);
  expect(currentRow([first, fourth], rows, visited(third, byNumber.position(third)), queue.position)).toBe(fourth);
});
