import { expect, test } from "vitest";
import { madeLetter } from "./test-letter.ts";
import { lastAbout, lastAction } from "./underway.ts";

const about = (id: string, patch: string, action?: string) =>
  madeLetter(id, {
    variables: {
      input: {
        clientMutationId: id,
        decisions: [{ patch, target: "target:1" }],
        verdict: "NO",
        ...(action ? { action } : {}),
      },
    },
  });
const bare = (id: string, name: string) => madeLetter(id, { name, variables: { input: { clientMutationId: id } } });

test("a decision builds on the last one on its way about the same patch and target", () => {
  const letters = [about("a", "patch:1"), about("b", "patch:2"), about("c", "patch:1"), bare("d", "useUndoMutation")];
  expect(lastAbout(letters, "patch:1", "target:1")).toBe("c");
  expect(lastAbout(letters, "patch:2", "target:1")).toBe("b");
  expect(lastAbout(letters, "patch:1", "target:2")).toBeNull();
  expect(lastAbout([], "patch:1", "target:1")).toBeNull();
});

test("an undo means the last action on its way that no other undo means", () => {
  const undo = (id: string) => bare(id, "useUndoMutation");
  const [a, b] = [about("a", "patch:1"), about("b", "patch:2")];
  expect(lastAction([])).toEqual([]);
  expect(lastAction([bare("note", "useAddNoteMutation")])).toEqual([]);
  expect(lastAction([a, b])).toEqual(["b"]);
  expect(lastAction([a, b, undo("u")])).toEqual(["a"]);
  expect(lastAction([a, b, undo("u"), undo("v")])).toEqual([]);
  expect(lastAction([a, b, undo("u"), bare("r", "useRedoMutation")])).toEqual(["b"]);
  expect(lastAction([a, about("c", "patch:3", "bulk"), about("d", "patch:4", "bulk")])).toEqual(["c", "d"]);
});
