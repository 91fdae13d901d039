import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forgeOf } from "./forge.ts";
import { findRef, mergeBases, openRepository, readRefs, readRemotes, resolveCommit } from "./repository.ts";
import { scratch, type Scratch } from "./scratch.ts";

let repo: Scratch;
let first: string;
let second: string;

beforeAll(() => {
  repo = scratch("widget.git");
  first = repo.commit("first");
  repo.git("branch", "2.8-stable");
  second = repo.commit("second", { files: { "src/a.c": "a\n" } });
  repo.git("tag", "-a", "-m", "one", "v1.0");
});
afterAll(() => repo.remove());

describe("opening", () => {
  it("finds a work tree, a folder in it, its git directory and a linked work tree", async () => {
    repo.git("worktree", "add", "--quiet", join(repo.folder, "linked"), "2.8-stable");
    symlinkSync(repo.path, join(repo.folder, "link"));
    for (const path of [repo.path, join(repo.path, "src"), join(repo.path, ".git"), join(repo.folder, "link")]) {
      expect(await openRepository(path)).toMatchObject({ path: repo.path, name: "widget", isShallow: false });
    }
    const linked = await openRepository(join(repo.folder, "linked"));
    expect(linked).toMatchObject({ path: join(repo.folder, "linked"), name: "linked" });
    expect((await readRefs(linked)).map((ref) => ref.name)).toContain("2.8-stable");
  });

  it("finds a bare repository, and says when a clone is shallow", async () => {
    const [bare, shallow] = [join(repo.folder, "bare.git"), join(repo.folder, "shallow")];
    repo.git("clone", "--quiet", "--bare", repo.path, bare);
    repo.git("clone", "--quiet", "--depth=1", `file://${repo.path}`, shallow);
    expect(await openRepository(bare)).toMatchObject({ path: bare, name: "bare", isShallow: false });
    expect(await openRepository(shallow)).toMatchObject({ isShallow: true });
  });

  it("does not open a bare repository that hides inside a folder above", async () => {
    const hidden = join(repo.folder, "hidden");
    repo.git("init", "--quiet", "--bare", hidden);
    mkdirSync(join(hidden, "inside"));
    await expect(openRepository(join(hidden, "inside"))).rejects.toThrow(
      /is not a git repository: name a folder that holds one/,
    );
  });

  it.each([
    ["/no/such/place", /\/no\/such\/place does not exist: name the folder of a git repository\./],
    ["/", /is not a git repository: name a folder/],
    [import.meta.filename, /is a file: name the folder/],
  ])("says in one sentence what is wrong with %s", async (path, sentence) => {
    await expect(openRepository(path)).rejects.toThrow(sentence);
  });

  it("escapes a name that plays with the terminal", async () => {
    await expect(openRepository("/no\x1b[2J")).rejects.toThrow("/no\\x1b[2J does not exist");
  });

  it.runIf(process.getuid?.() === 0)(
    "says so when the repository belongs to another user, and does not read it",
    async () => {
      const other = scratch();
      other.commit("theirs");
      // Git looks at the owner of the folder and of its git directory.
      const { chownSync } = await import("node:fs");
      for (const path of [other.path, join(other.path, ".git")]) chownSync(path, 12_345, 12_345);
      await expect(openRepository(other.path)).rejects.toThrow(/belongs to another user, so git does not read it/);
      other.remove();
    },
  );
});

describe("names", () => {
  it("become full ids: branches, tags, remote branches and ids", async () => {
    const repository = await openRepository(repo.path);
    const refs = await readRefs(repository);
    expect(refs.find((ref) => ref.isHead)?.name).toBe("main");
    for (const name of ["main", "v1.0", "refs/heads/main", second, second.slice(0, 10)]) {
      expect(await resolveCommit(repository, name, refs)).toBe(second);
    }
    expect(await mergeBases(repository, first, second)).toEqual([first]);
  });

  it("prefer the branch to a tag of the same name", async () => {
    repo.git("tag", "2.8-stable", second);
    const refs = await readRefs(await openRepository(repo.path));
    expect(findRef(refs, "2.8-stable")?.sha).toBe(first);
    repo.git("tag", "-d", "2.8-stable");
  });

  it("that do not exist are named, with what is near", async () => {
    const repository = await openRepository(repo.path);
    const refs = await readRefs(repository);
    await expect(resolveCommit(repository, "2.9-stable", refs)).rejects.toThrow(
      /there is no 2\.9-stable in .*: did you mean 2\.8-stable\?/,
    );
    await expect(resolveCommit(repository, "something-else", refs)).rejects.toThrow(
      /name a branch, a tag or a commit id that is there/,
    );
  });

  it.each(["-x", "--upload-pack=touch", "a b", "a\nb", "", "x".repeat(256)])(
    "refuse %j before git sees it",
    async (name) => {
      await expect(resolveCommit(await openRepository(repo.path), name, [])).rejects.toThrow(
        /is not a name that git accepts/,
      );
    },
  );
});

describe("remotes", () => {
  it("come with their URLs, origin first", async () => {
    repo.git("remote", "add", "fork", "https://github.com/someone/widget.git");
    repo.git("remote", "add", "origin", "git@gitlab.com:group/widget.git");
    expect([...(await readRemotes(await openRepository(repo.path)))]).toEqual([
      ["origin", "git@gitlab.com:group/widget.git"],
      ["fork", "https://github.com/someone/widget.git"],
    ]);
  });

  it.each([
    ["https://github.com/some/thing.git", "https://github.com/some/thing/commit/{id}"],
    ["git@github.com:some/thing.git", "https://github.com/some/thing/commit/{id}"],
    ["ssh://git@gitlab.com:2222/group/sub/thing.git", "https://gitlab.com/group/sub/thing/-/commit/{id}"],
    ["https://user:secret@gitlab.example.org/g/thing", "https://gitlab.example.org/g/thing/-/commit/{id}"],
    ["https://codeberg.org/some/thing", "https://codeberg.org/some/thing/commit/{id}"],
    ["https://gitea.example.org/some/thing.git", "https://gitea.example.org/some/thing/commit/{id}"],
    ["https://git.kernel.org/pub/scm/thing.git", "https://git.kernel.org/pub/scm/thing.git/commit/?id={id}"],
    ["https://git.example.org/git/thing.git/", "https://git.example.org/?p=thing.git;a=commit;h={id}"],
    ["git://git.example.org/thing.git", "https://git.example.org/?p=thing.git;a=commit;h={id}"],
  ])("%s has links", (url, commit) => expect(forgeOf(url)?.commit).toBe(commit));

  it.each([
    "/srv/git/thing.git",
    "../thing",
    "file:///srv/thing.git",
    "ext::sh -c touch% /tmp/x",
    "javascript:alert(1)//github.com/a",
    "https://github.com/a b/c",
    "https://example.org/thing.git",
  ])("%s has none", (url) => expect(forgeOf(url)).toBeNull());
});

it("reads refs with names as odd as git allows", async () => {
  writeFileSync(join(repo.path, ".git", "packed-refs"), `${first} refs/heads/\u202eevil\n`);
  expect((await readRefs(await openRepository(repo.path))).map((ref) => ref.name)).toContain("\u202eevil");
});
