import { afterEach, describe, expect, test, vi } from "vitest";
import { actOf, bindings, isBeginning, keyOf, rebind, refusal, shownKey, strokeName } from "./bindings.ts";
import { commands } from "./commands.ts";

const stroke = (key: string, more = {}) =>
  strokeName({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more });

afterEach(() => bindings.set({}));

describe("keys as they come", () => {
  test("a letter decides for the target, with shift for all", () => {
    expect(actOf(stroke("y")!, null)).toEqual({ do: "decide", verdict: "YES", everywhere: false });
    expect(actOf(stroke("Y", { shiftKey: true })!, null)).toEqual({ do: "decide", verdict: "YES", everywhere: true });
    expect(actOf(stroke("Y")!, null)).toEqual({ do: "decide", verdict: "YES", everywhere: false }); // caps lock
  });

  test("the browser keeps its own shortcuts, but for the palette's", () => {
    expect(stroke("f", { ctrlKey: true })).toBeNull();
    expect(stroke("ArrowUp", { altKey: true })).toBeNull();
    expect(stroke("r", { metaKey: true })).toBeNull();
    expect(stroke("K", { ctrlKey: true, shiftKey: true })).toBeNull();
    expect(actOf(stroke("k", { ctrlKey: true })!, null)).toEqual({ do: "palette" });
    expect(actOf(stroke("k", { metaKey: true })!, null)).toEqual({ do: "palette" });
  });

  test("g g goes to the top, one g waits", () => {
    expect(actOf("g", null)).toBeNull();
    expect(isBeginning("g")).toBe(true);
    expect(actOf("g", "g")).toEqual({ do: "edge", to: "first" });
    expect(actOf(stroke("G", { shiftKey: true })!, null)).toEqual({ do: "edge", to: "last" });
  });

  test("one phrase says of each verdict that it is for all targets", () => {
    const wide = commands.filter(({ act }) => act.do === "decide" && act.everywhere);
    expect(wide.map((one) => one.does)).toEqual(
      ["no", "uncertain", "wait", "yes"].map((one) => `${one} for all targets`),
    );
  });

  test("every command has a key, and no two have the same", () => {
    const keys = commands.flatMap((one) => [one.key, ...(one.also ?? [])]);
    expect(keys).not.toContain(null);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    for (const one of commands.filter(({ key }) => key!.length === 1)) expect(refusal(one.id, one.key!)).toBeNull();
  });
});

describe("keys of one's own", () => {
  test("do what the old ones did, which then do nothing", () => {
    expect(rebind("agree", ",")).toBeNull();
    expect(actOf(",", null)).toEqual({ do: "agree" });
    expect(actOf("s", null)).toBeNull();
    expect(keyOf("agree")).toBe(",");
  });

  test("fixed ones stay beside a changed one", () => {
    rebind("next", "J");
    expect(actOf("ArrowDown", null)).toEqual({ do: "move", by: 1 });
  });

  test.each([
    ["k", "k is the key for “previous patch”: change that one first."],
    ["g", "g is the key for “first patch”: change that one first."],
    ["Tab", "Tab has a meaning of its own everywhere: choose another key."],
    ["Enter", "⏎ has a meaning of its own everywhere: choose another key."],
  ])("are refused with a sentence when they clash: %s", (key, sentence) => {
    expect(rebind("agree", key)).toBe(sentence);
    expect(keyOf("agree")).toBe("s");
  });

  test("are free again once their command has another", () => {
    rebind("previous", ";");
    expect(rebind("agree", "k")).toBeNull();
    expect(actOf("k", null)).toEqual({ do: "agree" });
  });

  test.each([
    ['{"agree":",","theme":null}', { agree: ",", theme: null }],
    ['{"agree":"k","next":7,"sugar":"!","undo":"Enter"}', {}],
    ["no JSON", {}],
    ["null", {}],
  ])("are there again after a reload, without what nobody could have set: %s", async (text, expected) => {
    vi.stubGlobal("localStorage", { getItem: () => text, setItem: () => {} });
    vi.resetModules();
    const again = await import("./bindings.ts");
    expect(again.bindings.get()).toEqual(expected);
    vi.unstubAllGlobals();
  });

  test("can be taken away, and given back without a trace", () => {
    rebind("theme", null);
    expect(actOf("T", null)).toBeNull();
    rebind("theme", "T");
    expect(bindings.get()).toEqual({});
  });
});

test("keys have names that people know", () => {
  expect(["Escape", "g g", "Mod+k"].map(shownKey)).toEqual(["Esc", "g g", "Ctrl-K"]);
});
