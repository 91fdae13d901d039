import { expect, test } from "vitest";
import { madeLetter } from "./test-letter.ts";
import { callsAbout, lastAction } from "./underway.ts";

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

test("a decision builds on those on their way about the same patch and target, and on what is taken back meanwhile", () => {
  const letters = [
    about("a", "patch:1"),
    about("b", "patch:2"),
    about("c", "patch:1"),
    bare("n", "useAddNoteMutation"),
  ];
  const of = callsAbout(letters);
  expect(of("patch:1", "target:1")).toEqual(["a", "c"]);
  expect(of("patch:2", "target:1")).toEqual(["b"]);
  expect(of("patch:1", "target:2")).toEqual([]);
  expect(callsAbout([])("patch:1", "target:1")).toEqual([]);
  const steps = [bare("u", "useUndoMutation"), bare("r", "useRedoMutation")];
  expect(callsAbout([...letters, ...steps])("patch:2", "target:1")).toEqual(["b", "u", "r"]);
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
