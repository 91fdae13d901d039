import { afterAll, beforeAll, expect, it } from "vitest";
import { openRepository, type Repository } from "./repository.ts";
import { scratch, type Scratch } from "./scratch.ts";
import { readTouching } from "./touching.ts";

let repo: Scratch;
let repository: Repository;
let ids: string[];

beforeAll(async () => {
  repo = scratch();
  ids = [
    repo.commit("0", { files: { "src/mux.c": "0", "src/h2.c": "0" } }),
    repo.commit("1", { files: { "src/mux.c": "1" } }),
    repo.commit("2", { files: { "src/h2.c": "2" } }),
    repo.commit("3", { files: { "src/*.c": "3" } }),
    repo.commit("4", { files: { "src/mux.c": "4", "doc.txt": "4" } }),
  ];
  repository = await openRepository(repo.path);
});
afterAll(() => repo.remove());

const touching = (paths: string[], limit = 10, from: number | null = null) =>
  readTouching(repository, { from: from === null ? null : ids[from]!, to: ids[4]! }, paths, limit).then(
    ({ shas, isCut }) => ({ at: shas.map((sha) => ids.indexOf(sha)), isCut }),
  );

it("finds the commits that change a path, newest first", async () => {
  expect(await touching(["src/mux.c"])).toEqual({ at: [4, 1, 0], isCut: false });
  expect(await touching(["src/h2.c", "doc.txt"])).toEqual({ at: [4, 2, 0], isCut: false });
  expect(await touching([])).toEqual({ at: [], isCut: false });
});

it("stays within the range, and says when it stopped before its end", async () => {
  expect(await touching(["src/mux.c"], 10, 0)).toEqual({ at: [4, 1], isCut: false });
  expect(await touching(["src/mux.c"], 2)).toEqual({ at: [4, 1], isCut: true });
});

it("takes a path for a path, and neither for a pattern nor for an option", async () => {
  expect(await touching(["src/*.c"])).toEqual({ at: [3], isCut: false });
  expect(await touching(["--all", ":(top)src"])).toEqual({ at: [], isCut: false });
});
