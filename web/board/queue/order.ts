import { isUndecided, type Row } from "../filter.ts";

/** What an order goes by. */
type Ranked = Pick<
  Row,
  | "id"
  | "number"
  | "verdicts"
  | "deciders"
  | "agreed"
  | "evidence"
  | "isDisputed"
  | "isMerge"
  | "isInstructed"
  | "isVanished"
  | "waits"
> & {
  readonly engine: string | null | undefined;
};

/** An order of rows: by number, or as a queue. */
export interface Order {
  /** Grows along the list; the same for a row as long as the order lasts. */
  position: (row: Ranked) => number;
  /** Rows that are in the order of their numbers, in this order. */
  sorted: <R extends Ranked>(rows: readonly R[]) => readonly R[];
  /** The name of the section that a position is in; null where there are none. */
  sectionAt: (position: number) => string | null;
}

/** The patches as they came upstream. */
export const byNumber: Order = { position: (row) => row.number, sorted: (rows) => rows, sectionAt: () => null };

/** The queue's sections: what needs a person most is on top. */
export const sections = ["Disputed", "Ripe", "To decide", "To wait for"] as const;

/** Room for the numbers of one section; whole chunks of rows fit in. */
const stride = 10_000_000;

/**
 * A queue for one target. A row keeps the section that it had when it was first seen: what others decide and engines answer
 * meanwhile never moves rows under somebody's cursor. Only a row that nothing has read yet still moves, once; and one that
 * comes back, because it was undone or its wait is over, comes where it belongs now.
 */
export function makeQueue(target: number): Order {
  const known = new Map<string, number>();
  const done = new Set<string>();
  const sectionOf = (row: Ranked): number => {
    const isLeft = isUndecided(row, target);
    const isBack = isLeft && done.delete(row.id);
    if (!isLeft) done.add(row.id);
    const found = known.get(row.id);
    if (found !== undefined && !isBack) return found;
    const section = sectionNow(row, target);
    if (row.engine != null || !isLeft) known.set(row.id, section);
    return section;
  };
  return {
    position: (row) => sectionOf(row) * stride + row.number,
    sorted(rows) {
      const parts = sections.map((): (typeof rows)[number][] => []);
      for (const row of rows) parts[sectionOf(row)]?.push(row);
      return parts.flat();
    },
    sectionAt: (position) => sections[Math.floor(position / stride)] ?? null,
  };
}

/** Where engines disagree a person is needed first, then where a wait is over; what is to wait anyway comes last. */
function sectionNow(row: Ranked, target: number): number {
  if (row.isDisputed) return 0;
  if (row.waits[target]?.isDue) return 1;
  return row.verdicts[target] === "WAIT" ? 3 : 2;
}
