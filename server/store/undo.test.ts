import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { testStore, type TestStore } from "./test-store.ts";

let there: TestStore;
let calls: number;
beforeEach(() => {
  there = testStore();
  calls = 0;
});
afterEach(() => there.close());

const undo = (who: string) => there.store.undo(`undo ${++calls}`, who, there.series);
const redo = (who: string) => there.store.redo(`redo ${++calls}`, who, there.series);
const all = () => there.patches.map(there.shown);

describe("undo", () => {
  it("goes back as deep as there are actions, the person's own only", () => {
    const [a, b, c] = there.patches;
    there.decide("Ada", a, "yes");
    there.decide("Ben", b, "wait");
    there.decide("Ada", a, "no");
    there.decide("Ada", c, "wait");
    expect(undo("Ada").undone).toBe("wait on one patch");
    expect(all()).toEqual(["no by Ada", "wait by Ben", "machine"]);
    undo("Ada");
    expect(all()).toEqual(["yes by Ada", "wait by Ben", "machine"]);
    undo("Ada");
    expect(all()).toEqual(["machine", "wait by Ben", "machine"]);
    expect(undo("Ada").undone).toBeNull();
  });

  it("takes nothing back instead of an action that came to nothing", () => {
    const [a, b] = there.patches;
    const { target, series, store } = there;
    there.decide("Ada", a, "yes");
    there.decide("Ben", b, "wait");
    const late = [{ patch: b, target, expected: 0 }];
    expect(store.decisions.overrideVerdict("late", "Ada", late, { verdict: "no" }).conflicts).toHaveLength(1);
    expect(store.undo("one", "Ada", series, ["late"]).undone).toBeNull();
    expect(store.undo("two", "Ada", series, ["never arrived"]).undone).toBeNull();
    expect(all()).toEqual(["yes by Ada", "wait by Ben", "machine"]);
    // One call of the action did something.
    store.decisions.overrideVerdict("good", "Ada", [{ patch: a, target, expected: 1 }], { verdict: "no" });
    expect(store.undo("three", "Ada", series, ["late", "good"]).undone).toBe("no on one patch");
    expect(store.undo("four", "Ada", series).undone).toBe("yes on one patch");
  });

  it("gives a decision back to the one who made it", () => {
    const [a] = there.patches;
    there.decide("Ben", a, "yes");
    there.decide("Ada", a, "no");
    undo("Ada");
    expect(there.shown(a)).toBe("yes by Ben");
  });

  it("takes several calls of one action back at once, and those of another person with the same id not", () => {
    const [a, b, c] = there.patches;
    there.decide("Ada", a, "no", "together");
    there.decide("Ada", b, "no", "together");
    there.decide("Ben", c, "no", "together");
    expect(undo("Ada")).toMatchObject({ undone: "no on 2 patches", conflicts: [] });
    expect(all()).toEqual(["machine", "machine", "no by Ben"]);
  });

  it("restores a patch that one action decided twice", () => {
    const [a] = there.patches;
    there.decide("Ben", a, "wait");
    there.decide("Ada", a, "no", "together");
    there.decide("Ada", a, "yes", "together");
    expect(undo("Ada").conflicts).toEqual([]);
    expect(there.shown(a)).toBe("wait by Ben");
    redo("Ada");
    expect(there.shown(a)).toBe("yes by Ada");
  });

  it("leaves what others decided since, unless they took it back themselves", () => {
    const [a] = there.patches;
    there.decide("Ada", a, "yes");
    there.decide("Ben", a, "no");
    undo("Ben");
    undo("Ada");
    expect(there.shown(a)).toBe("machine");
    there.decide("Ada", a, "yes");
    there.decide("Ben", a, "yes");
    expect(undo("Ada").conflicts).toEqual([{ patch: a, target: there.target }]);
    expect(there.shown(a)).toBe("yes by Ben");
  });

  it("tells of many decisions by one line, and of each patch by its own", () => {
    const [a, b] = there.patches;
    there.decide("Ada", a, "no", "together");
    there.decide("Ada", b, "no", "together");
    const before = there.store.changes.lastSeq();
    undo("Ada");
    expect(there.told(before).toSorted()).toEqual(["Ada decided 0", "Ada decided 1", "Ada took back"]);
  });

  it("takes agreements back too", () => {
    const [a] = there.patches;
    const agreement = { patch: a, target: there.target, verdict: "no" } as const;
    there.store.seen.agree("s", "Ada", [agreement], null);
    expect(undo("Ada").undone).toBe("agreement on one patch");
    expect(there.store.seen.verdictOf(a, there.target, "Ada")).toBeNull();
    redo("Ada");
    expect(there.store.seen.verdictOf(a, there.target, "Ada")).toBe("no");
  });
});

describe("agreeing with a wait again", () => {
  const timeOf = (patch: number) => there.store.board.patches([patch])[0]!.seen[0]?.at;

  it("counts from then on, and is taken back to when it was agreed with before", () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 1_000 });
    try {
      const [a] = there.patches;
      there.answer("wait");
      const agree = () =>
        there.store.seen.agree(`agree ${++calls}`, "Ada", [{ patch: a, target: there.target, verdict: "wait" }], null);
      agree();
      vi.setSystemTime(2_000);
      agree();
      expect(timeOf(a)).toBe(2_000);
      vi.setSystemTime(3_000);
      undo("Ada");
      expect(timeOf(a)).toBe(1_000);
      redo("Ada");
      expect(timeOf(a)).toBe(2_000);
      undo("Ada");
      undo("Ada");
      expect(timeOf(a)).toBeUndefined();
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("a decision that builds on one that was not answered yet", () => {
  it("is kept only where that one was", () => {
    const [a, b] = there.patches;
    const { target, store } = there;
    const decide = (id: string, patch: number, expected: number, verdict: "no" | "wait", after: string | null) =>
      store.decisions.overrideVerdict(id, "Ada", [{ patch, target, expected, after: after ? [after] : [] }], {
        verdict,
      }).conflicts.length;
    expect(decide("one", a, 0, "no", null)).toBe(0);
    expect(decide("two", a, 1, "wait", "one")).toBe(0);
    expect(there.shown(a)).toBe("wait by Ada");
    there.decide("Ben", b, "yes");
    expect(decide("three", b, 0, "no", null)).toBe(1);
    // The revision alone would be Ben's own.
    expect(decide("four", b, 1, "wait", "three")).toBe(1);
    expect(decide("five", b, 1, "wait", "never arrived")).toBe(1);
    expect(there.shown(b)).toBe("yes by Ben");
  });

  it("replaces what that one left, whatever revision was seen, and an undo as well", () => {
    const [a] = there.patches;
    const { target, store } = there;
    const decide = (id: string, expected: number, after: string[]) =>
      store.decisions.overrideVerdict(id, "Ada", [{ patch: a, target, expected, after }], { verdict: "no" }).conflicts;
    expect(decide("one", 0, [])).toEqual([]);
    expect(decide("two", 0, ["one"])).toEqual([]);
    store.undo("three", "Ada", there.series);
    expect(decide("four", 2, ["two", "three"])).toEqual([]);
    store.undo("five", "Ada", there.series);
    there.decide("Ben", a, "yes");
    expect(decide("six", 4, ["four", "five"])).toHaveLength(1);
    expect(there.shown(a)).toBe("yes by Ben");
  });
});

describe("redo", () => {
  it("does nothing again after an undo that was refused as a whole", () => {
    const [a] = there.patches;
    there.decide("Ada", a, "wait");
    there.decide("Ben", a, "no");
    expect(undo("Ada").conflicts).toHaveLength(1);
    expect(redo("Ada").undone).toBeNull();
    expect(there.shown(a)).toBe("no by Ben");
  });

  it("does again what was undone, one by one, and can be undone itself", () => {
    const [a, b] = there.patches;
    there.decide("Ada", a, "yes");
    there.decide("Ada", b, "wait");
    undo("Ada");
    undo("Ada");
    expect(redo("Ada").undone).toBe("yes on one patch");
    expect(all()).toEqual(["yes by Ada", "machine", "machine"]);
    redo("Ada");
    expect(all()).toEqual(["yes by Ada", "wait by Ada", "machine"]);
    expect(redo("Ada").undone).toBeNull();
    undo("Ada");
    expect(all()).toEqual(["yes by Ada", "machine", "machine"]);
    redo("Ada");
    expect(all()).toEqual(["yes by Ada", "wait by Ada", "machine"]);
  });

  it("ends with something new, and leaves what others decided since", () => {
    const [a, b] = there.patches;
    there.decide("Ada", a, "yes");
    undo("Ada");
    there.decide("Ben", a, "no");
    expect(redo("Ada").conflicts).toHaveLength(1);
    expect(there.shown(a)).toBe("no by Ben");
    there.decide("Ada", b, "yes");
    undo("Ada");
    there.decide("Ada", b, "wait");
    expect(redo("Ada").undone).toBeNull();
  });
});

describe("places", () => {
  it("hold where each person was last, the last person first", async () => {
    const [a, b, c] = there.patches;
    const { places } = there.store;
    places.keep("Ada", a, there.target);
    places.keep("Ada", c, there.target);
    await new Promise((resolve) => setTimeout(resolve, 3));
    places.keep("Ben", b, there.target);
    expect(places.ofSeries(there.series).map(({ who, patch }) => [who, patch])).toEqual([
      ["Ben", b],
      ["Ada", c],
    ]);
    places.keep("Cleo", 99, there.target);
    expect(places.ofSeries(there.series)).toHaveLength(2);
  });
});
