import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "./store/store.ts";
import { sync } from "./sync.ts";
import { type TestBoard, testBoard, until } from "./test-board.ts";

interface Found {
  ids: string[];
  took: number;
  trouble: string | null;
  unread: number;
}

let board: TestBoard;
const search = async (text: string, target: string | null = null): Promise<Found> => {
  const query = `query ($text: String!, $target: ID) { allSeries { search(query: $text, target: $target) { ids took trouble unread } } }`;
  const answer = await board.ask(query, { text, target });
  if (answer.errors) throw new Error(answer.errors[0]!.message);
  return (answer.data as unknown as { allSeries: { search: Found }[] }).allSeries[0]!.search;
};

beforeAll(async () => {
  board = await testBoard();
  await until(async () => {
    const { data } = await board.ask('{ allSeries { run { state } search(query: "") { unread } } }');
    const [series] = (data as unknown as { allSeries: { run: { state: string } | null; search: Found }[] }).allSeries;
    return series?.run?.state === "done" && series.search.unread === 0;
  });
});
afterAll(() => board.stop());

describe("searching over the API", () => {
  it("finds what stands in bodies and paths, oldest first, and says how long it took", async () => {
    const found = await search("resolver");
    expect(found).toMatchObject({ trouble: null, unread: 0 });
    expect(found.ids.length).toBeGreaterThan(1);
    const numbers = found.ids.map((id) => Number(id.slice("patch:".length)));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(found.took).toBeGreaterThan(0);
    expect((await search("path:src/timer.c")).ids.length).toBeGreaterThan(3);
  });

  it("says in a sentence what it does not understand, and finds the rest", async () => {
    const found = await search("servfail verdict:perhaps");
    expect(found.trouble).toMatch(/takes no, uncertain, wait, yes\.$/);
    expect(found.ids).toHaveLength(1);
    expect((await search('"servfail')).ids).toHaveLength(1);
  });

  it("finds any set of patches by the beginnings of their ids", async () => {
    const { data } = await board.ask("{ allSeries { patches(first: 3) { edges { node { id sha } } } } }");
    type Node = { node: { id: string; sha: string } };
    const nodes = (data as unknown as { allSeries: { patches: { edges: Node[] } }[] }).allSeries[0]!.patches.edges;
    const [first, , third] = nodes.map(({ node }) => node);
    const ids = `id:${third!.sha.slice(0, 10)},${first!.sha.slice(0, 10)}`;
    expect((await search(ids)).ids).toEqual([first!.id, third!.id]);
    const all = (await search("")).ids;
    expect((await search(`-${ids}`)).ids).toEqual(all.filter((id) => id !== first!.id && id !== third!.id));
  });

  it("looks verdicts up for the target that is named, and refuses one of another series", async () => {
    const { data } = await board.ask("{ allSeries { targets { id } } }");
    const [newest, older] = (data as unknown as { allSeries: { targets: { id: string }[] }[] }).allSeries[0]!.targets;
    const [here, there] = [await search("is:backported", newest!.id), await search("is:backported", older!.id)];
    expect(here.ids.length).toBeGreaterThan(there.ids.length);
    expect(await search("is:backported")).toMatchObject({ ids: here.ids });
    await expect(search("x", "target:99")).rejects.toThrow(/no target/);
  });

  it("finds exactly the verdicts that are shown, on every target, a person's too", async () => {
    const { data } = await board.ask("{ allSeries { targets { id } } }");
    type Node = { node: { id: string; verdicts: string[]; isDisputed: boolean } };
    const read = async () => {
      const answer = await board.ask(
        "{ allSeries { patches(first: 500) { edges { node { id verdicts isDisputed } } } } }",
      );
      const [series] = (answer.data as unknown as { allSeries: { patches: { edges: Node[] } }[] }).allSeries;
      return series!.patches.edges.map(({ node }) => node);
    };
    const { targets } = (data as unknown as { allSeries: { targets: { id: string }[] }[] }).allSeries[0]!;
    const turned = (await read()).find((patch) => patch.verdicts[1] === "NO")!;
    const decide = "mutation ($input: OverrideVerdictInput!) { overrideVerdict(input: $input) { patches { id } } }";
    const decisions = [{ patch: turned.id, target: targets[1]!.id, expected: 0 }];
    await board.ask(decide, { input: { decisions, verdict: "WAIT", clientMutationId: "turned" } }, "Ada");
    const patches = await read();
    for (const [i, target] of targets.entries()) {
      for (const verdict of ["no", "uncertain", "wait", "yes"]) {
        const shown = patches.filter((one) => one.verdicts[i] === verdict.toUpperCase()).map((one) => one.id);
        expect((await search(`verdict:${verdict}`, target.id)).ids).toEqual(shown);
        expect((await search(`-verdict:${verdict} is:disputed`, target.id)).ids).toEqual(
          patches.filter((one) => one.isDisputed && !shown.includes(one.id)).map((one) => one.id),
        );
      }
    }
    expect((await search("verdict:wait", targets[1]!.id)).ids).toContain(turned.id);
    expect(new Set(patches.map((one) => one.verdicts.join())).size).toBeGreaterThan(4);
  });

  it("finds a note in the moment that it is there", async () => {
    const [id] = (await search("servfail")).ids;
    const add = "mutation ($input: AddNoteInput!) { addNote(input: $input) { patch { noteCount } } }";
    await board.ask(add, { input: { patch: id, text: "zanzibar", clientMutationId: "note 1" } }, "Ada");
    expect((await search("zanzib")).ids).toEqual([id]);
  });

  it("finds commits that another process has read, a moment later", async () => {
    const git = (...args: string[]) => execFileSync("git", ["-C", board.repo, ...args], { stdio: "pipe" });
    const who = ["-c", "user.name=Ada", "-c", "user.email=ada@lantern.invalid"];
    git(...who, "commit", "-q", "--allow-empty", "-m", "MINOR: mux: late\n\nspeaks of hippogriffs");
    const other = openStore(board.db);
    await sync({ store: other, repo: board.repo, series: other.series.all()[0]!.name });
    other.close();
    expect(await until(async () => (await search("hippogriff")).ids.length === 1)).toBe(true);
  });

  it("lets nobody search a hundred times in one document", async () => {
    const many = Array.from({ length: 40 }, (_, i) => `a${i}: search(query: "s") { ids }`).join(" ");
    const answer = await board.ask(`{ allSeries { ${many} } }`);
    expect(answer.errors?.[0]?.message).toMatch(/too much/);
  });
});
