/** Something that somebody did in this file: a verdict on patches and targets, or a note. Ids are commit ids and branches. */
export type Entry = Decided | Noted;

export interface Decided {
  kind: "decided";
  id: string;
  at: string;
  who: string;
  /** As GraphQL has it; null withdraws. */
  verdict: string | null;
  on: readonly Place[];
  isUndone?: boolean;
}

export interface Noted {
  kind: "noted";
  id: string;
  at: string;
  who: string;
  patch: string;
  text: string;
  isUndone?: boolean;
}

export interface Place {
  patch: string;
  target: string;
  /** The board's revision when the file was made. */
  expected: number;
}

/** What the browser keeps for one file. */
export interface Log {
  who: string | null;
  entries: readonly Entry[];
}

export const emptyLog: Log = { who: null, entries: [] };

/** Grows with everything that is done, undoing included. */
export const seqOf = ({ entries }: Log): number => entries.length + entries.filter((entry) => entry.isUndone).length;

/** The commit ids of an entry's patches. */
export const patchesOf = (entry: Entry): readonly string[] =>
  entry.kind === "noted" ? [entry.patch] : [...new Set(entry.on.map((place) => place.patch))];

/** The patches of the entries by which two logs differ. */
export function changedPatches(before: readonly Entry[], after: readonly Entry[]): string[] {
  const stateOf = (entry: Entry) => `${entry.id} ${entry.isUndone ?? false}`;
  const known = new Set(before.map(stateOf));
  return [...new Set(after.filter((entry) => !known.has(stateOf(entry))).flatMap(patchesOf))];
}

/** The newest word on each patch and target, under "patch target"; what was undone is not among them. */
export function lastWords(entries: readonly Entry[]): Map<string, { entry: Decided; place: Place }> {
  const words = new Map<string, { entry: Decided; place: Place }>();
  for (const entry of entries) {
    if (entry.kind !== "decided" || entry.isUndone) continue;
    for (const place of entry.on) words.set(wordKey(place.patch, place.target), { entry, place });
  }
  return words;
}

export const wordKey = (patch: string, target: string) => `${patch} ${target}`;

/** The log with this person's last decision undone, and that decision; null when there is none. */
export function undoLast(log: Log): { log: Log; undone: Decided } | null {
  const undone = log.entries.findLast(
    (entry): entry is Decided => entry.kind === "decided" && !entry.isUndone && entry.who === log.who,
  );
  if (!undone) return null;
  const entries = log.entries.map((entry) => (entry === undone ? { ...entry, isUndone: true } : entry));
  return { log: { ...log, entries }, undone };
}

/** The decisions file: what `patchboard import` and a drop on the board take in. Verdicts are in small letters. */
export interface DecisionsFile {
  patchboard: "decisions";
  version: 1;
  series: string;
  epoch: string;
  savedAt: string;
  decisions: {
    id: string;
    patch: string;
    target: string;
    verdict: string | null;
    who: string;
    at: string;
    expected: number;
  }[];
  notes: { id: string; patch: string; who: string; at: string; text: string }[];
}

/** Puts a log into the form of a decisions file. */
export function decisionsFile(log: Log, series: string, epoch: string, savedAt: string): DecisionsFile {
  const decisions = [...lastWords(log.entries).values()].map(({ entry, place }) => ({
    id: `${entry.id} ${place.patch.slice(0, 12)} ${place.target}`.slice(0, 80),
    patch: place.patch,
    target: place.target,
    verdict: entry.verdict?.toLowerCase() ?? null,
    who: entry.who,
    at: entry.at,
    expected: place.expected,
  }));
  const notes = log.entries.flatMap((entry) =>
    entry.kind === "noted" && !entry.isUndone
      ? [{ id: entry.id, patch: entry.patch, who: entry.who, at: entry.at, text: entry.text }]
      : [],
  );
  return { patchboard: "decisions", version: 1, series, epoch, savedAt, decisions, notes };
}
