// The least that a cold sync can do with git, Node and SQLite: has commits printed, cuts them apart, keeps id and message in the
// table and with the durability of the board. Nothing is parsed, proven or ordered, and no patch is made. A process of its own,
// because `bench/sync.ts` compares processes. Usage: node bench/sync-floor.ts REPOSITORY DATABASE
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fstatSync, openSync, readSync, rmSync } from "node:fs";
import { setImmediate as immediately, setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "../server/store/open.ts";

const [repo = "", file = ""] = process.argv.slice(2);
const pieceBytes = 2 << 20;
const enoughBytes = 1 << 20;
const idBytes = 40;

const spool = openSync(`${file}-spool`, "wx+");
rmSync(`${file}-spool`);
const format = "--format=%x00%an <%ae> %at %cn %ct%n%B%x00";
const git = spawn("git", ["--git-dir", repo, "rev-list", "--parents", format, "HEAD"], {
  stdio: ["ignore", spool, "inherit"],
});
let isOver = false;
const over = once(git, "exit").then(() => (isOver = true));

const db = openDatabase(file);
db.pragma("wal_autocheckpoint = 0");
const insert = db.prepare(
  `INSERT INTO git_commit (sha, parents, author, author_mail, authored_at, committer, committed_at, subject, message, encoding,
     is_suspicious) VALUES (?, ?, 'author', 'author@example.org', 0, 'committer', 0, 'subject', ?, NULL, 0)`,
);
/** Keeps the whole commits of a piece; gives where the last of them ends. Each: `commit IDS`, newline, NUL, the rest, NUL, newline. */
const keep = db.transaction((bytes: Buffer): number => {
  for (let at = 0; ;) {
    const start = bytes.indexOf(0, at) + 1;
    const end = start ? bytes.indexOf(0, start) : -1;
    if (end < 0 || end + 1 >= bytes.length) return at;
    const ids = at + "commit ".length;
    const parents = bytes.toString("latin1", Math.min(ids + idBytes + 1, start - 2), start - 2);
    insert.run(bytes.toString("latin1", ids, ids + idBytes), parents, bytes.subarray(start, end));
    at = end + 2;
  }
}).immediate;

const buffer = Buffer.allocUnsafe(pieceBytes);
for (let at = 0; ;) {
  const isWhole = isOver;
  if (!isWhole && fstatSync(spool).size - at < enoughBytes) {
    await Promise.race([over, sleep(4)]);
    continue;
  }
  const read = readSync(spool, buffer, 0, pieceBytes, at);
  if (read === 0) break;
  at += keep(buffer.subarray(0, read));
  await immediately();
}
db.close();
