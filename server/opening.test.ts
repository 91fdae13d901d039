import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestBoard, testBoard, until } from "./test-board.ts";

interface Told {
  asked: string;
  variables: { name: string; from?: number | null };
  data: { series: { patches: { edges: { node: { number: number } }[] } } | null };
}

let board: TestBoard;
let lastBackported: number;

beforeAll(async () => {
  board = await testBoard();
  lastBackported = await until(async () => {
    const { data } = await board.ask("{ allSeries { targets { lastBackported } run { state } } }");
    const [series] = (
      data as unknown as { allSeries: { targets: { lastBackported: number }[]; run: { state: string } }[] }
    ).allSeries;
    return series?.run?.state === "done" && series.targets[0]!.lastBackported;
  });
});
afterAll(() => board.stop());

/** The page at a path, and what stands in it. */
async function opened(path: string) {
  const response = await fetch(`${board.address}${path}`);
  const html = await response.text();
  const data = /<script type="application\/json" id="answers">([^<]*)<\/script>/.exec(html)?.[1];
  return { response, html, told: data === undefined ? null : (JSON.parse(data) as Told[]) };
}
const firstNumber = (told: Told[] | null) => told?.[1]?.data.series?.patches.edges[0]?.node.number;

describe("the page of a board", () => {
  it("brings the answers to what it asks first, and is kept by no cache", async () => {
    const { response, html, told } = await opened("s/lantern-2.5");
    expect(told?.map((one) => one.asked)).toEqual(["page", "rows"]);
    expect(told?.[1]?.variables).toMatchObject({ name: "lantern-2.5", from: lastBackported + 1 });
    expect(firstNumber(told)).toBe(lastBackported + 1);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(html).toMatch(/<\/body>\s*<\/html>\s*$/);
  });

  it.each([
    ["?start=all", 1],
    ["?start=100", 100],
    ["?as=matrix", 1],
    ["?start=nowhere", null],
    ["?target=2.3-stable&start=7", 7],
  ])("begins with the rows of %s", async (query, first) => {
    expect(firstNumber((await opened(`s/lantern-2.5${query}`)).told)).toBe(first ?? lastBackported + 1);
  });

  it("says of a series that is not there that it is not", async () => {
    const { told } = await opened("s/nobody%3Cscript%3E");
    expect(told).toEqual([
      { asked: "page", variables: { name: "nobody<script>" }, data: expect.anything() as unknown },
    ]);
    expect(told?.[0]?.data.series).toBeNull();
  });

  it("holds nothing that somebody wrote as markup", async () => {
    const { data } = await board.ask(
      "{ allSeries { targets { id } patches(first: 1) { edges { node { id revisions } } } } }",
    );
    interface Found {
      targets: { id: string }[];
      patches: { edges: { node: { id: string; revisions: number[] } }[] };
    }
    const series = (data as unknown as { allSeries: Found[] }).allSeries[0]!;
    const { id, revisions } = series.patches.edges[0]!.node;
    const who = "</script><script>alert(1)</script><!--";
    const decisions = [{ patch: id, target: series.targets[0]!.id, expected: revisions[0]! }];
    const decided = await board.ask(
      "mutation ($input: OverrideVerdictInput!) { overrideVerdict(input: $input) { conflicts { by } } }",
      { input: { decisions, verdict: "WAIT", clientMutationId: "a name that is markup" } },
      who,
    );
    expect(decided.data).toEqual({ overrideVerdict: { conflicts: [] } });
    const { html, told } = await opened("s/lantern-2.5?start=all");
    expect(JSON.stringify(told)).toContain(who);
    expect(html).not.toContain("alert(1)</script>");
  });
});
