import type { WaitInput } from "../__generated__/useOverrideVerdictMutation.graphql.ts";

/**
 * Something that somebody did in this file: a verdict on patches and targets, an agreement with what is shown there, or a
 * note. Ids are commit ids and branches.
 */
export type Entry = Decided | Agreed | Noted;

/** What can be undone. */
export type Act = Decided | Agreed;

interface Done {
  id: string;
  at: string;
  who: string;
  isUndone?: boolean;
  /** Which step of the log undid it; none when it cannot be done again, because this person did something else since. */
  undoneBy?: number;
}

export interface Decided extends Done {
  kind: "decided";
  /** As GraphQL has it; null withdraws. */
  verdict: string | null;
  on: readonly Place[];
}

export interface Agreed extends Done {
  kind: "agreed";
  on: readonly Seen[];
}

export interface Noted extends Done {
  kind: "noted";
  patch: string;
  text: string;
}

export interface Place {
  patch: string;
  target: string;
  /** The board's revision when the file was made. */
  expected: number;
  /** What a wait waits for, as GraphQL has it; not there where that was not said. */
  condition?: WaitInput | null;
}

/** A patch on a target with the verdict that somebody agreed with, as GraphQL has it. */
export interface Seen {
  patch: string;
  target: string;
  verdict: string;
}

/** What the browser keeps for one file. */
export interface Log {
  who: string | null;
  entries: readonly Entry[];
  /** How often something was undone or done again; not there in logs of an older file. */
  steps?: number;
}

export const emptyLog: Log = { who: null, entries: [] };

/** Grows with everything that is done, undoing and doing again included. */
export const seqOf = ({ entries, steps }: Log): number =>
  entries.length + (steps ?? entries.filter((entry) => entry.isUndone).length);

/** The commit ids of an entry's patches. */
export const patchesOf = (entry: Entry): readonly string[] =>
  entry.kind === "noted" ? [entry.patch] : [...new Set(entry.on.map((place) => place.patch))];

/** The patches of the entries by which two logs differ. */
export function changedPatches(before: readonly Entry[], after: readonly Entry[]): string[] {
  const stateOf = (entry: Entry) => `${entry.id} ${entry.isUndone ?? false}`;
  const known = new Set(before.map(stateOf));
  return [...new Set(after.filter((entry) => !known.has(stateOf(entry))).flatMap(patchesOf))];
}

/** What somebody decided on a patch and a target. */
export interface Word {
  entry: Decided;
  place: Place;
}

/** The newest word on each patch and target, under "patch target"; what was undone is not among them. */
export function lastWords(entries: readonly Entry[]): Map<string, Word> {
  const words = new Map<string, Word>();
  for (const entry of entries) {
    if (entry.kind !== "decided" || entry.isUndone) continue;
    for (const place of entry.on) words.set(wordKey(place.patch, place.target), { entry, place });
  }
  return words;
}

export const wordKey = (patch: string, target: string) => `${patch} ${target}`;

/** What people agreed with on each patch and target, under "patch target": the last word of each person. */
export function agreements(entries: readonly Entry[]): Map<string, Map<string, { entry: Agreed; seen: Seen }>> {
  const words = new Map<string, Map<string, { entry: Agreed; seen: Seen }>>();
  for (const entry of entries) {
    if (entry.kind !== "agreed" || entry.isUndone) continue;
    for (const seen of entry.on) {
      const key = wordKey(seen.patch, seen.target);
      words.set(key, (words.get(key) ?? new Map()).set(entry.who, { entry, seen }));
    }
  }
  return words;
}
