import { readFileSync } from "node:fs";
import { buildSchema, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { maxTokens, rules } from "./limits.ts";

const schema = buildSchema(readFileSync("schema.graphql", "utf8"));
const check = (document: string) =>
  validate(schema, parse(document, { maxTokens }), rules).map((error) => error.message);
const series = (inner: string) => `{ series(name: "s") { ${inner} } }`;

describe("the limits of a document", () => {
  it.each([
    [
      "a page of rows",
      series("patches(first: 1000) { edges { node { id number sha subject author verdicts deciders } } }"),
    ],
    [
      "the details of one patch",
      '{ node(id: "patch:1") { ... on Patch { commit { message files { path } diff { text } } history { text } } } }',
    ],
  ])("let %s pass", (_, document) => expect(check(document)).toEqual([]));

  const links = (depth: number): string =>
    depth ? `links { patch { classifications { ${links(depth - 1)} } } }` : "text";
  it.each([
    ["introspection", "{ __schema { types { name } } }", /introspection/],
    [
      "a document that is too deep",
      series(`patches(first: 1) { edges { node { classifications { ${links(4)} } } } }`),
      /deeper than/,
    ],
    [
      "a diff of every patch",
      series("patches(first: 1000) { edges { node { commit { diff { text } } } } }"),
      /too much/,
    ],
    [
      "a thousand aliases of a page",
      series(
        Array.from({ length: 99 }, (_, i) => `a${i}: patches(first: 1000) { edges { node { id sha subject } } }`).join(
          " ",
        ),
      ),
      /too much/,
    ],
    [
      "a page size behind a variable",
      'query ($n: Int!) { series(name: "s") { patches(first: $n) { edges { node { classifications { links { text patch { notes { text who at } } } } } } } } }',
      /too much/,
    ],
    [
      "fragments that repeat",
      `fragment A on Patch { classifications { links { patch { id sha } } } } ${series("patches(first: 1000) { edges { node { ...A ...A ...A } } }")}`,
      /too much/,
    ],
  ])("refuse %s", (_, document, expected) => expect(check(document).join()).toMatch(expected));

  it("refuse a document of too many tokens before reading it", () => {
    expect(() => check(series("id ".repeat(5_000)))).toThrow(/token/);
  });
});
