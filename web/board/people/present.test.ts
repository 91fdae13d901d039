import { expect, test } from "vitest";
import { initials, onPatch, present, setPresent } from "./present.ts";

test.each([
  ["Ada", "A"],
  ["Ada Lovelace", "AL"],
  ["Jean-Luc de la Tour", "JT"],
  ["élodie (ops)", "ÉO"],
  ["李 明", "李明"],
  ["???", "?"],
])("%s is %s", (name, expected) => expect(initials(name)).toBe(expected));

test("one's own pages are nobody else, two people without a name are two", () => {
  const at = (page: string, who: string | null, patch: string | null) => ({ page, who, patch });
  const all = [
    at("mine", "Ada", "patch:1"),
    at("other window", "Ada", "patch:2"),
    at("b", "Ben", "patch:2"),
    at("Ben's other window", "Ben", "patch:3"),
    at("c", null, "patch:2"),
    at("d", null, null),
  ];
  setPresent(all, 0, { page: "mine", who: "Ada" });
  expect(present.get().people.map((one) => one.page)).toEqual(["b", "c", "d"]);
  expect([...onPatch.get()]).toEqual([
    ["patch:2", "Ben\nsomebody"],
    ["patch:3", "Ben"],
  ]);
});

test("a viewer without a name sees others without a name", () => {
  setPresent(
    [
      { page: "mine", who: null, patch: null },
      { page: "b", who: null, patch: "patch:1" },
    ],
    3,
    {
      page: "mine",
      who: null,
    },
  );
  expect(present.get()).toEqual({ people: [{ page: "b", who: null, patch: "patch:1" }], more: 3 });
});
