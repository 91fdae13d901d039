import { setTimeout as sleep } from "node:timers/promises";
import { abortable } from "./changes.ts";

/** An open page of a board: whose it is, null while nobody said, and the patch that it is on, null for none yet. */
export interface Present {
  page: string;
  who: string | null;
  patch: string | null;
}

/** Who has a board open. `more` counts those that are not named. */
export interface PresenceNow {
  people: Present[];
  more: number;
}

interface Room {
  pages: Map<string, Present>;
  /** Grows with every change: a follower knows by it what it has told. */
  version: number;
  waiting: Set<() => void>;
}

const named = 50;
const minIntervalMs = 1_000;
/** Each page is told of each: the interval grows with their number, so that a board with 1,000 pages costs what 50 cost. */
const intervalMsPerPage = 20;

export type Presence = ReturnType<typeof makePresence>;

/** Who has which board open. Kept in memory alone: a page is there as long as its subscription, and no longer. */
export function makePresence(intervalMs = minIntervalMs) {
  const rooms = new Map<number, Room>();

  function roomOf(series: number): Room {
    let room = rooms.get(series);
    if (!room) rooms.set(series, (room = { pages: new Map(), version: 0, waiting: new Set() }));
    return room;
  }

  function changed(room: Room) {
    room.version++;
    for (const wake of room.waiting) wake();
    room.waiting.clear();
  }

  /** The page itself comes first, so that it is never among those that are only counted. */
  function now(room: Room, page: string): PresenceNow {
    const all = [...room.pages.values()];
    const own = all.findIndex((one) => one.page === page);
    if (own > 0) all.unshift(...all.splice(own, 1));
    return { people: all.slice(0, named).map((one) => ({ ...one })), more: Math.max(0, all.length - named) };
  }

  const next = (room: Room, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      const done = () => {
        room.waiting.delete(done);
        signal.removeEventListener("abort", done);
        resolve();
      };
      if (signal.aborted) return resolve();
      room.waiting.add(done);
      signal.addEventListener("abort", done, { once: true });
    });

  return {
    /** Tells who is there, now and whenever that changes; as long as it is followed, the page is there itself. */
    follow(series: number, page: string, who: string | null): AsyncIterableIterator<PresenceNow> {
      return abortable(async function* (signal) {
        const room = roomOf(series);
        // After a broken connection the new one may be here before the old one is found dead.
        const entry: Present = { page, who, patch: room.pages.get(page)?.patch ?? null };
        room.pages.set(page, entry);
        changed(room);
        try {
          for (let told = -1; !signal.aborted;) {
            if (told === room.version) {
              await next(room, signal);
              continue;
            }
            told = room.version;
            yield now(room, page);
            const pause = Math.max(intervalMs, room.pages.size * intervalMsPerPage);
            await sleep(pause, undefined, { signal }).catch(() => {});
          }
        } finally {
          if (room.pages.get(page) === entry) {
            room.pages.delete(page);
            changed(room);
          }
          if (!room.pages.size) rooms.delete(series);
        }
      });
    },

    /** Says on which patch a page is, and whose it is by now; of a page that nobody follows nothing is kept. */
    move(series: number, page: string, who: string | null, patch: string | null): void {
      const room = rooms.get(series);
      const entry = room?.pages.get(page);
      if (!room || !entry || (entry.who === who && entry.patch === patch)) return;
      entry.who = who;
      entry.patch = patch;
      changed(room);
    },
  };
}
