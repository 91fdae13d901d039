import { describe, expect, it } from "vitest";
import { isOnFirstParentLine, topologicalOrder } from "./order.ts";
import { pairRewritten, type Identity } from "./rewritten.ts";

const merged = new Map([
  ["e", "c d"],
  ["d", "b"],
  ["c", "b"],
  ["b", "a"],
  ["a", "outside"],
]);

describe("order", () => {
  it("puts parents first and a merged branch right before its merge", () => {
    expect(topologicalOrder("e", merged)).toEqual(["a", "b", "c", "d", "e"]);
  });
  it("keeps the place of what was there when the branch grows along its first parents", () => {
    const grown = new Map([...merged, ["f", "e"]]);
    expect(topologicalOrder("f", grown)).toEqual(["a", "b", "c", "d", "e", "f"]);
    expect(isOnFirstParentLine("f", "e", grown)).toBe(true);
    expect(isOnFirstParentLine("e", "d", merged)).toBe(false);
  });
  it("is not afraid of depth", () => {
    const deep = new Map(
      Array.from({ length: 200_000 }, (_, i): [string, string] => [String(i), i ? String(i - 1) : ""]),
    );
    expect(topologicalOrder("199999", deep)).toHaveLength(200_000);
  });
  it("is empty where the head is outside", () => expect(topologicalOrder("x", merged)).toEqual([]));
});

describe("rewritten commits", () => {
  const one = (sha: string, facts: Partial<Identity> = {}): Identity => ({
    sha,
    author: "Ada",
    authoredAt: 1,
    subject: "fix",
    patchId: null,
    ...facts,
  });
  const pairs = (gone: Identity[], come: Identity[]) => [...pairRewritten(gone, come)].map(([a, b]) => a.sha + b.sha);
  it("are known by author, date and subject", () => expect(pairs([one("a")], [one("b")])).toEqual(["ab"]));
  it("are known by the change when the subject is new", () => {
    expect(pairs([one("a", { patchId: "p" })], [one("b", { subject: "fix it", patchId: "p" })])).toEqual(["ab"]);
  });
  it("are paired in order when there are as many twins", () =>
    expect(pairs([one("a"), one("b")], [one("c"), one("d")])).toEqual(["ac", "bd"]));
  it("are not paired by chance", () => expect(pairs([one("a"), one("b")], [one("c")])).toEqual([]));
  it("are not paired by empty patch-ids", () => {
    expect(pairs([one("a", { patchId: "" })], [one("b", { subject: "x", patchId: "" })])).toEqual([]);
  });
});
