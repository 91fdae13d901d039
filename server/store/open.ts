import { chmodSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { randomUUID } from "node:crypto";
import Database from "better-sqlite3";
import { UserMistake } from "../domain.ts";

export type Db = Database.Database;

/**
 * What has been done to the tables so far, each a file beside this one and never edited once it landed: a database's
 * `user_version` counts those that it has had. An older file gets the rest when it is opened, a newer one is refused.
 */
const steps = [
  "schema.sql",
  "002-models.sql",
  "003-queue.sql",
  "004-search.sql",
  "005-views.sql",
  "006-waits.sql",
  "007-asked-anew.sql",
] as const;
const schemaVersion = steps.length;
const busyTimeoutMs = 2_000;
const pageBytes = 16_384;

/**
 * Opens or creates the database. Every open sets `synchronous=FULL` and reads it back, because better-sqlite3 re-opens a
 * WAL database with NORMAL, which loses acknowledged decisions at a power cut. Throws UserMistake for a file that is no
 * database of ours.
 */
export function openDatabase(file: string): Db {
  let db: Db;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const isNew = !existsSync(file);
    db = new Database(file, { timeout: busyTimeoutMs });
    if (isNew) chmodSync(file, 0o600);
    prepare(db, file);
  } catch (error) {
    throw asMistake(error, file);
  }
  return db;
}

function prepare(db: Db, file: string) {
  // Only a file that is still empty takes it: the log has one frame a page, and most of what is written is commits.
  db.pragma(`page_size = ${pageBytes}`);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.pragma("foreign_keys = ON");
  db.pragma("trusted_schema = OFF");
  db.pragma("cell_size_check = ON");
  db.pragma("mmap_size = 0");
  if (db.pragma("synchronous", { simple: true }) !== 2)
    throw new UserMistake(`${file}: SQLite refused synchronous=FULL.`);
  const version = db.pragma("user_version", { simple: true }) as number;
  if (version > schemaVersion) {
    throw new UserMistake(
      `${file} was written by a newer patchboard (schema ${version}, this one knows ${schemaVersion}): update patchboard or name another file with --db.`,
    );
  }
  if (version < schemaVersion) upgrade(db, file);
}

/** All steps that are missing, or none: another process may have been faster, and a crash leaves the file as it was. */
function upgrade(db: Db, file: string) {
  db.transaction(() => {
    const version = db.pragma("user_version", { simple: true }) as number;
    if (version === 0 && db.prepare("SELECT 1 FROM sqlite_schema LIMIT 1").get()) {
      throw new UserMistake(`${file} is a SQLite database of another program: name another file with --db.`);
    }
    for (const step of steps.slice(version)) db.exec(readFileSync(new URL(step, import.meta.url), "utf8"));
    if (version === 0) db.prepare("INSERT INTO meta VALUES ('epoch', ?)").run(randomUUID());
    db.pragma(`user_version = ${schemaVersion}`);
  }).immediate();
}

/** Turns SQLite's own words for a bad file, a full disk or a busy database into one sentence; leaves other errors alone. */
export function asMistake(error: unknown, file: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "SQLITE_NOTADB")
    return new UserMistake(`${file} is not a patchboard database: name another file with --db.`);
  if (code.startsWith("SQLITE_CORRUPT"))
    return new UserMistake(`${file} is damaged: restore a backup, or name another file with --db.`);
  if (
    code.startsWith("SQLITE_CANTOPEN") ||
    code === "EACCES" ||
    code === "EPERM" ||
    code === "EROFS" ||
    code === "ENOENT" ||
    code === "ENOTDIR" ||
    code === "EEXIST"
  ) {
    return new UserMistake(
      `${file} cannot be opened: check the folder and its permissions, or name another file with --db.`,
    );
  }
  if (code.startsWith("SQLITE_READONLY"))
    return new UserMistake(`${file} is read-only: make it writable, or name another file with --db.`);
  if (code.startsWith("SQLITE_FULL") || code === "ENOSPC" || code === "EDQUOT")
    return new UserMistake(`no space left for ${file}: free some and try again; what was written before is kept.`);
  if (code.startsWith("SQLITE_BUSY"))
    return new UserMistake(`${file} is locked by another process: try again in a moment.`);
  return error;
}
