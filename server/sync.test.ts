import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { scratch, type Scratch } from "./git/scratch.ts";
import { openStore, type Store } from "./store/store.ts";
import { sync, synced, type SyncOptions } from "./sync.ts";

let repo: Scratch;
let store: Store;
let said: string[];

beforeEach(() => {
  repo = scratch("widget");
  store = openStore(join(repo.folder, "board.db"));
  said = [];
});
afterEach(() => {
  store.close();
  repo.remove();
});

const run = (options: Partial<SyncOptions> = {}) =>
  sync({ store, repo: repo.path, say: (one) => said.push(one), ...options });
const seriesId = () => store.series.all()[0]!.id;
const patches = () =>
  store.history
    .patches(seriesId())
    .map(({ number, subject, vanishedAt }) => `${vanishedAt ? "gone" : number} ${subject}`);
const changes = (after = 0) => store.changes.after(seriesId(), after, 1_000).map((row) => row.what);
const backports = (branch: string) => {
  const target = store.series.targets(seriesId()).find((one) => one.branch === branch)!;
  const subjects = new Map(store.history.patches(seriesId()).map((one) => [one.id, one.subject]));
  return store.history.backports(target.id).map((one) => `${subjects.get(one.patch)}: ${one.evidence}`);
};

/** The row that decisions and notes hang on. */
const rowOf = (subject: string) => store.history.patches(seriesId()).find((one) => one.subject === subject)?.id;

/** A tag that opens a cycle, three fixes, and a stable branch that has the first of them. */
function project() {
  repo.commit("start");
  repo.git("branch", "1.0-stable");
  repo.git("tag", "v1.1-dev0");
  const fix = repo.commit("fix the first reader here");
  repo.commit("fix the second reader here");
  repo.commit("fix the third reader here");
  repo.git("switch", "--quiet", "1.0-stable");
  repo.git("cherry-pick", "-x", fix);
  repo.git("switch", "--quiet", "main");
}

describe("a first sync", () => {
  it("reads patches, targets and backports, and says how it found them", async () => {
    project();
    const report = await run();
    expect(report).toEqual({
      series: "widget-1.1",
      upstream: "main",
      base: "v1.1-dev0",
      targets: ["1.0-stable"],
      patches: 3,
      added: 3,
      backports: 1,
      ms: expect.any(Number) as number,
    });
    expect(patches()).toEqual([
      "1 fix the first reader here",
      "2 fix the second reader here",
      "3 fix the third reader here",
    ]);
    expect(backports("1.0-stable")).toEqual(["fix the first reader here: trailer"]);
    expect(store.series.all()[0]).toMatchObject({
      version: "1.1",
      trouble: null,
      synced_at: expect.any(Number) as number,
    });
    expect(JSON.parse(store.series.all()[0]!.guessed)).toEqual({
      upstream: "the branch of HEAD",
      base: "the newest tag that opens a development cycle",
      targets: "1 branch named like a stable one",
    });
    expect(changes()).toEqual(["series added", "targets", "patches added", "target read"]);
    expect(synced(report)).toBe(
      "widget-1.1: 3 patches on main since v1.1-dev0; 1 stable branch (1.0-stable), 1 backport found",
    );
    expect(said).toEqual([
      "widget-1.1 is a new series: upstream main (the branch of HEAD), base v1.1-dev0 (the newest tag that opens a " +
        "development cycle), 1 branch named like a stable one.",
    ]);
  });

  it("keeps two series of one repository apart, and two repositories of one name", async () => {
    project();
    await run();
    await run({ series: "all", base: "root", targets: ["1.0-stable"] });
    const other = scratch("widget");
    other.commit("start");
    other.git("tag", "v1.1-dev0");
    other.commit("else");
    expect((await sync({ store, repo: other.path })).series).toBe("widget-1.1-2");
    expect((await sync({ store, repo: other.path })).series).toBe("widget-1.1-2");
    expect(
      store.series
        .all()
        .map((one) => one.name)
        .sort(),
    ).toEqual(["all", "widget-1.1", "widget-1.1-2"]);
    await expect(sync({ store, repo: other.path, series: "all" })).rejects.toThrow(
      /series all belongs to .*: give the series of .* another name/,
    );
    other.remove();
  });

  it("marks patches that the branch has as the very same commits", async () => {
    project();
    await run({ base: "root" });
    expect(backports("1.0-stable")).toEqual(["start: patch-id", "fix the first reader here: trailer"]);
  });

  it("numbers merged branches before their merge", async () => {
    repo.commit("start");
    repo.git("switch", "--quiet", "-c", "topic");
    repo.commit("topic");
    repo.git("switch", "--quiet", "main");
    repo.commit("main");
    repo.git("merge", "--quiet", "--no-edit", "topic");
    await run();
    expect(patches()).toEqual(["1 start", "2 main", "3 topic", "4 Merge branch 'topic'"]);
  });
});

describe("a later sync", () => {
  it("writes no change when nothing moved", async () => {
    project();
    await run();
    const seq = store.changes.lastSeq();
    expect(await run()).toMatchObject({ added: 0, patches: 3, backports: 1 });
    expect(await run({ series: "widget-1.1" })).toMatchObject({ added: 0, patches: 3, backports: 1 });
    expect(store.changes.lastSeq()).toBe(seq);
  });

  it("adds what is new, as one change, and a backport as one per patch", async () => {
    project();
    await run();
    const seq = store.changes.lastSeq();
    const fix = repo.commit("fix the fourth reader here");
    repo.commit("fix the fifth reader here");
    repo.git("switch", "--quiet", "1.0-stable");
    repo.git("cherry-pick", "-x", fix);
    repo.git("switch", "--quiet", "main");
    expect(await run()).toMatchObject({ added: 2, patches: 5, backports: 2 });
    expect(patches().slice(3)).toEqual(["4 fix the fourth reader here", "5 fix the fifth reader here"]);
    expect(changes(seq)).toEqual(["patches added", "backport"]);
    expect(JSON.parse(store.changes.after(seriesId(), seq, 1)[0]!.detail!)).toEqual({ from: 4, to: 5, count: 2 });
  });

  it("numbers anew when a merge brings commits in before others", async () => {
    project();
    await run();
    repo.git("switch", "--quiet", "-c", "topic", "v1.1-dev0");
    repo.commit("topic");
    repo.git("merge", "--quiet", "--no-edit", "main");
    repo.git("branch", "--force", "main", "topic");
    repo.git("switch", "--quiet", "main");
    expect(await run()).toMatchObject({ patches: 5, added: 2 });
    expect(patches().map((one) => one.split(" ", 1)[0])).toEqual(["1", "2", "3", "4", "5"]);
    expect(patches()[0]).toBe("1 topic");
  });

  it("takes a backport back when the stable branch loses or reverts it", async () => {
    project();
    await run();
    repo.git("switch", "--quiet", "1.0-stable");
    repo.git("revert", "--no-edit", "HEAD");
    repo.git("switch", "--quiet", "main");
    expect(await run()).toMatchObject({ backports: 0 });
    expect(backports("1.0-stable")).toEqual(["fix the first reader here: claimed"]);
    repo.git("branch", "--force", "1.0-stable", "v1.1-dev0");
    expect(await run()).toMatchObject({ backports: 0 });
    expect(backports("1.0-stable")).toEqual([]);
  });

  it("finds new stable branches, and keeps those that are gone, with one sentence", async () => {
    project();
    await run();
    said.length = 0;
    repo.git("branch", "1.1-stable", "HEAD~1");
    expect(await run()).toMatchObject({ targets: ["1.1-stable", "1.0-stable"] });
    repo.git("branch", "-D", "1.0-stable");
    expect(await run()).toMatchObject({ targets: ["1.1-stable"], backports: 2 });
    expect(said).toEqual([`1.0-stable is gone from ${repo.path}: what is known of it is kept.`]);
    expect(backports("1.0-stable")).toEqual(["fix the first reader here: trailer"]);
    repo.git("branch", "1.0-stable", "v1.1-dev0");
    await run();
    expect(store.series.targets(seriesId()).map((one) => one.state)).toEqual(["active", "active"]);
  });

  it("keeps a stable branch that has ended since its review began", async () => {
    project();
    repo.git("branch", "0.9-stable", "v1.1-dev0");
    expect(await run()).toMatchObject({ targets: ["1.0-stable", "0.9-stable"] });
    repo.commit("years later", { committed: 3 * 365 * 24 });
    expect(await run()).toMatchObject({ targets: ["1.0-stable", "0.9-stable"], added: 1 });
    repo.git("branch", "-D", "0.9-stable");
    expect(await run()).toMatchObject({ targets: ["1.0-stable"] });
    repo.git("branch", "0.9-stable", "v1.1-dev0");
    expect(await run()).toMatchObject({ targets: ["1.0-stable"] });
  });

  it("keeps the targets that were named once", async () => {
    project();
    await run({ series: "mine", targets: ["1.0-stable"] });
    said.length = 0;
    repo.git("branch", "1.1-stable");
    repo.commit("more");
    expect(await run({ series: "mine" })).toMatchObject({ targets: ["1.0-stable"], added: 1 });
    repo.git("branch", "-D", "1.0-stable");
    expect(await run({ series: "mine" })).toMatchObject({ targets: [] });
    expect(said).toEqual([`1.0-stable is gone from ${repo.path}: what is known of it is kept.`]);
  });

  it("follows a base that moved, and takes back what it left out", async () => {
    project();
    await run({ series: "mine" });
    await run({ series: "mine", base: "HEAD~1" });
    expect(patches()).toEqual([
      "gone fix the first reader here",
      "1 fix the third reader here",
      "gone fix the second reader here",
    ]);
    await run({ series: "mine", base: "v1.1-dev0" });
    expect(patches()).toHaveLength(3);
    expect(patches()).toEqual([
      "1 fix the first reader here",
      "2 fix the second reader here",
      "3 fix the third reader here",
    ]);
  });
});

it("reads a repository of SHA-256 as any other: trailers, patch-ids and a second sync", async () => {
  repo.remove();
  repo = scratch("widget", "sha256");
  store.close();
  store = openStore(join(repo.folder, "board.db"));
  project();
  repo.git("switch", "--quiet", "1.0-stable");
  repo.git("cherry-pick", "main");
  repo.git("commit", "--quiet", "--amend", "--author=Bob <bob@example.org>", "-m", "say it in quite other words");
  repo.git("switch", "--quiet", "main");
  expect(await run()).toMatchObject({ patches: 3, backports: 2 });
  expect(backports("1.0-stable").toSorted()).toEqual([
    "fix the first reader here: trailer",
    "fix the third reader here: patch-id",
  ]);
  repo.commit("fix the fourth reader here");
  expect(await run()).toMatchObject({ patches: 4, added: 1, backports: 2 });
});

describe("a forced push", () => {
  it("keeps patches that vanished, and takes them back when they return", async () => {
    project();
    await run();
    const head = repo.git("rev-parse", "main");
    repo.git("reset", "--quiet", "--hard", "HEAD~1");
    expect(await run()).toMatchObject({ patches: 2, added: 0 });
    expect(patches()).toContain("gone fix the third reader here");
    repo.git("reset", "--quiet", "--hard", head);
    const seq = store.changes.lastSeq();
    expect(await run()).toMatchObject({ patches: 3, added: 0 });
    expect(patches()).toEqual([
      "1 fix the first reader here",
      "2 fix the second reader here",
      "3 fix the third reader here",
    ]);
    expect(changes(seq)).toContain("returned");
  });

  it("lets decisions follow a rebased commit: same patch, new commit", async () => {
    project();
    await run();
    const before = rowOf("fix the third reader here");
    repo.git("reset", "--quiet", "--hard", "HEAD~2");
    repo.commit("an earlier one", { hour: 90 });
    repo.git("cherry-pick", "ORIG_HEAD");
    const seq = store.changes.lastSeq();
    expect(await run()).toMatchObject({ patches: 3, added: 1 });
    expect(rowOf("fix the third reader here")).toBe(before);
    expect(patches()).toContain("3 fix the third reader here");
    expect(changes(seq)).toEqual(["followed", "vanished", "patches added"]);
    expect(JSON.parse(store.changes.after(seriesId(), seq, 1)[0]!.detail!)).toMatchObject({
      from: expect.stringMatching(/^[0-9a-f]{40}$/) as string,
    });
  });

  it("lets decisions follow by the change when the message is new", async () => {
    project();
    await run();
    const before = rowOf("fix the third reader here");
    repo.git("commit", "--quiet", "--amend", "-m", "say it in other words");
    expect(await run()).toMatchObject({ patches: 3, added: 0 });
    expect(rowOf("say it in other words")).toBe(before);
  });

  it("still works when the old commits have been pruned", async () => {
    project();
    await run();
    repo.git("reset", "--quiet", "--hard", "HEAD~1");
    repo.commit("another third");
    repo.git("reflog", "expire", "--expire=now", "--all");
    repo.git("gc", "--quiet", "--prune=now");
    expect(await run()).toMatchObject({ patches: 3, added: 1 });
    expect(patches()).toContain("gone fix the third reader here");
  });
});

describe("what goes wrong is one sentence", () => {
  const trouble = () => store.series.all()[0]!.trouble;

  it("for an upstream that is gone, kept on the series until it is back", async () => {
    project();
    await run({ series: "mine" });
    repo.git("branch", "-m", "main", "trunk");
    await expect(run({ series: "mine" })).rejects.toThrow(/^there is no main in /);
    expect(trouble()).toMatch(/^there is no main in /);
    expect(patches()).toHaveLength(3);
    repo.git("branch", "-m", "trunk", "main");
    await run({ series: "mine" });
    expect(trouble()).toBeNull();
  });

  it("for a repository that is gone", async () => {
    project();
    await run();
    rmSync(repo.path, { recursive: true });
    await expect(run()).rejects.toThrow(/does not exist: name the folder of a git repository/);
    expect(trouble()).toMatch(/does not exist/);
    expect(patches()).toHaveLength(3);
  });

  it.each<[options: Partial<SyncOptions>, sentence: RegExp]>([
    [{ base: "v9.9" }, /^there is no v9\.9 in /],
    [{ upstream: "mian" }, /^there is no mian in .*: did you mean main\?$/],
    [{ targets: ["1.1-stable"] }, /^there is no 1\.1-stable in .*: did you mean 1\.0-stable\?$/],
    [{ upstream: "--all" }, /^"--all" is not a name that git accepts/],
  ])("for %j", async (options, sentence) => {
    project();
    await expect(run(options)).rejects.toThrow(sentence);
  });

  it("for a repository without a commit", async () => {
    await expect(run()).rejects.toThrow(/has no commit yet/);
    expect(store.series.all()).toEqual([]);
  });

  it("about a shallow clone, of which the part that is there is read", async () => {
    project();
    const clone = join(repo.folder, "clone");
    repo.git("clone", "--quiet", "--depth=2", "--no-single-branch", `file://${repo.path}`, clone);
    expect(await run({ repo: clone })).toMatchObject({ patches: expect.any(Number) as number });
    expect(said.join()).toContain("is a shallow clone");
  });
});

describe("a shallow clone", () => {
  /** The one with two commits of each branch that a cut leaves. */
  function cloned(): Scratch["git"] & { path: string } {
    const path = join(repo.folder, "clone");
    repo.git("clone", "--quiet", "--depth=2", "--no-single-branch", `file://${repo.path}`, path);
    return Object.assign((...args: string[]) => repo.git("-C", path, ...args), { path });
  }

  it("is read again from the start of the series when it holds more, though no branch moved", async () => {
    project();
    const clone = cloned();
    const options = { repo: clone.path, series: "mine", base: "root", targets: ["origin/1.0-stable"] };
    expect(await run(options)).toMatchObject({ patches: 2 });
    const seq = store.changes.lastSeq();
    expect(await run(options)).toMatchObject({ added: 0 });
    expect(store.changes.lastSeq()).toBe(seq);
    clone("fetch", "--quiet", "--deepen=1");
    expect(await run(options)).toMatchObject({ patches: 3, added: 1 });
    clone("fetch", "--quiet", "--unshallow");
    expect(await run(options)).toMatchObject({ patches: 4, added: 1, backports: 2 });
    expect(patches()).toEqual([
      "1 start",
      "2 fix the first reader here",
      "3 fix the second reader here",
      "4 fix the third reader here",
    ]);
    expect(await run(options)).toMatchObject({ added: 0 });
  });

  it("says that a new series stands beside the one that was read before the rest was there", async () => {
    project();
    const clone = cloned();
    expect(await run({ repo: clone.path })).toMatchObject({ series: "clone" });
    clone("fetch", "--quiet", "--unshallow");
    said.length = 0;
    expect(await run({ repo: clone.path })).toMatchObject({ series: "clone-1.1", patches: 3 });
    expect(said.slice(1)).toEqual([
      "clone was read when another part of the history was there, and keeps its decisions: sync --series clone goes on with it.",
    ]);
    expect(await run({ repo: clone.path, series: "clone" })).toMatchObject({ series: "clone", patches: 4 });
  });
});

it("goes on after being stopped half-way, without reading twice", async () => {
  project();
  const stop = new AbortController();
  const progress = () => stop.abort(new Error("stopped"));
  await expect(run({ signal: stop.signal, progress })).rejects.toThrow("stopped");
  expect(backports("1.0-stable")).toEqual([]);
  expect(await run()).toMatchObject({ patches: 3, backports: 1 });
  expect(patches()).toHaveLength(3);
});

it("matches again when it was stopped between reading and matching", async () => {
  project();
  await run();
  const fix = repo.commit("fix the fourth reader here");
  repo.git("switch", "--quiet", "1.0-stable");
  repo.git("cherry-pick", "-x", fix);
  repo.git("switch", "--quiet", "main");
  repo.git("branch", "later", "main");
  repo.git("reset", "--quiet", "--hard", "HEAD~1");
  await run({ series: "widget-1.1" });
  repo.git("reset", "--quiet", "--hard", "later");
  const stop = new AbortController();
  const progress = (label: string) => label === "matching backports" && stop.abort(new Error("stopped"));
  await expect(run({ signal: stop.signal, progress })).rejects.toThrow("stopped");
  expect(await run()).toMatchObject({ patches: 4, backports: 2 });
});

it("lets decisions follow a commit that comes back rewritten, two syncs later", async () => {
  project();
  await run();
  const before = rowOf("fix the third reader here");
  const third = repo.git("rev-parse", "HEAD");
  repo.git("reset", "--quiet", "--hard", "HEAD~1");
  await run();
  repo.commit("one more");
  await run();
  repo.git("cherry-pick", third);
  expect(await run()).toMatchObject({ patches: 4, added: 0 });
  expect(rowOf("fix the third reader here")).toBe(before);
});
