import { rmSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestBoard, testBoard, until } from "./test-board.ts";

interface Patch {
  id: string;
  sha: string;
  number: number;
  subject: string;
}

let board: TestBoard;
let patches: Patch[];

beforeAll(async () => {
  board = await testBoard();
  patches = await until(async () => {
    const query =
      "{ allSeries { sync { isRunning at } patches(first: 200) { edges { node { id sha number subject } } } } }";
    const { data } = await board.ask(query);
    type Loaded = { sync: { isRunning: boolean; at: string | null }; patches: { edges: { node: Patch }[] } };
    const [one] = (data as never as { allSeries: Loaded[] }).allSeries;
    return one && one.sync.at !== null && !one.sync.isRunning && one.patches.edges.map((edge) => edge.node);
  });
});
afterAll(() => board.stop());

const sameFiles = async (patch: Patch) => {
  const query = `query ($id: ID!) { node(id: $id) { ... on Patch { sameFiles { isCut patches { sha number } } } } }`;
  const answer = await board.ask(query, { id: patch.id });
  if (answer.errors) throw new Error(answer.errors[0]!.message);
  return (answer.data as never as { node: { sameFiles: { isCut: boolean; patches: Patch[] } | null } }).node.sameFiles;
};
const git = (...args: string[]) => execFileSync("git", ["-C", board.repo, ...args], { encoding: "utf8" }).trim();

it("finds the other patches that change a file of this one, oldest first", async () => {
  const patch = patches.find((one) => one.subject.includes("stick: expire entries"))!;
  const files = git("diff-tree", "--no-commit-id", "-r", "--name-only", patch.sha).split("\n");
  const inGit = git("log", "--format=%H", "master", "--not", "v2.5-dev0", "--", ...files).split("\n");
  const others = patches.filter((one) => inGit.includes(one.sha) && one.sha !== patch.sha);
  const found = await sameFiles(patch);
  expect(others.length).toBeGreaterThan(0);
  expect(found).toEqual({
    isCut: others.length > 30,
    patches: others.slice(-30).map(({ sha, number }) => ({ sha, number })),
  });
});

it("says when there is no repository to read, and what was found before stays", async () => {
  const [known, other] = patches.filter((one) => /tls: check the length|dns: accept a CNAME/.test(one.subject));
  const before = await sameFiles(known!);
  rmSync(board.repo, { recursive: true });
  expect(await sameFiles(known!)).toEqual(before);
  expect(await sameFiles(other!)).toBeNull();
});
