import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { type TestBoard, testBoard, until } from "./test-board.ts";

interface Row {
  id: string;
  number: number;
  verdicts: string[];
  deciders: (string | null)[];
  revisions: number[];
  agreed: string[][] | null;
  evidence: (string | null)[];
}
interface Loaded {
  id: string;
  seq: number;
  epoch: string;
  targets: { id: string; branch: string }[];
  patches: { edges: { node: Row }[] };
  run: { state: string } | null;
}

const rowFields = "id number verdicts deciders revisions agreed evidence";
let board: TestBoard;
let series: Loaded;
let calls = 0;
const call = () => `call ${++calls}`;

/** Asks as a person; gives the one field of the answer, or throws its sentence. */
async function ask<T>(who: string, query: string, input: object): Promise<T> {
  const answer = await board.ask(query, { input }, who);
  if (answer.errors) throw new Error(answer.errors[0]!.message);
  return Object.values(answer.data as object)[0] as T;
}
const load = async (): Promise<Loaded | undefined> => {
  const query = `{ allSeries { id seq epoch targets { id branch } run { state }
    patches(first: 500) { edges { node { ${rowFields} } } } } }`;
  return ((await board.ask(query)).data as unknown as { allSeries: Loaded[] }).allSeries[0];
};
const rows = async () => (await load())!.patches.edges.map(({ node }) => node);
const row = async (number: number) => (await rows()).find((one) => one.number === number)!;
const target = (i = 0) => series.targets[i]!.id;

const markSeen = `mutation ($input: MarkSeenInput!) { markSeen(input: $input) { patches { ${rowFields} }
  conflicts { verdict target { branch } } } }`;
const override = `mutation ($input: OverrideVerdictInput!) { overrideVerdict(input: $input) { patches { ${rowFields} }
  conflicts { by } } }`;
const undo = "mutation ($input: UndoInput!) { undo(input: $input) { undone patches { id } conflicts { by } } }";
const redo = "mutation ($input: RedoInput!) { redo(input: $input) { redone patches { id } conflicts { by } } }";

const agree = (who: string, patch: Row, verdict = patch.verdicts[0]!) =>
  ask<{ patches: Row[]; conflicts: { verdict: string }[] }>(who, markSeen, {
    agreements: [{ patch: patch.id, target: target(), verdict }],
    clientMutationId: call(),
  });
const decide = (who: string, patches: readonly Row[], verdict: string | null, action: string | null = null) =>
  ask<{ patches: Row[] }>(who, override, {
    decisions: patches.map((one) => ({ patch: one.id, target: target(), expected: one.revisions[0]! })),
    verdict,
    action,
    clientMutationId: call(),
  });

beforeAll(async () => {
  board = await testBoard();
  series = await until(async () => {
    const found = await load();
    return found?.run?.state === "done" && found;
  });
});
afterAll(() => board.stop());

describe("agreeing with what is shown", () => {
  it("names who agreed, until the verdict is another one, and again when it is back", async () => {
    const patch = await row(100);
    expect((await agree("Ada", patch)).patches[0]!.agreed).toEqual([["Ada"], []]);
    expect((await agree("Ben", patch)).patches[0]!.agreed).toEqual([["Ada", "Ben"], []]);
    const other = patch.verdicts[0] === "YES" ? "NO" : "YES";
    const changed = (await decide("Cleo", [patch], other)).patches[0]!;
    expect(changed.agreed).toBeNull();
    expect((await decide("Cleo", [changed], null)).patches[0]!.agreed).toEqual([["Ada", "Ben"], []]);
  });

  it("is refused, with what is shown now, when the person saw another verdict", async () => {
    const patch = await row(101);
    const stale = patch.verdicts[0] === "YES" ? "NO" : "YES";
    const answer = await agree("Ada", patch, stale);
    expect(answer.conflicts).toMatchObject([{ verdict: patch.verdicts[0] }]);
    expect(answer.patches[0]!.agreed).toBeNull();
  });

  it("needs a name", async () => {
    const patch = await row(101);
    const input = { agreements: [{ patch: patch.id, target: target(), verdict: "NO" }], clientMutationId: call() };
    expect((await board.ask(markSeen, { input })).errors?.[0]?.message).toMatch(/say who you are/);
  });

  it("can be taken back", async () => {
    const patch = await row(102);
    await agree("Dag", patch);
    const taken = await ask<{ undone: string }>("Dag", undo, { series: series.id, clientMutationId: call() });
    expect(taken.undone).toBe("agreement on one patch");
    expect((await row(102)).agreed).toBeNull();
  });
});

describe("many at once", () => {
  it("are one action over several calls, undone and done again as one, and told to others once", async () => {
    const some = (await rows()).slice(-6);
    const told: { who: string; text: string }[] = [];
    const client = createClient({
      url: `${board.address.replace("http", "ws")}graphql`,
      webSocketImpl: class extends WebSocket {
        constructor(url: string, protocols: string[]) {
          super(url, protocols, { origin: board.address.slice(0, -1) });
        }
      },
    });
    const { seq, epoch } = (await load())!;
    client.subscribe<{ changes: { events: { who: string; text: string }[] } }>(
      {
        query: `subscription ($series: ID!, $after: Int!, $epoch: ID!) {
          changes(series: $series, after: $after, epoch: $epoch) { events { who text } } }`,
        variables: { series: series.id, after: seq, epoch },
      },
      { next: ({ data }) => void told.push(...data!.changes.events), error: () => {}, complete: () => {} },
    );
    await decide("Eve", some.slice(0, 3), "WAIT", "one go");
    await decide("Eve", some.slice(3), "WAIT", "one go");
    const { undone } = await ask<{ undone: string }>("Eve", undo, { series: series.id, clientMutationId: call() });
    expect(undone).toBe("wait on 6 patches");
    expect((await rows()).slice(-6).map((one) => one.deciders[0])).toEqual(Array(6).fill(null));
    const { redone } = await ask<{ redone: string }>("Eve", redo, { series: series.id, clientMutationId: call() });
    expect(redone).toBe("wait on 6 patches");
    expect((await rows()).slice(-6).map((one) => one.deciders[0])).toEqual(Array(6).fill("Eve"));
    await until(() => told.length === 2);
    expect(told).toEqual([
      { who: "Eve", text: "took back 6 decisions" },
      { who: "Eve", text: "did again 6 decisions" },
    ]);
    await client.dispose();
  });

  it("have a limit with a sentence", async () => {
    const { id } = await row(103);
    const agreements = Array.from({ length: 2_001 }, () => ({ patch: id, target: target(), verdict: "NO" }));
    const answer = await board.ask(markSeen, { input: { agreements, clientMutationId: "much" } }, "Ada");
    expect(answer.errors?.[0]?.message).toMatch(/2001 agreements at once: at most 2000|at most 131072 bytes/);
  });
});

describe("history", () => {
  it("says which verdict on which branch can be gone back to", async () => {
    const patch = await row(104);
    const first = (await decide("Fay", [patch], "WAIT")).patches[0]!;
    await decide("Gil", [first], "YES");
    await ask("Gil", undo, { series: series.id, clientMutationId: call() });
    const query = `query ($id: ID!) { node(id: $id) { ... on Patch {
      history { who text isDecision verdict target { branch } } } } }`;
    const { node } = (await board.ask(query, { id: patch.id })).data as unknown as {
      node: { history: { who: string; text: string; isDecision: boolean; verdict: string | null }[] };
    };
    expect(node.history.filter((one) => one.isDecision)).toEqual([
      { who: "Fay", text: "the engine's → wait on 2.4-stable", isDecision: true, verdict: "WAIT", target: branch },
      { who: "Gil", text: "wait → yes on 2.4-stable", isDecision: true, verdict: "YES", target: branch },
      { who: "Gil", text: "took back: yes → wait on 2.4-stable", isDecision: true, verdict: "WAIT", target: branch },
    ]);
    expect((await row(104)).deciders[0]).toBe("Fay");
  });
  const branch = { branch: "2.4-stable" };
});

describe("places", () => {
  it("tell where each person was, so that anybody can go on there", async () => {
    const keep = `mutation ($input: KeepPlaceInput!) { keepPlace(input: $input) {
      series { places { who patch { number } target { branch } } } } }`;
    const [a, b] = [await row(60), await row(70)];
    await ask("Hal", keep, { patch: a.id, target: target() });
    await ask("Hal", keep, { patch: b.id, target: target(1) });
    const kept = await ask<{ series: { places: { who: string }[] } }>("Ida", keep, { patch: a.id, target: target() });
    expect(kept.series.places.filter(({ who }) => who === "Hal")).toEqual([
      { who: "Hal", patch: { number: 70 }, target: { branch: "2.3-stable" } },
    ]);
    await expect(ask("Hal", keep, { patch: "patch:99999", target: target() })).rejects.toThrow(/no patch/);
  });
});
