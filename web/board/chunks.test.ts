import { expect, test } from "vitest";
import { chunkSize, chunksWithin, cutChunks, cutStretches, stretchSize } from "./chunks.ts";

const rows = Array.from({ length: 3 * chunkSize }, (_, i) => ({ number: i }));

test("a row that leaves changes its own chunk only", () => {
  const before = cutChunks([], rows);
  const after = cutChunks(
    before,
    rows.filter((row) => row.number !== 1),
  );
  expect(after.map((chunk) => chunk.rows.length)).toEqual([chunkSize - 1, chunkSize, chunkSize]);
  expect(after.map((chunk, i) => chunk === before[i])).toEqual([false, true, true]);
});

test("rows that arrive in a chunk or change in it make it another, and those behind it stay", () => {
  const before = cutChunks([], rows.slice(0, -1));
  const longer = cutChunks(before, rows);
  expect(longer.map((chunk, i) => chunk === before[i])).toEqual([true, true, false]);
  expect(longer[2]!.rows).toEqual(rows.slice(2 * chunkSize));
  const changed = cutChunks(longer, rows.with(chunkSize, { ...rows[chunkSize]! }));
  expect(changed.map((chunk, i) => chunk === longer[i])).toEqual([true, false, true]);
  expect(cutChunks(longer, rows.slice(chunkSize))).toEqual(longer.slice(1));
});

test("a chunk with nothing to show is left out", () => {
  const chunks = cutChunks([], [rows[0]!, rows[2 * chunkSize]!]);
  expect(chunks.map((chunk) => [chunk.key, chunk.rows.length])).toEqual([
    [0, 1],
    [2 * chunkSize, 1],
  ]);
});

test("a section's first chunk has its heading, which is as high as a row", () => {
  const section = (position: number) => (position < 2 * chunkSize ? "above" : "below");
  const chunks = cutChunks([], rows, (row) => row.number, section);
  expect(chunks.map((chunk) => chunk.heading)).toEqual(["above", null, "below"]);
  expect(cutChunks(chunks, rows, (row) => row.number, section)).toEqual(chunks);
  expect(chunksWithin(chunks, 10, 10 * chunkSize + 1, 10 * chunkSize + 9)).toEqual({ first: 0, last: 0 });
});

test("the chunks near the screen are found by height", () => {
  const chunks = cutChunks([], rows);
  expect(chunksWithin(chunks, 10, 0, 10)).toEqual({ first: 0, last: 0 });
  expect(chunksWithin(chunks, 10, 10 * chunkSize - 1, 10 * chunkSize + 1)).toEqual({ first: 0, last: 1 });
  expect(chunksWithin(chunks, 10, 1e9, 2e9)).toEqual({ first: 2, last: 2 });
  expect(chunksWithin([], 10, 0, 10)).toEqual({ first: -1, last: -1 });
});

test("a chunk that changes changes its own stretch only, and an empty stretch is left out", () => {
  const many = Array.from({ length: 3 * stretchSize }, (_, i) => ({ number: i }));
  const chunks = cutChunks([], many);
  const before = cutStretches([], chunks);
  const fewer = many.filter(({ number }) => number !== 1 && (number < stretchSize || number >= 2 * stretchSize));
  const after = cutStretches(before, cutChunks(chunks, fewer));
  expect(after.map(({ key }) => key)).toEqual([0, 2 * stretchSize]);
  expect(after.map((stretch) => before.includes(stretch))).toEqual([false, true]);
});
