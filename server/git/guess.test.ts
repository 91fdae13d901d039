import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { introduction, plan, type Wishes } from "./guess.ts";
import { openRepository, readRefs } from "./repository.ts";
import { scratch, type Scratch } from "./scratch.ts";
import { isStableName, stableBranches } from "./stable.ts";

describe("stable branches", () => {
  it.each([
    "3.2-stable",
    "v254-stable",
    "stable-3.2",
    "stable/train",
    "release/1.2",
    "release-1.2",
    "v1.2",
    "1.2",
    "1.2.3",
    "1.2.x",
    "27.x",
    "V4_6_STABLE",
    "REL_16_STABLE",
    "REL9_6_STABLE",
    "widget-3.2",
    "linux-6.1.y",
    "staging/24.1",
    "staging-4.22",
    "7-1-stable",
    "OpenSSL_1_1_1-stable",
    "stable/4.2.x",
    "zfs-2.4-release",
    "releases/gcc-13",
    "rel/auth-5.1.x",
    "release/2.39/master",
    "release-branch.go1.22",
    "releng/14.0",
    "maint",
    "maint-0.4.8",
    "v10.0-maint",
    "main-8.0.x",
    "PHP-8.3",
    "ruby_3_3",
    "binutils-2_42-branch",
    "MOODLE_404_STABLE",
  ])("%s is one", (name) => expect(isStableName(name)).toBe(true));
  it.each([
    "main",
    "master",
    "next",
    "20250224-fix",
    "202604-debug-strict-2",
    "fix-crash-in-3.2-parser",
    "unstable",
    "dependabot/npm/thing-3.2",
    "feature/2.0-stable-x",
    "topic-1",
    "stable",
    "somebody-backport-20126-4-2-stable",
    "release-notes-3.2",
    "zfs-2.1.12-staging",
    "tlsv1.3-for-2.4.x",
    "24.11-staging",
    "maintenance-window",
  ])("%s is none", (name) => expect(isStableName(name)).toBe(false));

  const ref = (name: string) => ({
    ref: name,
    name: name.replace(/^refs\/(heads|remotes)\//, ""),
    sha: "",
    isHead: false,
    pointsAt: "",
  });

  it.each([
    ["where picks are tried out first", "stable-4.22 staging-4.22 staging-4.23", "staging-4.23 stable-4.22"],
    ["single releases of a branch", "2.0 2.0.3 2.0.3.1 1.9.1", "2.0 1.9.1"],
    ["single releases where branches have an x", "2.4.x 2.4.62 2.3.16", "2.4.x"],
    ["nothing where a number stands for the newest line", "5.x 5.4 5.3", "5.4 5.3 5.x"],
  ])("leave out %s", (_, names, left) => {
    const found = stableBranches(
      names.split(" ").map((name) => ref(`refs/heads/${name}`)),
      [],
    );
    expect(found.map((one) => one.branch).join(" ")).toBe(left);
  });

  it("are newest first, one per name, with remotes that carry the version", () => {
    const names = [
      "refs/remotes/origin/2.8-stable",
      "refs/heads/2.8-stable",
      "refs/remotes/origin/3.10-stable",
      "refs/remotes/widget-3.2/master",
      "refs/remotes/team/a/2.9-stable",
      "refs/heads/main",
    ];
    const found = stableBranches(names.map(ref), ["origin", "widget-3.2", "team/a"]);
    expect(found.map((one) => [one.branch, one.ref, one.version])).toEqual([
      ["3.10-stable", "refs/remotes/origin/3.10-stable", "3.10"],
      ["widget-3.2", "refs/remotes/widget-3.2/master", "3.2"],
      ["2.9-stable", "refs/remotes/team/a/2.9-stable", "2.9"],
      ["2.8-stable", "refs/heads/2.8-stable", "2.8"],
    ]);
  });
});

describe("a plan from a path alone", () => {
  let repo: Scratch;
  beforeEach(() => {
    repo = scratch("widget");
  });
  afterEach(() => repo.remove());

  const planned = async (wishes: Wishes = {}) => {
    const repository = await openRepository(repo.path);
    return plan(repository, await readRefs(repository), wishes);
  };

  it("starts at the newest tag that opens a cycle, and takes version and name from it", async () => {
    repo.commit("one");
    repo.git("tag", "v1.9-dev0");
    repo.commit("two");
    repo.git("tag", "v1.10-dev0");
    repo.git("tag", "v1.9.0");
    repo.commit("three");
    repo.git("tag", "v1.10-dev1");
    expect(await planned()).toMatchObject({
      name: "widget-1.10",
      upstream: "main",
      base: "v1.10-dev0",
      version: "1.10",
      targets: [{ branch: "1.9", version: "1.9" }],
    });
  });

  it("leaves out branches that got nothing for two years, but for the newest version's", async () => {
    repo.commit("one", { committed: 0 });
    repo.git("branch", "1.0-stable");
    repo.git("branch", "9.0-stable");
    repo.git("switch", "--quiet", "-c", "2.0-stable");
    repo.commit("fix", { committed: 24 });
    repo.git("switch", "--quiet", "main");
    repo.commit("two", { committed: 2 * 365 * 24 + 24 });
    const { targets, words } = await planned();
    expect(targets.map((one) => one.branch)).toEqual(["9.0-stable", "2.0-stable"]);
    expect(words.targets).toBe("2 branches named like stable ones; 1 old or ended left out");
  });

  it("lets the newest release of each version stand in where no branch is named like a stable one", async () => {
    for (const tag of ["v1.1.0", "v1.2.0", "v1.2.1", "v1.3.0-rc1", "v1.3.0", "v1.10.0", "v1.9.4", "v1.11-dev0"]) {
      repo.commit(tag);
      repo.git("tag", tag);
    }
    repo.commit("goes on");
    const { targets, words } = await planned();
    expect(targets.map(({ branch, ref }) => [branch, ref])).toEqual([
      ["1.10", "refs/tags/v1.10.0"],
      ["1.9", "refs/tags/v1.9.4"],
      ["1.3", "refs/tags/v1.3.0"],
      ["1.2", "refs/tags/v1.2.1"],
    ]);
    expect(words.targets).toMatch(/release tags stand in/);
  });

  it("starts at the newest release on the upstream, not at one of a stable branch", async () => {
    repo.commit("one");
    repo.git("tag", "v1.2.0");
    repo.git("switch", "--quiet", "-c", "1.2-stable");
    repo.commit("fix");
    repo.git("tag", "v1.2.9");
    repo.git("switch", "--quiet", "main");
    repo.commit("two");
    repo.git("tag", "v1.3-rc1");
    repo.commit("three");
    expect(await planned()).toMatchObject({
      base: "v1.2.0",
      version: "1.3",
      name: "widget-1.3",
      targets: [{ branch: "1.2-stable", version: "1.2" }],
    });
  });

  it("starts where the newest stable branch left when the upstream's own tags are older, and says how it knows", async () => {
    repo.commit("one");
    repo.git("tag", "v1.3.0");
    repo.commit("two");
    repo.git("tag", "v8.1.0-beta1");
    const left = repo.commit("three");
    repo.git("branch", "8-1-stable");
    repo.git("branch", "8-0-stable", "v1.3.0");
    repo.commit("four");
    const repository = await openRepository(repo.path);
    const refs = await readRefs(repository);
    const made = await plan(repository, refs, {});
    expect(made).toMatchObject({ base: left, version: null, name: "widget-since-8-1-stable" });
    expect(await introduction(repository, refs, made)).toBe(
      `widget-since-8-1-stable is a new series: upstream main (the branch of HEAD), base ${left.slice(0, 12)} ` +
        "(where 8-1-stable branched off), 2 branches named like stable ones.",
    );
  });

  it("starts at the newest release also where a stable branch left before it, and tells of that branch", async () => {
    const left = repo.commit("one");
    repo.git("branch", "1.30-stable");
    for (let i = 0; i < 9; i++) repo.commit(`more ${i}`);
    repo.git("tag", "release-1.31.3");
    repo.commit("two");
    repo.git("tag", "release-1.31.4");
    repo.commit("three");
    const repository = await openRepository(repo.path);
    const refs = await readRefs(repository);
    const near = await plan(repository, refs, { upstream: "release-1.31.4" });
    expect(near).toMatchObject({ base: "release-1.31.3" });
    expect(await introduction(repository, refs, near)).toMatch(/like a stable one\.$/);
    const made = await plan(repository, refs, {});
    expect(made).toMatchObject({ base: "release-1.31.4" });
    expect(await introduction(repository, refs, made)).toBe(
      "widget-release-1.31.4 is a new series: upstream main (the branch of HEAD), base release-1.31.4 (the newest release tag " +
        "on the upstream), 1 branch named like a stable one. 1.30-stable branched off 10 commits earlier: " +
        `--base ${left.slice(0, 12)} reviews these too.`,
    );
  });

  it("keeps to the newest release where an older version's branch left before it", async () => {
    repo.commit("one");
    repo.git("branch", "widget-9.0");
    repo.commit("two");
    repo.git("tag", "v2.0.0");
    repo.commit("three");
    expect(await planned()).toMatchObject({ base: "v2.0.0" });
  });

  it("starts where the newest stable branch left, and falls through a base that leaves nothing to review", async () => {
    const base = repo.commit("one");
    repo.git("branch", "1.2-stable");
    repo.commit("two");
    repo.git("tag", "v1.3-dev0");
    expect(await planned()).toMatchObject({
      base,
      baseSha: base,
      name: "widget-1.3",
      words: { base: "where 1.2-stable branched off" },
    });
  });

  it("starts with the first commit when nothing else is there", async () => {
    repo.commit("one");
    expect(await planned()).toMatchObject({ name: "widget", base: "root", baseSha: null, version: null });
  });

  it("does not take a stable branch that is checked out for the upstream", async () => {
    repo.commit("one");
    repo.git("switch", "--quiet", "-c", "1.2-stable");
    expect(await planned()).toMatchObject({ upstream: "main" });
  });

  it("knows the main branch of origin when HEAD is nowhere", async () => {
    repo.commit("one");
    const clone = `${repo.folder}/clone`;
    repo.git("clone", "--quiet", repo.path, clone);
    repo.git("-C", clone, "switch", "--quiet", "--detach");
    repo.git("-C", clone, "branch", "-D", "main");
    const repository = await openRepository(clone);
    expect(await plan(repository, await readRefs(repository), {})).toMatchObject({ upstream: "origin/main" });
  });

  it("reads the remote branch where the local one only lags behind", async () => {
    repo.commit("one");
    repo.git("branch", "1.2-stable");
    repo.git("switch", "--quiet", "1.2-stable");
    const fix = repo.commit("fix");
    const clone = `${repo.folder}/clone`;
    repo.git("clone", "--quiet", "--branch=main", repo.path, clone);
    repo.git("-C", clone, "branch", "--quiet", "1.2-stable", "main");
    const repository = await openRepository(clone);
    const { targets } = await plan(repository, await readRefs(repository), {});
    expect(targets).toMatchObject([{ branch: "1.2-stable", ref: "refs/remotes/origin/1.2-stable", sha: fix }]);
  });

  it("gives way to what was asked for", async () => {
    const base = repo.commit("one");
    repo.git("branch", "odd-name");
    repo.commit("two");
    const made = await planned({ series: "mine", upstream: "main", base: base.slice(0, 9), targets: ["odd-name"] });
    expect(made).toMatchObject({
      name: "mine",
      baseSha: base,
      targets: [{ branch: "odd-name", ref: "refs/heads/odd-name" }],
    });
    expect(made.words).toEqual({ upstream: "as asked", base: "as asked", targets: "odd-name (as asked)" });
  });

  it("says in one sentence that nothing has been committed", async () => {
    await expect(planned()).rejects.toThrow(/has no commit yet: commit something/);
  });

  it("says in one sentence that the main branch has to be named", async () => {
    repo.commit("one");
    repo.git("switch", "--quiet", "--detach");
    repo.git("branch", "-m", "main", "odd");
    await expect(planned()).rejects.toThrow(/no main branch found .*: name the development branch with --upstream/);
  });
});
