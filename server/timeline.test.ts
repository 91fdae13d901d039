import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestBoard, testBoard, until } from "./test-board.ts";

interface Point {
  from: string;
  decided: number;
  waiting: number;
  picked: number;
}
interface Patch {
  id: string;
  revisions: number[];
  branches: { backport: { at: string } | null }[];
}

let board: TestBoard;
let series: { id: string; targets: { id: string }[] };
let patches: Patch[];

beforeAll(async () => {
  board = await testBoard();
  const found = await until(async () => {
    const query = `{ allSeries { id run { state } targets { id }
      patches(first: 200) { edges { node { id revisions branches { backport { at } } } } } } }`;
    const [one] = ((await board.ask(query)).data as never as { allSeries: [never] }).allSeries as never as {
      id: string;
      run: { state: string } | null;
      targets: { id: string }[];
      patches: { edges: { node: Patch }[] };
    }[];
    return one?.run?.state === "done" && one;
  });
  series = found;
  patches = found.patches.edges.map((edge) => edge.node);
});
afterAll(() => board.stop());

const timeline = async (by: "DAY" | "WEEK", last = 200) => {
  const query = `query ($id: ID!, $by: Period!, $last: Int!) { node(id: $id) { ... on Target {
    timeline(by: $by, last: $last) { from decided waiting picked } } } }`;
  const answer = await board.ask(query, { id: series.targets[0]!.id, by, last });
  if (answer.errors) throw new Error(answer.errors[0]!.message);
  return (answer.data as never as { node: { timeline: Point[] } }).node.timeline;
};

let calls = 0;
const act = async (mutation: string, input: object) => {
  const kind = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${kind}!) { ${mutation}(input: $input) { patches { id } } }`;
  const answer = await board.ask(query, { input: { ...input, clientMutationId: `timeline ${++calls}` } }, "Ada");
  if (answer.errors) throw new Error(answer.errors[0]!.message);
};
const decide = (numbers: number[], verdict: string | null, expected = 0) =>
  act("overrideVerdict", {
    decisions: numbers.map((i) => ({ patch: patches[i]!.id, target: series.targets[0]!.id, expected })),
    verdict,
  });

it("counts what was picked by the days of the commits on the stable branch", async () => {
  const days = patches.flatMap((patch) => patch.branches[0]?.backport?.at.slice(0, 10) ?? []).sort();
  const points = await timeline("DAY");
  expect(days.length).toBeGreaterThan(5);
  expect(points.map((point) => point.from)).toEqual([...new Set(days)]);
  for (const point of points)
    expect(point).toEqual({
      from: point.from,
      decided: 0,
      waiting: 0,
      picked: days.filter((day) => day <= point.from).length,
    });
});

it("begins weeks on Mondays, and gives the last ones of as many as are asked for", async () => {
  const weeks = await timeline("WEEK");
  for (const { from } of weeks) expect(new Date(from).getUTCDay()).toBe(1);
  expect(await timeline("WEEK", 2)).toEqual(weeks.slice(-2));
  await expect(timeline("WEEK", 0)).rejects.toThrow("give 1 to 500");
  await expect(timeline("WEEK", 501)).rejects.toThrow("give 1 to 500");
});

it("counts decisions as they stand at the end of a day: changed, withdrawn and undone ones too", async () => {
  const now = async () => (await timeline("DAY")).at(-1);
  await decide([100, 101, 102], "WAIT");
  expect(await now()).toMatchObject({ decided: 3, waiting: 3 });
  await decide([100], "YES", 1);
  expect(await now()).toMatchObject({ decided: 3, waiting: 2 });
  await decide([101], null, 1);
  expect(await now()).toMatchObject({ decided: 2, waiting: 1 });
  await act("undo", { series: series.id });
  expect(await now()).toMatchObject({ decided: 3, waiting: 2 });
});
