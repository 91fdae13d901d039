import type { WaitInput } from "../__generated__/useOverrideVerdictMutation.graphql.ts";
import { agreements, lastWords, type Log } from "./log.ts";

/** The decisions file: what `patchboard import` and a drop on the board take in. Verdicts are in small letters. */
export interface DecisionsFile {
  patchboard: "decisions";
  version: 3;
  series: string;
  epoch: string;
  savedAt: string;
  decisions: {
    id: string;
    patch: string;
    target: string;
    verdict: string | null;
    /** Of a wait, where that was said: as the JSON of an export has it, or `{kind: "author"}`. */
    condition?: object;
    who: string;
    at: string;
    expected: number;
  }[];
  /** What people looked at and agreed with. */
  agreements: { id: string; patch: string; target: string; verdict: string; who: string; at: string }[];
  notes: { id: string; patch: string; who: string; at: string; text: string }[];
}

const longestId = 80;

/** Puts a log into the form of a decisions file. */
export function decisionsFile(log: Log, series: string, epoch: string, savedAt: string): DecisionsFile {
  const decisions = [...lastWords(log.entries).values()].map(({ entry, place }) => ({
    id: pieceId(entry.id, place),
    patch: place.patch,
    target: place.target,
    verdict: entry.verdict?.toLowerCase() ?? null,
    ...(place.condition ? { condition: inSmall(place.condition) } : {}),
    who: entry.who,
    at: entry.at,
    expected: place.expected,
  }));
  const agreed = [...agreements(log.entries).values()].flatMap((people) =>
    [...people.values()].map(({ entry, seen }) => ({
      id: pieceId(entry.id, seen),
      patch: seen.patch,
      target: seen.target,
      verdict: seen.verdict.toLowerCase(),
      who: entry.who,
      at: entry.at,
    })),
  );
  const notes = log.entries.flatMap((entry) =>
    entry.kind === "noted" && !entry.isUndone
      ? [{ id: entry.id, patch: entry.patch, who: entry.who, at: entry.at, text: entry.text }]
      : [],
  );
  return { patchboard: "decisions", version: 3, series, epoch, savedAt, decisions, agreements: agreed, notes };
}

const inSmall = ({ kind, of, ...rest }: WaitInput) => ({
  kind: kind.toLowerCase(),
  ...rest,
  ...(of ? { of: of.toLowerCase() } : {}),
});

/** An entry on many patches is many pieces for the board, each done once. */
const pieceId = (entry: string, { patch, target }: { patch: string; target: string }) =>
  `${entry} ${patch.slice(0, 12)} ${target}`.slice(0, longestId);
