import { execFileSync } from "node:child_process";
import { createClient } from "graphql-ws";
import { afterEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { UserMistake } from "./domain.ts";
import { type TestBoard, testBoard, until } from "./test-board.ts";
import { type TestModel, testModel } from "./test-model.ts";

interface Patch {
  id: string;
  number: number;
  subject: string;
  engine: string | null;
  isInstructed: boolean;
  settlement: string | null;
  verdicts: string[];
  reason: string;
  margin: number | null;
  classifications: { id: string; engine: string; marks: string[]; scores: { no: number; margin: number } | null }[];
}
interface Series {
  id: string;
  seq: number;
  epoch: string;
  model: { state: string; words: string };
  run: {
    engine: string;
    state: string;
    planned: number;
    done: number;
    failed: number;
    trouble: string | null;
    reading: string[];
  };
  patches: { edges: { node: Patch }[] };
}

const whole = `{ allSeries { id seq epoch model { state words } run { engine state planned done failed trouble reading tokenRate }
  patches(first: 150) { edges { node { id number subject engine isInstructed settlement verdicts reason margin
    classifications { id engine marks scores { no margin } } } } } } }`;

const boards: TestBoard[] = [];
const stops: (() => void)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  await Promise.all(boards.splice(0).map((board) => board.stop()));
});

async function boardWith(model: TestModel, ask: "unsettled" | "all" = "unsettled"): Promise<TestBoard> {
  const board = await testBoard({ model, ask });
  boards.push(board);
  return board;
}
const load = async (board: TestBoard) =>
  ((await board.ask(whole)).data as unknown as { allSeries: Series[] }).allSeries[0]!;
const patches = (series: Series) => series.patches.edges.map((edge) => edge.node);
const rowId = (patch: { id: string }) => Number(patch.id.split(":")[1]);
const mutate = async (board: TestBoard, name: string, input: object, who = "Ada") => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const answer = await board.ask(
    `mutation ($input: ${type}!) { ${name}(input: $input) { clientMutationId } }`,
    { input },
    who,
  );
  return answer.errors?.[0]?.message ?? null;
};
/** Everything that a subscription gives, as it comes. */
function subscribe<T>(board: TestBoard, query: string, variables: Record<string, unknown>): T[] {
  const heard: T[] = [];
  class FromPage extends WebSocket {
    constructor(url: string, protocol: string) {
      super(url, protocol, { origin: board.address.slice(0, -1) });
    }
  }
  const client = createClient({ url: `${board.address.replace("http", "ws")}graphql`, webSocketImpl: FromPage });
  client.subscribe<T>(
    { query, variables },
    { next: ({ data }) => void (data && heard.push(data)), error: () => {}, complete: () => {} },
  );
  stops.push(() => void client.dispose());
  return heard;
}

describe("a model behind a board", () => {
  it("is asked only about what neither an instruction nor the project's rule settles", async () => {
    const model = testModel();
    const board = await boardWith(model);
    await until(() => model.inHand.length);
    const series = await load(board);
    const all = patches(series);
    const open = all.filter((patch) => patch.settlement === null);
    expect(series.run).toMatchObject({ engine: "LLAMA", state: "running", planned: open.length });
    expect(open.length).toBeGreaterThan(0);
    expect(open.every((patch) => patch.subject.startsWith("BUG/"))).toBe(true);
    expect(all.filter((patch) => patch.isInstructed).every((patch) => patch.settlement === "INSTRUCTION")).toBe(true);
    const silent = all.filter((patch) => patch.settlement === "SILENCE");
    expect(silent.length).toBeGreaterThan(100);
    expect(silent.every((patch) => patch.verdicts.every((verdict) => verdict === "NO"))).toBe(true);
  });

  it("explains a patch that the project's rule settled when somebody asks, and its answer is shown then", async () => {
    const model = testModel();
    const board = await boardWith(model);
    const first = await until(() => model.inHand[0]);
    const silent = patches(await load(board)).find((patch) => patch.settlement === "SILENCE")!;
    expect(await mutate(board, "explain", { patch: silent.id })).toBeNull();
    model.answer(first.patch, "no");
    expect(await until(() => model.inHand[0])).toMatchObject({ patch: rowId(silent), isExplanationAsked: true });
    model.answer(rowId(silent), "yes", { reason: "It fixes what it does not call a bug." });
    const shown = await until(async () =>
      patches(await load(board)).find((patch) => patch.id === silent.id && patch.engine === "LLAMA"),
    );
    expect(shown).toMatchObject({ verdicts: ["YES", "YES"], reason: "It fixes what it does not call a bug." });
  });

  it("is asked about everything when all is wanted: fixes without an instruction first, what is instructed last", async () => {
    const model = testModel();
    const board = await boardWith(model, "all");
    await until(() => model.inHand.length);
    const series = await load(board);
    const all = patches(series);
    expect(series.run).toMatchObject({ engine: "LLAMA", state: "running", planned: all.length });
    expect(all.every((patch) => patch.settlement === null)).toBe(true);
    const open = all.filter((patch) => !patch.isInstructed);
    expect(open.length).toBeLessThan(all.length);
    const order: number[] = [];
    while (order.length < open.length) {
      const question = await until(() => model.inHand[0]);
      order.push(question.patch);
      model.answer(question.patch, "no");
    }
    const byId = new Map(patches(series).map((patch) => [rowId(patch), patch]));
    const isFix = order.map((patch) => byId.get(patch)!.subject.startsWith("BUG/"));
    expect(isFix.indexOf(false)).toBeGreaterThan(0);
    expect(isFix.lastIndexOf(true)).toBeLessThan(isFix.indexOf(false));
    expect(byId.get((await until(() => model.inHand[0])).patch)!.isInstructed).toBe(true);
  });

  it("knows the series: branches newest first, the version, some messages", async () => {
    const model = testModel();
    await boardWith(model);
    const facts = await until(() => model.facts[0]);
    expect(facts).toMatchObject({ project: "lantern", upstream: "master", version: "2.5" });
    expect(facts.stable).toEqual([
      { branch: "2.4-stable", version: "2.4" },
      { branch: "2.3-stable", version: "2.3" },
    ]);
    expect(facts.sample.length).toBeGreaterThan(100);
  });

  it("answers with scores, marks and a transcript, each for who asks", async () => {
    const model = testModel();
    const board = await boardWith(model);
    const question = await until(() => model.inHand[0]);
    const scores = { yes: 0.7, no: 0.1, wait: 0.05, uncertain: 0.15 };
    const words = {
      scores,
      marks: ["cut" as const],
      input: "the message",
      output: "{…}",
      readTokens: 90,
      writtenTokens: 9,
    };
    model.answer(question.patch, "yes", { reason: "It leaks." }, words);
    const patch = await until(async () =>
      patches(await load(board)).find((one) => rowId(one) === question.patch && one.engine === "LLAMA"),
    );
    expect(patch).toMatchObject({ verdicts: ["YES", "YES"], reason: "It leaks." });
    expect(patch.margin).toBeCloseTo(0.55);
    const kept = patch.classifications.find((one) => one.engine === "LLAMA")!;
    expect(kept.marks).toEqual(["the message was too long: the model did not see its middle"]);
    const query = `query ($id: ID!) { node(id: $id) { ... on Classification { transcript { prompt output readTokens writtenTokens } } } }`;
    const { data } = await board.ask(query, { id: kept.id });
    expect(data).toEqual({
      node: { transcript: { prompt: "Judge:\nthe message\nNow.", output: "{…}", readTokens: 90, writtenTokens: 9 } },
    });
  });

  it("counts what could not be analysed as failed, shows it as uncertain and not as a dispute", async () => {
    const model = testModel();
    const board = await boardWith(model);
    const question = await until(() => model.inHand[0]);
    model.answer(question.patch, "uncertain", { reason: "Not analysed: killed twice" }, { marks: ["failed"] });
    const series = await until(async () => {
      const now = await load(board);
      return now.run.failed === 1 && now;
    });
    expect(series.run.done).toBe(0);
    const patch = patches(series).find((one) => rowId(one) === question.patch)!;
    expect(patch.verdicts).toEqual(["UNCERTAIN", "UNCERTAIN"]);
    expect(patch.classifications.find((one) => one.engine === "LLAMA")!.marks).toEqual(["not analysed"]);
  });

  it("reads first what somebody looks at, and before that what somebody wants explained", async () => {
    const model = testModel();
    const board = await boardWith(model, "all");
    const first = await until(() => model.inHand[0]);
    const all = patches(await load(board));
    const open = all.filter((patch) => !patch.isInstructed && rowId(patch) !== first.patch);
    const [looked, explained] = [open.at(0)!, all.find((patch) => patch.isInstructed)!];
    expect(await mutate(board, "lookAt", { patches: [looked.id] })).toBeNull();
    expect(await mutate(board, "explain", { patch: explained.id })).toBeNull();
    model.answer(first.patch, "no");
    const next = await until(() => model.inHand[0]);
    expect(next).toMatchObject({ patch: rowId(explained), isExplanationAsked: true });
    model.answer(next.patch, "yes");
    expect((await until(() => model.inHand[0])).patch).toBe(rowId(looked));
  });

  it("explains one patch after its run was cancelled, and does not take the run up again", async () => {
    const model = testModel();
    const board = await boardWith(model);
    const first = await until(() => model.inHand[0]);
    const series = await load(board);
    await mutate(board, "cancelRun", { series: series.id });
    await until(async () => (await load(board)).run.state === "cancelled");
    await mutate(board, "explain", { patch: `patch:${first.patch}` });
    const again = await until(() => model.inHand.find((one) => one.isExplanationAsked));
    model.answer(again.patch, "wait", { reason: "Let it ripen." });
    const now = await until(async () => {
      const found = await load(board);
      return found.run.state === "done" && found;
    });
    expect(now.run).toMatchObject({ planned: 1, done: 1 });
    expect(
      patches(now)
        .filter((patch) => patch.engine === "LLAMA")
        .map((patch) => patch.reason),
    ).toEqual(["Let it ripen."]);
  });

  it("an answer that is asked for again takes the place of the first", async () => {
    const model = testModel();
    const board = await boardWith(model);
    const first = await until(() => model.inHand[0]);
    const { patch } = first;
    model.answer(patch, "no", { reason: "scored" });
    await until(async () => patches(await load(board)).some((one) => one.reason === "scored"));
    await mutate(board, "explain", { patch: `patch:${patch}` });
    model.answer((await until(() => model.inHand[0])).patch, "no");
    await until(() => model.inHand[0]?.patch === patch);
    model.answer(patch, "yes", { reason: "written" });
    const row = await until(async () => patches(await load(board)).find((one) => one.reason === "written"));
    expect(row.classifications.filter((one) => one.engine === "LLAMA")).toHaveLength(1);
  });

  it("shows which patch is read and what is written, while it is", async () => {
    const model = testModel();
    const board = await boardWith(model);
    const question = await until(() => model.inHand[0]);
    const id = `patch:${question.patch}`;
    const {
      id: series,
      seq,
      epoch,
    } = await until(async () => {
      const now = await load(board);
      return now.run.reading.includes(id) && now;
    });
    const written = subscribe<{ writing: { text: string | null } }>(
      board,
      "subscription ($patch: ID!) { writing(patch: $patch) { text } }",
      { patch: id },
    );
    const heard = subscribe<{ changes: { series: { run: { reading: string[] } } } }>(
      board,
      "subscription ($series: ID!, $after: Int!, $epoch: ID!) { changes(series: $series, after: $after, epoch: $epoch) { seq series { run { reading } } } }",
      { series, after: seq, epoch },
    );
    await until(() => written.length);
    model.write(question.patch, '{"reason": "It le');
    await until(() => written.at(-1)?.writing.text === '{"reason": "It le');
    model.answer(question.patch, "yes");
    await until(() => written.at(-1)?.writing.text === null);
    const next = await until(() => model.inHand[0]);
    await until(() => heard.at(-1)?.changes.series.run.reading.join() === `patch:${next.patch}`);
  });

  it("that breaks down leaves the board up, says why, and is tried again on demand", async () => {
    const model = testModel();
    const board = await boardWith(model);
    await until(() => model.inHand.length);
    model.breakDown(new UserMistake("the model file is gone."));
    const off = await until(async () => {
      const now = await load(board);
      return now.model.state === "off" && now;
    });
    expect(off.model.words).toBe("the model file is gone.");
    expect(off.run).toMatchObject({ state: "failed", trouble: "the model file is gone." });
    expect(patches(off).every((patch) => patch.engine)).toBe(true);
    model.breakDown(null);
    expect(await mutate(board, "startRun", { series: off.id })).toBeNull();
    await until(async () => (await load(board)).run.state === "running" && model.inHand.length);
    expect((await load(board)).model.state).toBe("ready");
  });

  it("that is not there cannot explain, and says what to do", async () => {
    const board = await testBoard();
    boards.push(board);
    const patch = await until(async () => {
      const there = (await load(board)) as Series | undefined;
      return there && patches(there)[0];
    });
    expect(await mutate(board, "explain", { patch: patch.id })).toMatch(
      /no model is configured: start patchboard with --model FILE/,
    );
    expect((await load(board)).model).toEqual({ state: "none", words: "no model is configured" });
  });
});

describe("a model behind several series", () => {
  /** The older series is left for later: the model reads the first one, and has one patch of it in hand. */
  async function twoSeries(ask: "unsettled" | "all" = "all") {
    const model = testModel();
    const board = await testBoard({ model, ask, bases: ["v2.5-dev0", "v2.5-dev0~1"] });
    boards.push(board);
    const first = await until(() => model.inHand[0]);
    const all = async () => (await board.ask(whole)).data as unknown as { allSeries: Series[] };
    const ofSeries = async (isFirst: boolean) => {
      const { allSeries } = await all();
      return allSeries.find((series) => patches(series).some((patch) => rowId(patch) === first.patch) === isFirst)!;
    };
    return { model, board, first, reads: () => ofSeries(true), waits: () => ofSeries(false) };
  }

  it("explains a patch of another series next, whatever it reads", async () => {
    const { model, board, first, reads, waits } = await twoSeries();
    const patch = patches(await waits()).find((one) => one.isInstructed)!;
    expect(await mutate(board, "explain", { patch: patch.id })).toBeNull();
    await until(async () => (await waits()).run.engine === "LLAMA");
    model.answer(first.patch, "no");
    expect(await until(() => model.inHand[0])).toMatchObject({ patch: rowId(patch), isExplanationAsked: true });
    model.answer(rowId(patch), "wait", { reason: "Let it ripen." });
    const after = await until(async () => {
      const series = await waits();
      return series.run.state === "done" && series;
    });
    expect(after.run).toMatchObject({ planned: 1, done: 1 });
    const answered = patches(after).filter((one) => one.classifications.some(({ engine }) => engine === "LLAMA"));
    expect(answered.map((one) => one.id)).toEqual([patch.id]);
    expect((await reads()).run).toMatchObject({ engine: "LLAMA", state: "running" });
  });

  it("reads rows of another series next that somebody looks at, and no more of it", async () => {
    const { model, board, first, reads, waits } = await twoSeries();
    const looked = patches(await waits())
      .filter((one) => !one.isInstructed)
      .slice(-2);
    expect(await mutate(board, "lookAt", { patches: looked.map((patch) => patch.id) })).toBeNull();
    await until(async () => (await waits()).run.engine === "LLAMA");
    const order: number[] = [];
    for (let next: typeof first | undefined = first; order.length < 5; next = undefined) {
      next ??= await until(() => model.inHand[0]);
      order.push(next.patch);
      model.answer(next.patch, "no");
    }
    const own = new Set(looked.map(rowId));
    // A slot is shared: each of the others waits for one patch of the run that was there.
    expect(order.filter((patch) => own.has(patch))).toHaveLength(2);
    expect(order.findIndex((patch) => own.has(patch))).toBe(1);
    const after = await until(async () => {
      const series = await waits();
      return series.run.state === "done" && series;
    });
    expect(after.run).toMatchObject({ planned: 2, done: 2 });
    expect((await reads()).run.state).toBe("running");
  });

  it("leaves rows alone that nobody may ask about, however long somebody looks at them", async () => {
    const { model, board, first, waits } = await twoSeries("unsettled");
    const settled = patches(await waits())
      .filter((one) => one.settlement !== null)
      .slice(0, 20);
    expect(await mutate(board, "lookAt", { patches: settled.map((patch) => patch.id) })).toBeNull();
    model.answer(first.patch, "no");
    const next = await until(() => model.inHand[0]);
    expect(settled.map(rowId)).not.toContain(next.patch);
    expect((await waits()).run.engine).toBe("RULES");
  });

  it("comes back to a series that was cancelled and started again while it reads another", async () => {
    const { model, board, reads, waits } = await twoSeries("unsettled");
    const { id } = await reads();
    expect(await mutate(board, "cancelRun", { series: id })).toBeNull();
    await until(async () => (await waits()).run.engine === "LLAMA");
    expect((await reads()).run.state).toBe("cancelled");
    expect(await mutate(board, "startRun", { series: id })).toBeNull();
    expect(await mutate(board, "startRun", { series: id })).toBeNull();
    await until(async () => {
      const next = model.inHand[0];
      if (next) model.answer(next.patch, "no");
      const { engine, state } = (await reads()).run;
      return !next && engine === "LLAMA" && state === "done";
    });
    const open = patches(await reads()).filter((one) => one.settlement === null);
    expect(open.filter((one) => !one.classifications.some(({ engine }) => engine === "LLAMA"))).toEqual([]);
  });

  it("comes back to a series that got patches while it reads another", async () => {
    const { model, board, reads, waits } = await twoSeries("unsettled");
    const { id } = await reads();
    const openIn = async (of: typeof reads) => patches(await of()).filter((one) => one.settlement === null);
    const { subject } = (await openIn(reads))[0]!;
    await until(async () => {
      const next = model.inHand[0];
      if ((await waits()).run.engine === "LLAMA") return true;
      if (next) model.answer(next.patch, "no");
      return false;
    });
    const before = (await openIn(reads)).length;
    const who = ["-c", "user.name=Ada", "-c", "user.email=ada@lantern.invalid"];
    execFileSync("git", ["-C", board.repo, ...who, "commit", "--quiet", "--allow-empty", "-m", subject]);
    expect(await mutate(board, "startSync", { series: id })).toBeNull();
    await until(async () => (await openIn(reads)).length > before);
    await until(async () => {
      const next = model.inHand[0];
      if (next) model.answer(next.patch, "no");
      const added = (await openIn(reads)).at(-1)!;
      return added.classifications.some(({ engine }) => engine === "LLAMA");
    });
  });

  it("comes to the other series when the first is read, and asks nothing twice", async () => {
    const { model, board, reads, waits } = await twoSeries("unsettled");
    const open = patches(await waits()).filter((one) => one.settlement === null);
    const looked = open[0]!;
    expect(await mutate(board, "lookAt", { patches: [looked.id] })).toBeNull();
    await until(async () => (await waits()).run.engine === "LLAMA");
    expect((await waits()).run.planned).toBe(1);
    const order: number[] = [];
    await until(async () => {
      const next = model.inHand[0];
      if (!next) return (await waits()).run.planned === open.length - 1 && (await waits()).run.state === "done";
      order.push(next.patch);
      model.answer(next.patch, "no");
      return false;
    });
    const all = [...patches(await reads()), ...patches(await waits())].filter((one) => one.settlement === null);
    expect(order.toSorted((a, b) => a - b)).toEqual(all.map(rowId).toSorted((a, b) => a - b));
  });
});
