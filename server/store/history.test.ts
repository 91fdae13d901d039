import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { changesPart } from "./changes.ts";
import type { CommitRow } from "./commits.ts";
import { historyPart } from "./history.ts";
import { type Db, openDatabase } from "./open.ts";

let folder: string;
let db: Db;
let changes: ReturnType<typeof changesPart>;
let history: ReturnType<typeof historyPart>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "patchboard-test-"));
  db = openDatabase(join(folder, "board.db"));
  changes = changesPart(db);
  history = historyPart(db, changes);
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const plan = {
  name: "widget",
  repository: "/srv/widget",
  upstream: "main",
  base: "root",
  version: null,
  forge: null,
  guessed: {},
};
const stable = (...branches: string[]) =>
  branches.map((branch) => ({ branch, ref: `refs/heads/${branch}`, version: null }));
const told = (series: number, after = 0) => changes.after(series, after, 100).map((row) => row.what);
const states = () => db.prepare("SELECT branch, state, position FROM target ORDER BY position").all();

function commit(digit: string, message = Buffer.from("fix\n")): CommitRow {
  const at = { authoredAt: 1, committedAt: 1 };
  return {
    sha: digit.repeat(40),
    parents: "",
    author: "Ada",
    authorMail: "a@x",
    committer: "Ada",
    ...at,
    subject: "fix",
    message,
    encoding: null,
    isSuspicious: false,
  };
}

function kept(...commits: CommitRow[]): number[] {
  const ids: number[] = [];
  history.keepCommits(commits, (_, id) => ids.push(id));
  return ids;
}

describe("plans", () => {
  it("are told once, and again only when they change", () => {
    const { series } = history.keepPlan(plan, stable("2-stable"));
    history.keepPlan(plan, stable("2-stable"));
    expect(told(series)).toEqual(["series added", "targets"]);
    history.keepPlan({ ...plan, base: "v1" }, stable("2-stable"));
    expect(told(series).slice(2)).toEqual(["series changed"]);
  });

  it("mark branches that are gone, keep what people set, and take branches back", () => {
    const { series } = history.keepPlan(plan, stable("2-stable", "1-stable"));
    db.exec("UPDATE target SET state = 'critical' WHERE branch = '2-stable'");
    expect(history.keepPlan(plan, stable("3-stable", "2-stable"))).toEqual({ series, gone: ["1-stable"] });
    expect(history.keepPlan(plan, stable("3-stable", "2-stable")).gone).toEqual([]);
    expect(states()).toContainEqual({ branch: "2-stable", state: "critical", position: 1 });
    history.keepPlan(plan, stable("1-stable"));
    expect(states()).toContainEqual({ branch: "1-stable", state: "active", position: 0 });
  });

  it("find a name that another repository does not have", () => {
    history.keepPlan(plan, []);
    expect(history.freeName("widget", "/srv/widget")).toBe("widget");
    expect(history.freeName("widget", "/home/me/widget")).toBe("widget-2");
  });

  it("remember what a good sync saw, until the next bad one", () => {
    const { series } = history.keepPlan(plan, []);
    history.endSync(series, "seen");
    expect(history.seriesThatSaw("seen", plan.repository)).toBe(series);
    expect(history.seriesThatSaw("seen", "/elsewhere")).toBeNull();
    history.failSync(plan.repository, null, "it is gone.");
    expect(history.seriesThatSaw("seen", plan.repository)).toBeNull();
    expect(history.isComplete(series)).toBe(false);
    history.endSync(series, "seen");
    expect(told(series).slice(1)).toEqual(["trouble", "trouble"]);
  });
});

describe("commits", () => {
  it("keep their bytes exactly", () => {
    const bytes = Buffer.from([0, 255, 254, 10, 0]);
    kept(commit("a", bytes));
    expect((db.prepare("SELECT message FROM git_commit").get() as { message: Buffer }).message.equals(bytes)).toBe(
      true,
    );
  });

  it("leave the connection as durable as it was, also after a failure", () => {
    kept(commit("a"));
    expect(() => kept(commit("a"))).toThrow(/UNIQUE/);
    expect([db.pragma("synchronous", { simple: true }), db.pragma("wal_autocheckpoint", { simple: true })]).toEqual([
      2, 1000,
    ]);
  });
});

describe("readings", () => {
  it("add, number, vanish, return and follow, and tell of each", () => {
    const { series } = history.keepPlan(plan, []);
    const [a, b, c] = kept(commit("a"), commit("b"), commit("c")) as [number, number, number];
    const reading = { headSha: "", baseSha: null, after: 0, followed: [] };
    const rows = () =>
      history.patches(series).map((one) => `${one.sha[0]}${one.number}${one.vanishedAt ? " gone" : ""}`);
    expect(history.keepReading(series, { ...reading, commits: [a, b] })).toBe(2);
    expect(rows()).toEqual(["a1", "b2"]);
    expect(history.keepReading(series, { ...reading, commits: [a] })).toBe(0);
    expect(rows()).toEqual(["a1", "b2 gone"]);
    expect(history.keepReading(series, { ...reading, after: 1, commits: [b] })).toBe(0);
    expect(rows()).toEqual(["a1", "b2"]);
    const patch = history.patches(series)[1]!.id;
    expect(
      history.keepReading(series, {
        ...reading,
        commits: [c, a],
        followed: [{ patch, commitId: c, from: "b", to: "c" }],
      }),
    ).toBe(0);
    expect(rows()).toEqual(["c1", "a2"]);
    expect(history.patches(series)[0]!.id).toBe(patch);
    expect(told(series).slice(1)).toEqual(["patches added", "vanished", "returned", "followed", "patches renumbered"]);
  });
});

describe("backports", () => {
  it("are one change at first, later one per patch that differs; those of vanished patches stay", () => {
    const { series } = history.keepPlan(plan, stable("2-stable"));
    const ids = kept(commit("a"), commit("b"));
    history.keepReading(series, { headSha: "", baseSha: null, after: 0, commits: ids, followed: [] });
    const [one, two] = history.patches(series).map((row) => row.id) as [number, number];
    const target = 1;
    const found = (patch: number, sha = "x") => ({
      patch,
      target,
      sha,
      evidence: "trailer" as const,
      detail: "why",
      at: 1,
    });
    history.keepBackports(series, target, "head", true, [found(one), found(two)]);
    history.keepBackports(series, target, "head", false, [found(one), found(two, "y")]);
    expect(history.backportCount(series)).toBe(2);
    expect(told(series).slice(-2)).toEqual(["target read", "backport"]);
    history.keepReading(series, { headSha: "", baseSha: null, after: 0, commits: [ids[0]!], followed: [] });
    history.keepBackports(series, target, "head", false, []);
    expect(db.prepare("SELECT patch FROM backport").all()).toEqual([{ patch: two }]);
    expect(history.backportCount(series)).toBe(0);
  });

  it("keep the patch-ids of stable commits that are read again", () => {
    history.keepPlan(plan, stable("2-stable"));
    const row = {
      sha: "a".repeat(40),
      author: "Ada",
      authoredAt: 1,
      committedAt: 1,
      subject: "fix",
      claims: ["1234567"],
      reverts: null,
      patchId: null,
    };
    history.keepStableCommits(1, [row], true);
    history.keepPatchIds(new Map([[row.sha, "same"]]));
    history.keepStableCommits(1, [row], true);
    expect(history.stableCommits(1)).toEqual([{ ...row, patchId: "same" }]);
  });
});
