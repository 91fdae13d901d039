import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { patchNodes } from "./api/nodes.ts";
import { classify } from "./classify.ts";
import { deepen } from "./deepen.ts";
import type { WaitCondition } from "./domain.ts";
import { rulesEngine } from "./engine/rules.ts";
import { exported } from "./export.ts";
import { scratch } from "./git/scratch.ts";
import type { LedgerRow } from "./ledger/ledger.ts";
import { openStore } from "./store/store.ts";
import { sync } from "./sync.ts";
import { wake } from "./sync/wake.ts";
import { type TestBoard, testBoard, until } from "./test-board.ts";

const dayMs = 24 * 3_600_000;

describe("waits of a history that goes on", () => {
  const there = scratch();
  const store = openStore(join(there.folder, "board.db"));
  afterAll(() => {
    store.close();
    there.remove();
  });
  const read = async () => {
    await sync({ store, repo: there.path, series: "s", base: "v1.0" });
    await classify(store, rulesEngine(), store.series.all()[0]!, new AbortController().signal);
    await deepen({ store });
  };
  const patch = (number: number) => store.board.patches([store.board.byNumber(1, number)!])[0]!;
  const events = (number: number) => store.changes.ofPatch(patch(number).id).filter((row) => row.what === "ripe");
  let calls = 0;
  const decide = (number: number, verdict: "wait" | "yes", condition: WaitCondition | null) => {
    const { id, overrides } = patch(number);
    const one = { patch: id, target: 1, expected: overrides.get(1)?.revision ?? 0 };
    return store.decisions.overrideVerdict(`call ${++calls}`, "Ada", [one], { verdict, condition });
  };
  // Everything here was committed in January 2024; decisions are made now.
  const later = (name: string, at: number) => {
    const date = `${Math.round(at / 1_000)} +0000`;
    const who = `Ada <a@example.org> ${date}`;
    const object = `object ${there.git("rev-parse", "HEAD")}\ntype commit\ntag ${name}\ntagger ${who}\n\n${name}\n`;
    there.git("update-ref", `refs/tags/${name}`, there.object("tag", object));
  };

  beforeAll(async () => {
    there.commit("zero");
    there.git("tag", "v1.0");
    there.git("branch", "1.0-stable");
    there.commit("BUG/MINOR: one: wait for it", {
      body: "This should be backported to 1.0 after 2 weeks of observation.",
    });
    there.commit("BUG/MINOR: two: must go in", { body: "This must be backported to 1.0." });
    there.commit("MINOR: three: of no use there");
    there.git("checkout", "-q", "1.0-stable");
    there.git("tag", "v1.0.1-dev1");
    there.git("checkout", "-q", "main");
    await read();
  });

  it("does not tell of what was ripe before anybody looked", () => {
    expect(store.waits.waiting(1)).toEqual([patch(1).id]);
    expect(events(1)).toEqual([]);
    expect(wake(store, 1, Date.now())).toBe(0);
  });

  it("tells once of a wait that turns ripe by the clock", () => {
    decide(2, "wait", { kind: "date", day: new Date(Date.now() + 5 * dayMs).toISOString().slice(0, 10) });
    expect(wake(store, 1, Date.now())).toBe(0);
    expect(wake(store, 1, Date.now() + 6 * dayMs)).toBe(1);
    expect(wake(store, 1, Date.now() + 7 * dayMs)).toBe(0);
    expect(events(2)).toHaveLength(1);
    expect(events(2)[0]).toMatchObject({
      who: "clock",
      detail: expect.stringContaining('"target":"1.0-stable"') as string,
    });
  });

  it("tells of a wait that a new tag ends, not of one for another tag", async () => {
    decide(2, "wait", { kind: "tag", of: "upstream", pattern: "v1.*", days: 0 });
    decide(1, "wait", { kind: "tag", of: "target", pattern: "", days: 0 });
    expect(wake(store, 1, Date.now())).toBe(0);
    later("v1.1", Date.now() + 60_000);
    await sync({ store, repo: there.path, series: "s", base: "v1.0" });
    await deepen({ store });
    expect(wake(store, 1, Date.now() + 120_000)).toBe(1);
    expect(events(2)).toHaveLength(2);
    expect(events(2)[1]!.detail).toContain("(v1.1)");
    expect(events(1)).toEqual([]);
    expect(store.waits.tags(1).targets.get(1) ?? []).toEqual([]);
  });

  it("gives the condition back with the decision when another one is undone", () => {
    const before = patch(2).overrides.get(1)!;
    decide(2, "yes", null);
    expect(patch(2).overrides.get(1)).toMatchObject({ verdict: "yes", condition: null });
    store.undo("undo 1", "Ada", 1);
    expect(patch(2).overrides.get(1)).toMatchObject({ verdict: "wait", condition: before.condition });
  });

  it("stands in the exported ledger", async () => {
    const options = { target: null, format: "json", from: null, withGuesses: true } as const;
    const rows = JSON.parse(await exported(store, store.series.all()[0]!, options)) as LedgerRow[];
    expect(rows[1]!.branches[0]).toMatchObject({
      verdict: "wait",
      condition: { kind: "tag", of: "upstream", pattern: "v1.*", days: 0 },
    });
    store.undo("undo 2", "Ada", 1);
    const again = JSON.parse(await exported(store, store.series.all()[0]!, options)) as LedgerRow[];
    expect(again[0]!.branches[0]).toMatchObject({ verdict: "wait", condition: { kind: "days", days: 14 } });
  });

  it("ends by a tag without a message, whose date is that of an old commit, when it comes", async () => {
    decide(2, "wait", { kind: "tag", of: "upstream", pattern: "light*", days: 0 });
    there.git("tag", "light-1");
    wake(store, 1, Date.now());
    const before = events(2).length;
    await sync({ store, repo: there.path, series: "s", base: "v1.0" });
    await deepen({ store });
    expect(events(2)).toHaveLength(before + 1);
    expect(events(2).at(-1)!.detail).toContain("(light-1)");
    const shown = patchNodes(store, [patch(2)])[0]!.waits[0]!;
    expect(shown).toMatchObject({ isRipe: true, isDue: true, tag: "light-1" });
    // Whoever waits for it again waits for one that is not there yet.
    decide(2, "wait", { kind: "tag", of: "upstream", pattern: "light*", days: 0 });
    expect(patchNodes(store, [patch(2)])[0]!.waits[0]).toMatchObject({ isRipe: false });
  });

  it("tells of a wait that was decided and came true between two looks", () => {
    decide(3, "wait", { kind: "date", day: new Date(Date.now() + dayMs).toISOString().slice(0, 10) });
    wake(store, 1, Date.now() + 2 * dayMs);
    expect(events(3)).toHaveLength(1);
  });
});

describe("waits over the API", () => {
  let board: TestBoard;
  let patch: { id: string; revisions: number[] };
  let target: string;
  beforeAll(async () => {
    board = await testBoard();
    await until(async () => {
      const query =
        "{ allSeries { run { state } targets { id } patches(first: 500) { edges { node { id subject revisions } } } } }";
      const [series] = ((await board.ask(query)).data as unknown as { allSeries: Loaded[] }).allSeries;
      if (series?.run?.state !== "done") return false;
      patch = series.patches.edges.map(({ node }) => node).find(({ subject }) => subject.includes("timer: survive"))!;
      target = series.targets[0]!.id;
      return true;
    });
  });
  afterAll(() => board.stop());
  interface Loaded {
    run: { state: string } | null;
    targets: { id: string }[];
    patches: { edges: { node: { id: string; subject: string; revisions: number[] } }[] };
  }
  let calls = 0;
  const decide = async (condition: object | null, verdict = "WAIT") => {
    const query = `mutation ($input: OverrideVerdictInput!) { overrideVerdict(input: $input) { patches { revisions history { text }
      waits { kind day days of pattern isAuthors words isRipe at tag } } } }`;
    const decisions = [{ patch: patch.id, target, expected: patch.revisions[0]! }];
    const input = { decisions, verdict, condition, clientMutationId: `wait ${++calls}` };
    const { data, errors } = await board.ask(query, { input }, "Ada");
    if (errors) throw new Error(errors[0]!.message);
    const [now] = (data as unknown as { overrideVerdict: { patches: Decided[] } }).overrideVerdict.patches;
    patch.revisions = now!.revisions;
    return now!;
  };
  interface Decided {
    revisions: number[];
    history: { text: string }[];
    waits: (Record<string, unknown> | null)[];
  }

  it("are kept with their condition, say how far they are, and stand in the history", async () => {
    const { waits, history } = await decide({ kind: "DATE", day: "2199-12-31" });
    expect(waits[0]).toEqual({
      kind: "DATE",
      day: "2199-12-31",
      days: null,
      of: null,
      pattern: null,
      isAuthors: false,
      words: "until 2199-12-31",
      isRipe: false,
      at: "2199-12-31T00:00:00Z",
      tag: null,
    });
    expect(history.at(-1)!.text).toMatch(/→ wait on 2\.4-stable, until 2199-12-31$/);
    expect((await decide({ kind: "DAYS", days: 1 })).waits[0]).toMatchObject({ isRipe: true });
    expect((await decide({ kind: "TAG", pattern: " v2.5* " })).waits[0]).toMatchObject({
      of: "UPSTREAM",
      pattern: "v2.5*",
    });
    expect((await decide({ kind: "OPEN" })).waits[0]).toMatchObject({ kind: "OPEN", isRipe: false, at: null });
    expect((await decide(null, "YES")).waits[0]).toBeNull();
  });

  it("keep what they wait for when somebody says wait again, until that is said too", async () => {
    await decide({ kind: "DATE", day: "2199-12-31" });
    expect((await decide(null)).waits[0]).toMatchObject({ kind: "DATE", day: "2199-12-31" });
    expect((await decide({ kind: "AUTHOR" })).waits[0]).toMatchObject({ kind: "OPEN" });
    await decide({ kind: "DATE", day: "2199-12-31" });
    await decide(null, "NO");
    expect((await decide(null)).waits[0]).toMatchObject({ kind: "OPEN" });
  });

  it.each<[object, string, RegExp]>([
    [{ kind: "DATE", day: "2026-02-30" }, "WAIT", /is no day/],
    [{ kind: "DATE" }, "WAIT", /is no day/],
    [{ kind: "DAYS", days: 99_999 }, "WAIT", /days are 0 to 3650/],
    [{ kind: "DAYS" }, "WAIT", /days are 0 to 3650/],
    [{ kind: "TAG", pattern: "x".repeat(101) }, "WAIT", /at most 100 characters/],
    [{ kind: "TAG", pattern: "*a*a*a*a*" }, "WAIT", /at most 4 stars/],
    [{ kind: "OPEN" }, "YES", /only a wait/],
  ])("are refused with a sentence when they make no sense: %o for %s", async (condition, verdict, expected) => {
    await expect(decide(condition, verdict)).rejects.toThrow(expected);
  });
});
