import { mkdtempSync, renameSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeDemoRepository } from "../scripts/demo-history.ts";
import { parseQuery } from "../search/query.ts";
import { classify } from "./classify.ts";
import { deepen } from "./deepen.ts";
import { rulesEngine } from "./engine/rules.ts";
import { scratch } from "./git/scratch.ts";
import { foundPatches } from "./ledger/search.ts";
import { openStore, type Store } from "./store/store.ts";
import { sync } from "./sync.ts";

const folder = mkdtempSync(join(tmpdir(), "patchboard-deepen-"));

/** Subjects of the patches that a search finds on a series' first target. */
function subjects(store: Store, text: string): string[] {
  const series = store.series.all()[0]!;
  const target = store.series.targets(series.id)[0] ?? null;
  const ids = foundPatches(
    parseQuery(text),
    {
      find: (terms) => store.search.find(series.id, target?.id ?? null, terms),
      isStored: store.search.isStored,
      needs: () => store.search.needs(series.id),
      opinions: (ids, on) => store.opinions(series.id, ids, on),
      patches: store.board.patches,
    },
    target,
  );
  return store.board.patches(ids).map((one) => one.subject);
}

describe("the search index of a history", () => {
  let store: Store;
  beforeAll(async () => {
    const repo = join(folder, "lantern");
    await makeDemoRepository(repo);
    store = openStore(join(folder, "board.db"));
    await sync({ store, repo });
    await classify(store, rulesEngine(), store.series.all()[0]!, new AbortController().signal);
    await deepen({ store });
  });
  afterAll(() => store.close());
  const find = (text: string) => subjects(store, text);

  it("knows every commit, and has nothing to do a second time", async () => {
    expect([store.search.unreadCount("text"), store.search.unreadCount("paths")]).toEqual([0, 0]);
    await deepen({ store });
    expect(find("")).toHaveLength(144);
  });

  it.each<[string, string[]]>([
    ['"mixed certificates"', []],
    ["h2 padding", ["BUG/MINOR: h2: count the padding of DATA frames"]],
    ['"a resolver that fails"', ["BUG/MEDIUM: dns: keep the last good answer on SERVFAIL"]],
    ["servfa tag:BUG/MEDIUM", ["BUG/MEDIUM: dns: keep the last good answer on SERVFAIL"]],
    ["servfail tag:MINOR/x", []],
    ["servfail -dns", []],
    ["-servfail cname area:dns", ["BUG/MINOR: dns: accept a CNAME behind the address"]],
  ])("finds by words: %s", (text, expected) => expect(find(text)).toEqual(expected));

  it("finds by author, area, path, state and verdict, and takes all of them together", () => {
    const all = find("");
    expect(find("area:h2").every((one) => one.includes("h2"))).toBe(true);
    expect(find("path:src/h2").length).toBeGreaterThan(3);
    expect(find("path:src/h2 -area:h2").length).toBeLessThan(find("path:src/h2").length);
    expect(find("is:backported").length + find("-is:backported").length).toBe(all.length);
    const verdicts = ["no", "uncertain", "wait", "yes"].map((one) => find(`verdict:${one}`).length);
    expect(verdicts.reduce((sum, n) => sum + n)).toBe(all.length);
    expect(verdicts.filter((n) => n > 0).length).toBeGreaterThan(1);
    expect(find("is:instructed verdict:wait").length).toBeGreaterThan(0);
    const authors = new Set(
      store.board.patches(store.search.find(1, 1, parseQuery("author:ada").terms)).map((p) => p.author),
    );
    expect([...authors].every((one) => /\bada/i.test(one))).toBe(true);
    expect(authors.size).toBeGreaterThan(0);
  });

  it("finds by the beginning of an id, with and without its operator", () => {
    const [patch] = store.board.patches(store.search.find(1, 1, parseQuery("servfail").terms));
    expect(find(`id:${patch!.sha.slice(0, 6)}`)).toEqual([patch!.subject]);
    expect(find(patch!.sha.slice(0, 9).toUpperCase())).toEqual([patch!.subject]);
  });

  it("finds what needs a patch, named by id, by subject or as the one before", () => {
    const needing = store.search.needs(1);
    expect(needing.length).toBeGreaterThan(0);
    const { number, text } = needing.find((one) => one.text === "previous")!;
    expect(text).toBe("previous");
    const [before, itself] = [number - 1, number].map((n) => store.board.patches([store.board.byNumber(1, n)!])[0]!);
    expect(find(`needs:${before!.sha.slice(0, 10)}`)).toContain(itself!.subject);
    expect(find(`needs:"${before!.subject}"`)).toContain(itself!.subject);
    expect(find(`needs:${itself!.sha.slice(0, 10)}`)).not.toContain(itself!.subject);
  });

  it("finds a note at once, as it was edited, and no longer by its old words", () => {
    const [id] = store.search.find(1, 1, parseQuery("servfail").terms);
    const { subject } = store.board.patches([id!])[0]!;
    store.notes.add("n1", "Ada", id!, "ask about windmills");
    expect(find("windmill")).toEqual([subject]);
    expect(find("has:note")).toEqual([subject]);
    const note = store.notes.ofPatch(id!)[0]!;
    store.notes.edit("n2", "Ben", note.id, "asked about watermills", 1);
    expect(find("windmill")).toEqual([]);
    expect(find("watermills dns")).toEqual([subject]);
  });

  it("takes whatever is typed for a word and never for a command", () => {
    for (const text of ["NEAR(a b)", "a OR b", "{subject}: x", "col:x*", "') DROP TABLE note --", "\u0000x", "*", "^x"])
      expect(() => find(text)).not.toThrow();
    expect(find("servfail OR padding")).toEqual([]);
  });
});

describe("a history that goes on", () => {
  const there = scratch();
  const store = openStore(join(there.folder, "board.db"));
  afterAll(() => {
    store.close();
    there.remove();
  });
  const read = async () => {
    const said: string[] = [];
    await sync({ store, repo: there.path, series: "s", base: "root" });
    await deepen({ store, say: (sentence) => said.push(sentence) });
    return said;
  };
  const find = (text: string) => subjects(store, text);

  it("is indexed on from where the index stopped", async () => {
    there.commit("first: one", { files: { "src/one.c": "1" } });
    await read();
    expect(find("path:src/one")).toEqual(["first: one"]);
    there.commit("second: two", { body: "says something rare", files: { "doc/läs mig.txt": "2" } });
    await read();
    expect(find("rare")).toEqual(["second: two"]);
    expect(find("path:läs")).toEqual(["second: two"]);
    expect(find("path:lis")).toEqual([]);
    expect(find("first")).toEqual(["first: one"]);
  });

  it("is indexed as it is shown: in the encoding of each message, and merges with what they brought", async () => {
    const parent = there.git("rev-parse", "HEAD");
    const tree = there.git("rev-parse", "HEAD^{tree}");
    const who = "A Uthor <a@example.org> 1704967200 +0000";
    const head = `tree ${tree}\nparent ${parent}\nauthor ${who}\ncommitter ${who}\nencoding ISO-8859-1\n\n`;
    const object = Buffer.concat([Buffer.from(head), Buffer.from("third: Stra\xdfe\n\nin L\xfcneburg\n", "latin1")]);
    there.git("reset", "-q", "--hard", there.object("commit", object));
    there.git("checkout", "-q", "-b", "side");
    there.commit("fourth: aside", { files: { "side/four.c": "4" } });
    there.git("checkout", "-q", "main");
    there.commit("fifth: meanwhile");
    there.git(
      "-c",
      "user.name=M",
      "-c",
      "user.email=m@example.org",
      "merge",
      "-q",
      "--no-ff",
      "-m",
      "merge it",
      "side",
    );
    await read();
    expect(find("straße lüneb")).toEqual(["third: Straße"]);
    expect(find("luneburg")).toEqual(["third: Straße"]);
    expect(find("path:side/four").toSorted()).toEqual(["fourth: aside", "merge it"]);
  });

  it("says when the repository is away, keeps what it knows, and catches up later", async () => {
    there.commit("sixth: away", { files: { "far/six.c": "6" } });
    await sync({ store, repo: there.path, series: "s", base: "root" });
    renameSync(there.path, `${there.path}-away`);
    const said: string[] = [];
    await deepen({ store, say: (sentence) => said.push(sentence) });
    expect(said).toEqual([
      expect.stringMatching(/^waits of s do not hear of new tags: .* does not exist/),
      expect.stringMatching(/^changed paths are not searched yet: .* does not exist/),
    ]);
    expect(find("away")).toEqual(["sixth: away"]);
    expect(find("path:far")).toEqual([]);
    expect(store.search.unreadCount("paths")).toBe(1);
    renameSync(`${there.path}-away`, there.path);
    await read();
    expect(find("path:far")).toEqual(["sixth: away"]);
  });

  it("stops when it is told to, between two batches", async () => {
    const stop = AbortSignal.abort();
    there.commit("seventh: late");
    await sync({ store, repo: there.path, series: "s", base: "root" });
    await expect(deepen({ store, signal: stop })).rejects.toThrow(/abort/i);
    expect(store.search.unreadCount("text")).toBe(1);
  });
});
