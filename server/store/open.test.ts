import { chmodSync, mkdirSync, mkdtempSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { parseQuery } from "../../search/query.ts";
import { openDatabase } from "./open.ts";
import { openStore } from "./store.ts";

const folder = mkdtempSync(join(tmpdir(), "patchboard-open-"));
const at = (name: string) => join(folder, name);

describe("opening the database", () => {
  it("is durable at the first open and at every other one", () => {
    for (let i = 0; i < 3; i++) {
      const db = openDatabase(at("durable.db"));
      expect(db.pragma("journal_mode", { simple: true })).toBe("wal");
      // 2 is FULL; better-sqlite3 re-opens a WAL database with 1, NORMAL, unless it is told each time.
      expect(db.pragma("synchronous", { simple: true })).toBe(2);
      expect(db.pragma("foreign_keys", { simple: true })).toBe(1);
      db.close();
    }
  });

  it("makes a file that only its owner reads", () => {
    openDatabase(at("own.db")).close();
    expect(statSync(at("own.db")).mode & 0o777).toBe(0o600);
  });

  it("keeps the epoch of a file, and gives every file its own", () => {
    const epoch = (name: string) => {
      const store = openStore(at(name));
      store.close();
      return store.epoch;
    };
    expect(epoch("one.db")).toBe(epoch("one.db"));
    expect(epoch("one.db")).not.toBe(epoch("two.db"));
  });

  it("brings an older file up to date, and what was done before can be undone", () => {
    const old = new Database(at("old.db"));
    old.exec(readFileSync(new URL("schema.sql", import.meta.url), "utf8"));
    old.exec(`
      INSERT INTO meta VALUES ('epoch', 'before');
      INSERT INTO series (id, name, repository, upstream, base) VALUES (1, 's', '/', 'm', 'b');
      INSERT INTO target (id, series, branch, ref, position) VALUES (1, 1, '2', 'refs/heads/2', 0);
      INSERT INTO git_commit (id, sha, parents, author, author_mail, authored_at, committer, committed_at, subject,
        message, is_suspicious) VALUES (1, 'a', '', 'Ada', '', 0, 'Ada', 0, 'fix', x'', 0);
      INSERT INTO patch (id, series, commit_id, number) VALUES (1, 1, 1, 1);
      INSERT INTO override VALUES (1, 1, 'yes', 'Ada', 0, NULL, 1);
      INSERT INTO action (id, who, at, series) VALUES (1, 'Ada', 0, 1);
      INSERT INTO decision (action, patch, target, after, revision) VALUES (1, 1, 1, 'yes', 1);
      PRAGMA user_version = 1`);
    old.close();
    const store = openStore(at("old.db"));
    expect(store.epoch).toBe("before");
    expect(store.board.patches([1])[0]!.seen).toEqual([]);
    expect(store.undo("u", "Ada", 1)).toMatchObject({ undone: "yes on one patch", conflicts: [] });
    expect(store.decisions.override(1, 1)!.verdict).toBeNull();
    store.close();
  });

  it.each<[string, (path: string) => void, RegExp]>([
    [
      "text",
      (path) => writeFileSync(path, "no database at all, but long enough to be read as one ".repeat(20)),
      /is not a patchboard database: name another file/,
    ],
    ["a folder", (path) => mkdirSync(path), /cannot be opened: check the folder/],
    [
      "another program's database",
      (path) => void new Database(path).exec("CREATE TABLE notes (text)").close(),
      /is a SQLite database of another program/,
    ],
    [
      "a newer schema",
      (path) => void new Database(path).exec("PRAGMA user_version = 99").close(),
      /written by a newer patchboard \(schema 99/,
    ],
    [
      "a damaged file",
      (path) => {
        openDatabase(path).close();
        truncateSync(path, statSync(path).size - 30_000);
      },
      /is damaged: restore a backup/,
    ],
  ])("refuses %s with one sentence", (name, make, expected) => {
    const path = at(`${name.replaceAll(/\W/g, "")}.bad`);
    make(path);
    expect(() => openStore(path)).toThrow(expected);
  });

  it("refuses a folder that cannot be made with one sentence", () => {
    writeFileSync(at("file"), "");
    expect(() => openStore(at("file/board.db"))).toThrow(/board\.db cannot be opened: check the folder/);
  });

  it.skipIf(process.getuid?.() === 0)("refuses a folder that may not be written (not as root, who may)", () => {
    mkdirSync(at("closed"));
    chmodSync(at("closed"), 0o500);
    expect(() => openDatabase(at("closed/board.db"))).toThrow(/cannot be opened/);
  });
});

describe("the change log", () => {
  it("cannot be edited or shortened", () => {
    const db = openDatabase(at("log.db"));
    db.exec("INSERT INTO series (id, name, repository, upstream, base) VALUES (1, 's', '/', 'm', 'b')");
    db.exec("INSERT INTO change (at, who, series, what) VALUES (1, 'Ada', 1, 'decided')");
    expect(() => db.exec("UPDATE change SET who = 'Ben'")).toThrow(/append-only/);
    expect(() => db.exec("DELETE FROM change")).toThrow(/append-only/);
    db.close();
  });
});

describe("a database from before there was search", () => {
  it("gets its notes into the index, and has its commits to do", () => {
    const path = at("older.db");
    const old = new Database(path);
    old.exec(readFileSync(new URL("schema.sql", import.meta.url), "utf8"));
    old.exec(`INSERT INTO meta VALUES ('epoch', 'e'); PRAGMA user_version = 1;
      INSERT INTO series (id, name, repository, upstream, base) VALUES (1, 's', '/', 'm', 'b');
      INSERT INTO git_commit VALUES (1, 'abc', '', 'Ada', '', 0, 'Ada', 0, 'one', x'6f6e65', NULL, 0, NULL);
      INSERT INTO patch VALUES (1, 1, 1, 1, NULL);
      INSERT INTO note (patch, who, at, text) VALUES (1, 'Ada', 0, 'about windmills');`);
    old.close();
    const store = openStore(path);
    expect(store.search.find(1, null, parseQuery("windmill").terms)).toEqual([1]);
    expect(store.search.unreadCount("text")).toBe(1);
    store.close();
  });
});
