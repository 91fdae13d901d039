import { expect, test } from "vitest";
import { linesOf, matching } from "./lines.ts";

const around: Parameters<typeof linesOf>[0] = {
  targets: [{ branch: "2.4-stable" }, { branch: "2.3-stable" }],
  series: ["lantern-2.6"],
  areas: [["mux-h2", 12]],
  authors: [["Grace Löwe", 3]],
  places: [{ who: "Ben", number: 97, branch: "2.3-stable" }],
  isRunning: false,
  hasNote: false,
  isFile: false,
};
const lines = linesOf(around);
const found = (typed: string) => matching(lines, typed).map((line) => line.words);

test("every kind of thing is found by how its words begin", () => {
  expect(found("cherry")).toEqual(["what to cherry-pick"]);
  expect(found("2.3")).toContain("fill 2.3-stable");
  expect(found("open lan")).toEqual(["open lantern-2.6"]);
  expect(found("h2")).toEqual(["only area mux-h2 (12)"]);
  expect(found("löwe")).toEqual(["only author Grace Löwe (3)"]);
  expect(found("where ben")).toEqual(["go on where Ben was: 97 for 2.3-stable"]);
  expect(found("sugar")).toEqual([]);
});

test("what begins as typed comes first, and all words have to fit", () => {
  expect(found("undo")[0]).toBe("undo your last action, and the one before");
  expect(found("yes all")).toEqual(["yes for all targets"]);
});

test("lines teach the keys, and none is there twice", () => {
  expect(lines.find((line) => line.id === "agree")?.key).toBe("s");
  const ids = lines.map((line) => line.id);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});

test("what can be done now is offered: a run that goes on is cancelled, an open note is saved, a file asks no server", () => {
  const words = (more: Partial<typeof around>) => linesOf({ ...around, ...more }).map((line) => line.words);
  const [start, cancel] = ["let the engine read what is left", "cancel what the engine reads"];
  expect(words({})).toEqual(expect.arrayContaining([start, "read the repository now"]));
  expect(words({})).not.toEqual(expect.arrayContaining([cancel]));
  expect(words({ isRunning: true })).toContain(cancel);
  expect(words({ isRunning: true })).not.toContain(start);
  expect(words({})).not.toContain("save the note");
  expect(words({ hasNote: true })[0]).toBe("save the note");
  for (const one of [start, cancel, "read the repository now"]) expect(words({ isFile: true })).not.toContain(one);
});
