import Database from "better-sqlite3";
import type { EngineName } from "../domain.ts";
import { asMistake } from "./open.ts";

export interface Lease {
  /** Tells others more about the holder, such as the address it serves. */
  describe(holder: string): void;
  release(): void;
}

/** Engines run side by side, each once. */
export type Task = "serve" | "sync" | `classify-${EngineName}`;

/** Kept from being collected: a lease ends when it is released or with the process, not when its taker forgets it. */
const held = new Set<Database.Database>();

/**
 * Makes this process the only one that does `task` on the database `file`; gives the holder's description instead when
 * another process does it. Held by an open SQLite transaction on a small file of its own, so that it ends with the process,
 * however that dies, and needs no guess about process ids.
 */
export function takeLease(file: string, task: Task): Lease | string {
  const path = `${file}-${task}-lease`;
  try {
    const db = new Database(path, { timeout: 0 });
    // Whatever is in it ends with its holder: a power cut may take it.
    db.pragma("synchronous = OFF");
    try {
      db.exec("CREATE TABLE IF NOT EXISTS holder (id INTEGER PRIMARY KEY CHECK (id = 1), text TEXT NOT NULL) STRICT");
      db.exec("BEGIN IMMEDIATE");
    } catch (error) {
      const text = isBusy(error) ? holderOf(db) : undefined;
      db.close();
      if (text === undefined) throw error;
      return text;
    }
    // The description is committed and the lock taken again: another process may slip in between, and then holds it.
    const describe = (holder: string) => {
      db.prepare("INSERT INTO holder VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET text = excluded.text").run(holder);
      db.exec("COMMIT");
      db.exec("BEGIN IMMEDIATE");
    };
    describe(`process ${process.pid}`);
    held.add(db);
    const release = () => {
      held.delete(db);
      db.close();
    };
    return { describe, release };
  } catch (error) {
    if (isBusy(error)) return "another process";
    throw asMistake(error, path);
  }
}

/**
 * Takes a lease for as long as somebody here needs it: several runs of one process share it, others are kept out. Give back what
 * the result gives, exactly once.
 */
export function sharedLease(file: string, task: Task): () => Pick<Lease, "release"> | string {
  let lease: Lease | null = null;
  let sharers = 0;
  return () => {
    if (!lease) {
      const taken = takeLease(file, task);
      if (typeof taken === "string") return taken;
      lease = taken;
    }
    sharers++;
    return {
      release() {
        if (--sharers) return;
        lease?.release();
        lease = null;
      },
    };
  };
}

function holderOf(db: Database.Database): string {
  try {
    return db.prepare<[], { text: string }>("SELECT text FROM holder").get()?.text ?? "another process";
  } catch {
    // The holder is just writing its name.
    return "another process";
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY");
}
