import { expect, test } from "vitest";
import type { ConcreteRequest, NormalizationSelection } from "relay-runtime";
import pickListQuery from "../__generated__/PickListQuery.graphql.ts";
import rowsQuery from "../__generated__/BoardRowsQuery.graphql.ts";
import transcriptQuery from "../__generated__/TranscriptQuery.graphql.ts";
import { answer, type Source } from "./answer.ts";

const ask = ({ operation }: ConcreteRequest, source: Source, variables: object) =>
  answer(operation.selections, source, { ...variables });

test("arguments reach the functions of a source, and its answer is what was asked and no more", () => {
  const asked: unknown[] = [];
  const series = {
    id: "series:1",
    secret: "not asked for",
    pickList: (args: unknown) => {
      asked.push(args);
      return { from: 3, shell: "", ids: ["a"], decidedCount: 1, instructedCount: 0, guessedCount: 0, warnings: [] };
    },
  };
  const variables = { name: "s", target: "target:1", from: null, machine: true };
  const data = ask(pickListQuery, { series: ({ name }: { name: string }) => name === "s" && series }, variables);
  expect(asked).toEqual([{ target: "target:1", from: null, machine: true }]);
  expect(data).toMatchObject({ series: { id: "series:1", pickList: { from: 3, ids: ["a"] } } });
  expect(JSON.stringify(data)).not.toContain("not asked for");
});

test("what a source does not have is null, a list of it empty", () => {
  const variables = { name: "s", first: 10, after: null, from: null };
  expect(ask(rowsQuery, { series: null }, variables)).toEqual({ series: null });
  expect(ask(rowsQuery, { series: { patches: {} } }, variables)).toMatchObject({
    series: { id: null, patches: { edges: [], pageInfo: null } },
  });
});

test("a part for one type is answered for that type only", () => {
  const node = (typename: string) => ({ node: { __typename: typename, id: "x", transcript: { prompt: "p" } } });
  expect(ask(transcriptQuery, node("Classification"), { id: "x" })).toMatchObject({
    node: { transcript: { prompt: "p" } },
  });
  expect(ask(transcriptQuery, node("Patch"), { id: "x" })).toEqual({ node: { __typename: "Patch", id: "x" } });
});

test("what it does not know is an error and no wrong answer", () => {
  const strange = [{ kind: "Stream", selections: [] }] as unknown as NormalizationSelection[];
  expect(() => answer(strange, {}, {})).toThrow("Stream is asked for");
});
