import type { Db } from "./open.ts";

export interface ChangeRow {
  seq: number;
  at: number;
  who: string;
  series: number;
  patch: number | null;
  what: string;
  detail: string | null;
}

export type Changes = ReturnType<typeof changesPart>;

/** The append-only log: every write of the store adds its trace here, in the writer's own transaction. */
export function changesPart(db: Db) {
  const add = db.prepare<[number, string, number, number | null, string, string | null]>(
    "INSERT INTO change (at, who, series, patch, what, detail) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const after = db.prepare<[number, number, number], ChangeRow>(
    "SELECT * FROM change WHERE series = ? AND seq > ? ORDER BY seq LIMIT ?",
  );
  const ofPatch = db.prepare<[number], ChangeRow>("SELECT * FROM change WHERE patch = ? ORDER BY seq");
  const last = db.prepare<[], { seq: number }>("SELECT coalesce(max(seq), 0) AS seq FROM change");
  const waiters = new Set<() => void>();
  let dataVersion = db.pragma("data_version", { simple: true });
  const wake = () => {
    for (const waiter of waiters) waiter();
    waiters.clear();
  };
  return {
    /** Call inside the transaction of the write it tells of. `patch` null: the series itself changed. */
    append(who: string, series: number, patch: number | null, what: string, detail?: unknown) {
      add.run(Date.now(), who, series, patch, what, detail === undefined ? null : JSON.stringify(detail));
      // Transactions are synchronous: who waits runs on after this one has been committed.
      wake();
    },
    /** At most `limit` changes of a series after `seq`, oldest first. */
    after: (series: number, seq: number, limit: number) => after.all(series, seq, limit),
    ofPatch: (patch: number) => ofPatch.all(patch),
    lastSeq: () => last.get()!.seq,
    /** Resolves at the next write of this process, or of another one as soon as `listen` hears of it, or when aborted. */
    next: (signal: AbortSignal) =>
      new Promise<void>((resolve) => {
        const done = () => {
          waiters.delete(done);
          signal.removeEventListener("abort", done);
          resolve();
        };
        if (signal.aborted) return resolve();
        waiters.add(done);
        signal.addEventListener("abort", done, { once: true });
      }),
    /** For what boards show and no row tells: the state of work in this process. */
    wake,
    /** Call now and then: wakes who waits when another process has written, and tells whether one has. */
    listen(): boolean {
      const version = db.pragma("data_version", { simple: true });
      const isOther = version !== dataVersion;
      if (isOther) wake();
      dataVersion = version;
      return isOther;
    },
  };
}
