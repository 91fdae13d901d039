import type { Act, Entry, Log } from "./log.ts";

const isAct = (entry: Entry): entry is Act => entry.kind !== "noted";

/** The log with one entry more. What its person undid before cannot be done again: that would be another order of things. */
export function added(log: Log, entry: Entry): Log {
  const entries = log.entries.map((old) =>
    isAct(entry) && old.who === entry.who && old.undoneBy !== undefined ? { ...old, undoneBy: undefined } : old,
  );
  return { ...log, entries: [...entries, entry] };
}

/** The log with this person's last act undone, and that act; null when there is none. */
export function undoLast(log: Log): { log: Log; act: Act } | null {
  const act = log.entries.findLast((one): one is Act => isAct(one) && !one.isUndone && one.who === log.who);
  return act ? { log: stepped(log, act, true), act } : null;
}

/** The log with what this person undid last done again; null when there is nothing, or they did something else since. */
export function redoLast(log: Log): { log: Log; act: Act } | null {
  const undone = log.entries.filter(
    (one): one is Act => isAct(one) && one.who === log.who && one.isUndone === true && one.undoneBy !== undefined,
  );
  const act = undone.toSorted((a, b) => (b.undoneBy ?? 0) - (a.undoneBy ?? 0))[0];
  return act ? { log: stepped(log, act, false), act } : null;
}

function stepped(log: Log, act: Act, isUndone: boolean): Log {
  // An older file counted no steps: those that it made are counted on from.
  const steps = (log.steps ?? log.entries.filter((entry) => entry.isUndone).length) + 1;
  const changed = { ...act, isUndone, undoneBy: isUndone ? steps : undefined };
  return { ...log, steps, entries: log.entries.map((entry) => (entry === act ? changed : entry)) };
}
