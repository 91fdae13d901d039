import { afterAll, beforeAll, expect, it } from "vitest";
import { readDiff, readFiles } from "./diff.ts";
import { patchIds, patchIdsWorthKnowing } from "./patch-ids.ts";
import { openRepository, type Repository } from "./repository.ts";
import { scratch, type Scratch } from "./scratch.ts";

let repo: Scratch;
let repository: Repository;
let first: string;

const lines = (count: number) => Array.from({ length: count }, (_, i) => `line ${i}\n`).join("");

beforeAll(async () => {
  repo = scratch();
  first = repo.commit("first", { files: { "a.c": lines(30), "b.bin": "\0\x01", "c d.c": "c\n" } });
  repository = await openRepository(repo.path);
});
afterAll(() => repo.remove());

it("lists the files of a first commit, binary ones without counts", async () => {
  expect(await readFiles(repository, first)).toEqual([
    { path: "a.c", status: "A", insertions: 30, deletions: 0 },
    { path: "b.bin", status: "A", insertions: null, deletions: null },
    { path: "c d.c", status: "A", insertions: 1, deletions: 0 },
  ]);
});

it("lists renames, deletions and odd names", async () => {
  repo.git("mv", "a.c", "moved.c");
  repo.git("rm", "--quiet", "b.bin");
  const sha = repo.commit("second", { files: { "c d.c": "c\nmore\n", "tab\there.c": "x\n" } });
  expect(await readFiles(repository, sha)).toEqual([
    { path: "b.bin", status: "D", insertions: null, deletions: null },
    { path: "c d.c", status: "M", insertions: 1, deletions: 0 },
    { path: "moved.c", status: "R", insertions: 0, deletions: 0 },
    { path: "tab\\there.c", status: "A", insertions: 1, deletions: 0 },
  ]);
});

it("shows a diff with hidden characters as escapes", async () => {
  const { text, isCut } = await readDiff(
    repository,
    repo.commit("third", { files: { "c d.c": "c\n\x1b[2J\u202e\n" } }),
  );
  expect(text).toContain("+\\x1b[2J\\u202e");
  expect(isCut).toBe(false);
});

it("cuts a long diff at a line and says so", async () => {
  const { text, isCut } = await readDiff(
    repository,
    repo.commit("fourth", { files: { "long.c": lines(50_000) } }),
    10_000,
  );
  expect(isCut).toBe(true);
  expect(text.length).toBeLessThanOrEqual(10_000);
  expect(text.endsWith("\n")).toBe(true);
});

it("shows what a merge brought", async () => {
  repo.git("switch", "--quiet", "-c", "topic");
  repo.commit("topic", { files: { "topic.c": "t\n" } });
  repo.git("switch", "--quiet", "main");
  repo.commit("meanwhile", { files: { "main.c": "m\n" } });
  repo.git("merge", "--quiet", "--no-edit", "topic");
  expect(await readFiles(repository, repo.git("rev-parse", "HEAD"))).toMatchObject([{ path: "topic.c", status: "A" }]);
});

it("computes patch-ids only of commits that change the same paths", async () => {
  const one = repo.commit("one", { files: { "x.c": "1\n" } });
  repo.git("switch", "--quiet", "--detach", "HEAD~1");
  const same = repo.commit("same", { files: { "x.c": "1\n" } });
  const other = repo.commit("other", { files: { "y.c": "1\n" } });
  const facts = (sha: string) => ({ sha, author: "Ada Example", patchId: null });
  const found = await patchIdsWorthKnowing(repository, [facts(same), facts(other)], [facts(one), facts(first)]);
  expect([...found.keys()].sort()).toEqual([one, same].sort());
  expect(found.get(one)).toBe(found.get(same));
  expect(found.get(one)).toMatch(/^[0-9a-f]{40}$/);
});

it("gives an empty patch-id to a commit without a change", async () => {
  const empty = repo.commit("empty", { files: {} });
  expect(await patchIds(repository, [empty])).toEqual(new Map([[empty, ""]]));
});
