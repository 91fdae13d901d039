import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Verdict } from "../domain.ts";
import { patchNodes } from "../api/nodes.ts";
import { testStore, type TestStore } from "./test-store.ts";

let there: TestStore;
let calls: number;
beforeEach(() => {
  there = testStore();
  calls = 0;
});
afterEach(() => there.close());

const agree = (who: string, verdict: Verdict, patches: readonly number[] = [there.patches[0]], call?: string) =>
  there.store.seen.agree(
    call ?? `seen ${++calls}`,
    who,
    patches.map((patch) => ({ patch, target: there.target, verdict })),
    null,
  );
const agreed = (patch = there.patches[0]) =>
  patchNodes(there.store, there.store.board.patches([patch]))[0]!.agreed?.[0] ?? [];

describe("agreeing", () => {
  it("keeps who agreed, for the target and the patch alone", () => {
    agree("Ada", "no");
    agree("Ben", "no");
    expect(agreed()).toEqual(["Ada", "Ben"]);
    expect(agreed(there.patches[1])).toEqual([]);
    expect(patchNodes(there.store, there.store.board.patches([there.patches[0]]))[0]!.agreed?.[1]).toEqual([]);
  });

  it("is refused when another verdict is shown than the person saw", () => {
    expect(agree("Ada", "yes")).toMatchObject({ conflicts: [{ patch: there.patches[0], target: there.target }] });
    expect(agreed()).toEqual([]);
  });

  it.each<[string, () => void]>([
    ["another engine's answer", () => there.answer("yes")],
    ["a person's decision", () => there.decide("Ben", there.patches[0], "wait")],
  ])("ends when the verdict becomes another one by %s", (_, change) => {
    agree("Ada", "no");
    change();
    expect(agreed()).toEqual([]);
  });

  it("outlasts a decision that says the same", () => {
    agree("Ada", "no");
    there.decide("Ben", there.patches[0], "no");
    expect(agreed()).toEqual(["Ada"]);
  });

  it("tells of each agreement once, also when it is given again or sent again", () => {
    const before = there.store.changes.lastSeq();
    agree("Ada", "no", there.patches.slice(0, 2), "same");
    agree("Ada", "no", there.patches.slice(0, 2), "same");
    agree("Ada", "no", there.patches.slice(0, 2));
    expect(there.told(before)).toEqual(["Ada agreed 0", "Ada agreed 1"]);
  });

  it("is not undone by an agreement that changed nothing", () => {
    agree("Ada", "no");
    agree("Ada", "no");
    there.store.undo("u", "Ada", there.series);
    expect(agreed()).toEqual([]);
  });

  it("leaves out patches and targets that do not belong together", () => {
    const outcome = there.store.seen.agree("x", "Ada", [{ patch: 99, target: there.target, verdict: "no" }], null);
    expect(outcome.conflicts).toEqual([]);
    expect(there.store.undo("u", "Ada", there.series).undone).toBeNull();
  });
});
