import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readCommits } from "./commits.ts";
import { readDiff, readFiles } from "./diff.ts";
import { plan } from "./guess.ts";
import { patchIds } from "./patch-ids.ts";
import { openRepository, readRefs, resolveCommit } from "./repository.ts";
import { scratch, type Scratch } from "./scratch.ts";

let repo: Scratch;
let canary: string;
let program: string;

beforeEach(() => {
  repo = scratch();
  canary = join(repo.folder, "canary");
  program = join(repo.folder, "program");
  writeFileSync(program, `#!/bin/sh\necho "$0 $*" >> ${canary}\ncat\n`);
  chmodSync(program, 0o755);
});
afterEach(() => repo.remove());

/** Every kind of git call that the product makes. */
async function everything(head: string) {
  const repository = await openRepository(repo.path);
  const refs = await readRefs(repository);
  await plan(repository, refs, {});
  for await (const batch of readCommits(repository, { from: head, without: [] })) void [...batch];
  const results = await Promise.allSettled([
    readFiles(repository, head),
    readDiff(repository, head),
    patchIds(repository, [head]),
  ]);
  return { repository, refs, results };
}

it("a repository's own settings, hooks and attributes run nothing", async () => {
  repo.commit("first", { files: { "a.txt": "a\n", ".gitattributes": "*.txt diff=evil filter=evil merge=evil\n" } });
  repo.commit("second", { files: { "a.txt": "b\n" } });
  const tree = repo.git("rev-parse", "HEAD^{tree}");
  const parent = repo.git("rev-parse", "HEAD");
  const who = "A <a@x> 1700000000 +0000";
  const signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n -----END PGP SIGNATURE-----";
  const head = repo.object(
    "commit",
    `tree ${tree}\nparent ${parent}\nauthor ${who}\ncommitter ${who}\n${signature}\n\nsigned\n`,
  );
  repo.git("update-ref", "refs/heads/main", head);
  const settings = [
    "gpg.program",
    "core.fsmonitor",
    "core.sshCommand",
    "core.pager",
    "core.editor",
    "core.askPass",
    "core.gitProxy",
    "core.alternateRefsCommand",
    "credential.helper",
    "diff.external",
    "diff.evil.command",
    "diff.evil.textconv",
    "filter.evil.clean",
    "filter.evil.smudge",
    "filter.evil.process",
    "merge.evil.driver",
    "uploadpack.packObjectsHook",
    "interactive.diffFilter",
    "pager.diff-tree",
    "pager.rev-list",
    "alias.rev-list",
    "alias.cat-file",
    "sequence.editor",
    "gc.recentObjectsHook",
  ];
  for (const name of settings) repo.git("config", name, name.startsWith("alias.") ? `!${program}` : program);
  repo.git("config", "core.hooksPath", repo.folder);
  repo.git("config", "log.showSignature", "true");
  repo.git("config", "diff.evil.cachetextconv", "true");
  for (const hook of [
    "post-checkout",
    "post-index-change",
    "reference-transaction",
    "fsmonitor-watchman",
    "pre-auto-gc",
  ]) {
    writeFileSync(join(repo.path, ".git", "hooks", hook), `#!/bin/sh\ntouch ${canary}\n`);
    chmodSync(join(repo.path, ".git", "hooks", hook), 0o755);
  }
  mkdirSync(join(repo.path, ".git", "info"), { recursive: true });
  writeFileSync(join(repo.path, ".git", "info", "attributes"), "* diff=evil\n");
  const { results } = await everything(head);
  expect(existsSync(canary)).toBe(false);
  expect(results.map((one) => one.status)).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
});

it("a missing file of a partial clone is fetched by nobody", async () => {
  const head = repo.commit("first", { files: { "a.txt": "a\n" } });
  repo.git("config", "core.repositoryFormatVersion", "1");
  repo.git("config", "extensions.partialClone", "origin");
  repo.git("config", "remote.origin.promisor", "true");
  repo.git("config", "remote.origin.url", `ext::${program}`);
  repo.git("config", "protocol.ext.allow", "always");
  const blob = repo.git("rev-parse", "HEAD:a.txt");
  rmSync(join(repo.path, ".git", "objects", blob.slice(0, 2), blob.slice(2)));
  const { results } = await everything(head);
  expect(existsSync(canary)).toBe(false);
  // The list of files needs no contents; the others say in one sentence that they are not there.
  expect(results[0]).toMatchObject({ status: "fulfilled", value: [{ path: "a.txt", status: "A", insertions: null }] });
  expect(results[1]).toMatchObject({
    status: "rejected",
    reason: { message: expect.stringMatching(/^git diff-tree failed: /) as string },
  });
});

it("replacements and grafts change neither the text nor the history", async () => {
  repo.commit("true first");
  const head = repo.commit("true second");
  const other = repo.object(
    "commit",
    `tree ${repo.git("rev-parse", "HEAD^{tree}")}\nauthor A <a> 1 +0000\ncommitter A <a> 1 +0000\n\nfalse\n`,
  );
  repo.git("replace", head, other);
  mkdirSync(join(repo.path, ".git", "info"), { recursive: true });
  writeFileSync(join(repo.path, ".git", "info", "grafts"), `${head}\n`);
  const subjects: string[] = [];
  const repository = await openRepository(repo.path);
  for await (const batch of readCommits(repository, { from: head, without: [] }))
    for (const one of batch) subjects.push(one.subject);
  expect(subjects).toEqual(["true second", "true first"]);
});

it("a branch or tag named like a short id is read as the branch; full ids are never shadowed", async () => {
  const first = repo.commit("first");
  const second = repo.commit("second");
  repo.git("branch", first.slice(0, 8), second);
  repo.git("update-ref", `refs/tags/${first}`, second);
  const { repository, refs } = await everything(second);
  expect(await resolveCommit(repository, first.slice(0, 8), refs)).toBe(second);
  expect(await resolveCommit(repository, first, refs)).toBe(first);
});

it("an unreadable git directory ends in one escaped sentence", async () => {
  repo.commit("first");
  writeFileSync(join(repo.path, ".git", "config"), "[core\n\x1b]0;title\x07");
  await expect(openRepository(repo.path)).rejects.toThrow(
    /^git rev-parse failed: bad config line 1 in file [^\x1b\n]*$/,
  );
});
