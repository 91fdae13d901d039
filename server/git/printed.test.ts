import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCommits } from "./commits.ts";
import { parseCommit } from "./object.ts";
import { type Printed, readPrinted } from "./printed.ts";
import { openRepository, type Repository } from "./repository.ts";
import { scratch, type Scratch } from "./scratch.ts";

const who = "Ada <ada@example.org> 1700000000 +0100";
const latin1 = (text: string) => Buffer.from(text, "latin1");
const signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n -----END PGP SIGNATURE-----\n";

/** What stands between the parents and the message, and the message; `by` for an author of its own. */
interface Case {
  name: string;
  by?: string;
  headers?: string;
  message: string | Buffer;
  parents?: number;
}

const usual: Case[] = [
  { name: "one line", message: "subject\n" },
  { name: "no message", message: "" },
  { name: "no newline at its end", message: "subject" },
  { name: "blanks around", message: "\n\n  subject  \n\n\n  body \n\n\n" },
  { name: "UTF-8", message: "füße \u{1f600}\n" },
  { name: "bytes that are no UTF-8", message: latin1("f\xfc\xdfe\n") },
  { name: "the header of an encoding that was not needed", headers: "encoding latin1\n", message: "subject\n" },
  { name: "no parent", message: "first\n", parents: 0 },
  { name: "two parents", message: "merge\n", parents: 2 },
  { name: "twelve parents and an encoding", headers: "encoding latin1\n", message: "merge\n", parents: 12 },
  { name: "3 MB", message: `subject\n\n${"x".repeat(3 << 20)}\n` },
  { name: "a far time zone", message: "subject\n", by: "Ada <ada@example.org> 0 -1130" },
];

const unusual: Case[] = [
  { name: "a signature", headers: signature, message: "subject\n" },
  { name: "a NUL", message: "fix\0 not\n" },
  { name: "another encoding", headers: "encoding latin1\n", message: latin1("f\xfc\xdfe\n") },
  { name: "an encoding that makes NULs", headers: "encoding UTF-16\n", message: "s\0u\0b\n" },
  { name: "an encoding that makes newlines", headers: "encoding UTF-7\n", message: "a+AAo-b\n" },
  { name: "an encoding that nobody knows", headers: "encoding \x01 \n", message: latin1("\xfc\n") },
  { name: "an author without a mail", by: "Ada", message: "subject\n" },
  { name: "an author with brackets", by: "A<d>a <<a@x>> 5 +0000", message: "subject\n" },
  { name: "an author with a NUL", by: "A\0da <a@x> 5 +0000", message: "subject\n" },
  { name: "an odd date", by: "Ada <a@x> 99999999999999999999 +0000", message: "subject\n" },
  { name: "an odd time zone", by: "Ada <a@x> 5 +12345678", message: "subject\n" },
  { name: "blanks in its author line", by: "  Ada   <a@x>   5   +0000 ", message: "subject\n" },
  { name: "a header twice", headers: "encoding latin1\nencoding latin1\n", message: "subject\n" },
  { name: "a header of its own", headers: "HG:rename one:two\n", message: "subject\n" },
];

describe.each(["sha1", "sha256"] as const)("in a repository of %s", (objectFormat) => {
  let repo: Scratch;
  let repository: Repository;
  let parents: string[];
  let tree: string;

  beforeAll(async () => {
    repo = scratch("project", objectFormat);
    parents = Array.from({ length: 12 }, (_, i) => repo.commit(`parent ${i}`));
    tree = repo.git("rev-parse", "HEAD^{tree}");
    repository = await openRepository(repo.path);
  });
  afterAll(() => repo.remove());

  function write({ by = who, headers = "", message, parents: count = 1 }: Case): string {
    const lines = parents.slice(12 - count).map((sha) => `parent ${sha}\n`);
    const head = `tree ${tree}\n${lines.join("")}author ${by}\ncommitter ${who}\n${headers}\n`;
    return repo.object("commit", Buffer.concat([latin1(head), Buffer.from(message)]));
  }

  const object = (sha: string) =>
    execFileSync("git", ["-C", repo.path, "cat-file", "commit", sha], { maxBuffer: 16 << 20 });

  async function printedOf(from: string) {
    const printed: Printed = { ids: [], unproven: [] };
    const range = { from, without: parents };
    for await (const batch of readPrinted(repository, range, 10, printed)) for (const one of batch) void one;
    return printed;
  }

  async function read(from: string) {
    for await (const batch of readCommits(repository, { from, without: parents }))
      for (const one of batch) return { ...one, message: Buffer.from(one.message) };
    throw new Error("nothing was read");
  }

  it.each(usual)("a commit with $name is proven by what rev-list prints", async (one) => {
    const sha = write(one);
    expect(await printedOf(sha)).toEqual({ ids: [sha], unproven: [] });
    expect(await read(sha)).toEqual(parseCommit(sha, object(sha)));
  });

  it.each(unusual)("a commit with $name is read exactly, whatever rev-list prints", async (one) => {
    const sha = write(one);
    expect((await printedOf(sha)).ids).toEqual([sha]);
    expect(await read(sha)).toEqual(parseCommit(sha, object(sha)));
  });
});

it("a range that is longer than one reading is read to its end, and no commit twice", async () => {
  const repo = scratch();
  for (let i = 0; i < 9; i++) repo.commit(`commit ${i}`);
  const [tree, parent] = [repo.git("rev-parse", "HEAD^{tree}"), repo.git("rev-parse", "HEAD")];
  const head = repo.object("commit", `tree ${tree}\nparent ${parent}\nauthor ${who}\ncommitter ${who}\n\na\0b\n`);
  const repository = await openRepository(repo.path);
  const seen: string[] = [];
  for await (const batch of readCommits(repository, { from: head, without: [] }, undefined, 4))
    for (const { sha } of batch) seen.push(sha);
  expect(seen.toSorted()).toEqual(repo.git("rev-list", head).split("\n").toSorted());
  repo.remove();
});
