import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCommits } from "./commits.ts";
import { parseCommit } from "./object.ts";
import { openRepository, type Repository } from "./repository.ts";
import { scratch, type Scratch } from "./scratch.ts";

let repo: Scratch;
let repository: Repository;
let parent: string;
let tree: string;

beforeAll(async () => {
  repo = scratch();
  parent = repo.commit("first");
  tree = repo.git("rev-parse", `${parent}^{tree}`);
  repository = await openRepository(repo.path);
});
afterAll(() => repo.remove());

/** Writes a commit with those bytes as its message and reads it back the way sync does. */
async function readBack(message: Buffer | string, headers = "", who = "Ada <ada@example.org> 1700000000 +0100") {
  const head = `tree ${tree}\nparent ${parent}\nauthor ${who}\ncommitter ${who}\n${headers}\n`;
  const sha = repo.object("commit", Buffer.concat([Buffer.from(head), Buffer.from(message)]));
  for await (const batch of readCommits(repository, { from: sha, without: [parent] })) {
    for (const commit of batch) return { ...commit, message: Buffer.from(commit.message) };
  }
  throw new Error("nothing was read");
}

describe("a commit", () => {
  it.each<[name: string, message: Buffer | string]>([
    ["no message", ""],
    ["no newline at its end", "subject"],
    ["a NUL in it", "subject\n\nbefore\0after\n"],
    ["invalid UTF-8", Buffer.from([0x61, 0xff, 0xfe, 0x0a])],
    ["blanks around", "\n\n  subject  \n\n\n  body \n\n\n"],
    ["10 MB", `subject\n\n${"x".repeat(10 << 20)}\n`],
  ])("keeps its bytes exactly with %s", async (_, message) => {
    expect((await readBack(message)).message.equals(Buffer.from(message))).toBe(true);
  });

  it("shows what hides after a NUL", async () => {
    expect(await readBack("fix\0 not\n")).toMatchObject({ subject: "fix\\x00 not", isSuspicious: true });
  });

  it("is suspicious for the author's name alone", async () => {
    const who = "A\u202eda <ada@example.org> 1700000000 +0000";
    expect(await readBack("fix\n", "", who)).toMatchObject({ author: "A\\u202eda", isSuspicious: true });
  });

  it("is read in the encoding of its header", async () => {
    const read = await readBack(Buffer.from("na\xefve\n", "latin1"), "encoding ISO-8859-1\n");
    expect(read).toMatchObject({ subject: "naïve", encoding: "ISO-8859-1", isSuspicious: false });
  });

  it("is not confused by a signature with empty lines", async () => {
    const signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n -----END PGP SIGNATURE-----\n";
    expect(await readBack("signed\n\nbody\n", signature)).toMatchObject({
      subject: "signed",
      author: "Ada",
      parents: parent,
    });
  });

  it.each<[who: string, at: number]>([
    ["Ada <a@x> 0 +0000", 0],
    ["Ada <a@x> 4102444800 +0000", 4_102_444_800_000],
    ["Ada <a@x> -86400 +0000", -86_400_000],
    ["Ada <a@x> 99999999999999999999 +0000", 0],
    ["Ada <a@x> yesterday", 0],
    ["Ada <a@x>", 0],
    ["Ada", 0],
    ["", 0],
    ["A<d>a <a@x> 5 +0000", 5_000],
  ])("survives the author line %j", async (who, at) => {
    const commit = parseCommit("0".repeat(40), Buffer.from(`tree ${tree}\nauthor ${who}\ncommitter ${who}\n\nfix\n`));
    expect(commit).toMatchObject({ authoredAt: at, committedAt: at, subject: "fix" });
  });

  it.each(["", "tree", "parent x", "tree x\nparent y", "\n\n", "tree x\nauthor", "garbage\0\xff"])(
    "is never refused: %j",
    (bytes) => {
      expect(parseCommit("0".repeat(40), Buffer.from(bytes))).toMatchObject({ author: "", authoredAt: 0 });
    },
  );
});

it("reads a range in pieces of any size, with what a piece cuts in two", async () => {
  let from = parent;
  const wanted = new Set<string>();
  for (let i = 0; i < 400; i++) {
    const who = `Ada <ada@example.org> ${1_700_000_000 + i} +0000`;
    const text = `tree ${tree}\nparent ${from}\nauthor ${who}\ncommitter ${who}\n\nfix ${i}\n\n${"word ".repeat((i * 37) % 3000)}\n`;
    from = repo.object("commit", text);
    wanted.add(from);
  }
  const seen: string[] = [];
  for await (const batch of readCommits(repository, { from, without: [parent] }))
    for (const { sha } of batch) seen.push(sha);
  expect(seen).toHaveLength(400);
  expect(new Set(seen)).toEqual(wanted);
}, 60_000);

it("says which commit is missing", async () => {
  const gone = "1".repeat(40);
  const read = async () => {
    for await (const batch of readCommits(repository, { from: parent, without: [], isWanted: () => true }))
      void [...batch];
  };
  repo.git(
    "update-ref",
    "refs/heads/broken",
    repo.object("commit", `tree ${tree}\nparent ${gone}\nauthor A <a> 1 +0000\ncommitter A <a> 1 +0000\n\nx\n`),
  );
  await expect(read()).resolves.toBeUndefined();
  const from = repo.git("rev-parse", "broken");
  const broken = async () => {
    for await (const batch of readCommits(repository, { from, without: [] })) void [...batch];
  };
  await expect(broken()).rejects.toThrow(/git rev-list failed: .*1{40}/);
  repo.git("update-ref", "-d", "refs/heads/broken");
});

it("stops when it is told to", async () => {
  const stop = new AbortController();
  stop.abort(new Error("enough"));
  await expect(readCommits(repository, { from: parent, without: [] }, stop.signal).next()).rejects.toThrow("enough");
});
