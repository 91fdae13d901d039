import { createClient } from "graphql-ws";
import { afterAll, beforeAll, expect, it } from "vitest";
import { WebSocket } from "ws";
import { type TestBoard, testBoard, until } from "./test-board.ts";

interface Saved {
  id: string;
  name: string;
  search: string;
  who: string;
  revision: number;
}

const fields = "views { id name search who revision }";
let board: TestBoard;
let series: { id: string; seq: number; epoch: string };

beforeAll(async () => {
  board = await testBoard();
  series = await until(async () => {
    const { data } = await board.ask("{ allSeries { id seq epoch } }");
    return (data as never as { allSeries: (typeof series)[] }).allSeries[0];
  });
});
afterAll(() => board.stop());

let calls = 0;
async function change(name: "saveView" | "editView" | "deleteView", input: object, who: string | undefined = "Ada") {
  const kind = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const conflict = name === "saveView" ? "" : "conflict { name who revision }";
  const query = `mutation ($input: ${kind}!) { ${name}(input: $input) { series { ${fields} } ${conflict} } }`;
  const answer = await board.ask(query, { input: { clientMutationId: `view ${++calls}`, ...input } }, who);
  if (answer.errors) throw new Error(answer.errors[0]!.message);
  const done = (answer.data as never as Record<string, { series: { views: Saved[] }; conflict: Saved | null }>)[name]!;
  return { views: done.series.views, conflict: done.conflict };
}
const save = (name: string, search = "show=y", who?: string) =>
  change("saveView", { series: series.id, name, search }, who);
const clear = async () => {
  const { data } = await board.ask(`query ($id: ID!) { node(id: $id) { ... on Series { ${fields} } } }`, {
    id: series.id,
  });
  for (const { id, revision } of (data as never as { node: { views: Saved[] } }).node.views)
    await change("deleteView", { view: id, expected: revision });
};

it("keeps views by name, with who saved them", async () => {
  await save("missing in 2.3", "as=matrix&in=2.3-stable&state=yes", "Ben");
  const { views } = await save("Authors’ wishes");
  expect(views.map(({ name, who, revision }) => [name, who, revision])).toEqual([
    ["Authors’ wishes", "Ada", 1],
    ["missing in 2.3", "Ben", 1],
  ]);
  await clear();
});

it("has one view of a name, and says whose it is", async () => {
  await save("Mine");
  await expect(save("mine", "", "Ben")).rejects.toThrow('there is a view "Mine" already, by Ada');
  const { views } = await save("other");
  const other = views.find((one) => one.name === "other")!;
  const to = { view: other.id, name: "MINE", search: "", expected: 1 };
  await expect(change("editView", to)).rejects.toThrow("choose another name");
  // Its own name in other capitals is no second view.
  await change("editView", { ...to, name: "OTHER" });
  await clear();
});

it("refuses a change to what somebody else changed meanwhile, and says who", async () => {
  const { views } = await save("queue");
  const edit = { view: views[0]!.id, name: "queue of Ben", search: "show=u", expected: 1 };
  expect((await change("editView", edit, "Ben")).conflict).toBeNull();
  const late = await change("editView", { ...edit, name: "queue of Ada" });
  expect(late.conflict).toEqual({ name: "queue of Ben", who: "Ben", revision: 2 });
  expect(late.views[0]).toMatchObject({ name: "queue of Ben", search: "show=u" });
  expect((await change("deleteView", { view: edit.view, expected: 1 })).conflict).toMatchObject({ revision: 2 });
  expect((await change("deleteView", { view: edit.view, expected: 2 })).views).toEqual([]);
  await expect(change("editView", edit)).rejects.toThrow("somebody deleted it");
});

it("gives a retry after a lost reply the first outcome", async () => {
  const input = { series: series.id, name: "once", search: "", clientMutationId: "the same" };
  await change("saveView", input);
  expect((await change("saveView", input)).views).toHaveLength(1);
  await clear();
});

it.each([
  ["", "show=y", "at least one character"],
  ["x".repeat(81), "show=y", "at most 80 characters"],
  ["long", `q=${"x".repeat(2_000)}`, "at most 2000 characters"],
  ["script", "javascript:<b>", "query part"],
])("refuses a view %s", async (name, search, sentence) => {
  await expect(save(name, search)).rejects.toThrow(sentence);
});

it("wants to know who saves", async () => {
  const query = `mutation ($input: SaveViewInput!) { saveView(input: $input) { clientMutationId } }`;
  const input = { series: series.id, name: "nobody", search: "", clientMutationId: "nobody" };
  expect((await board.ask(query, { input })).errors?.[0]?.message).toContain("say who you are");
});

it("tells other boards", async () => {
  const url = `${board.address.replace("http", "ws")}graphql`;
  const headers = { origin: board.address.replace(/\/$/, "") };
  const client = createClient({
    url,
    webSocketImpl: class extends WebSocket {
      constructor(address: string, protocols: string) {
        super(address, protocols, { headers });
      }
    },
  });
  const query = `subscription ($id: ID!, $after: Int!, $epoch: ID!) {
    changes(series: $id, after: $after, epoch: $epoch) { series { ${fields} } } }`;
  const variables = { id: series.id, after: series.seq, epoch: series.epoch };
  const heard: string[][] = [];
  const stop = client.subscribe<{ changes: { series: { views: Saved[] } } }>(
    { query, variables },
    {
      next: ({ data }) => void heard.push(data!.changes.series.views.map((one) => one.name)),
      error: () => {},
      complete: () => {},
    },
  );
  await save("for all");
  await until(() => heard.some((names) => names.includes("for all")));
  await clear();
  await until(() => heard.at(-1)?.length === 0);
  stop();
  await client.dispose();
});
