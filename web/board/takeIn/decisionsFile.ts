import type { Verdict } from "../BoardContext.ts";
import type { WaitInput } from "../../__generated__/useOverrideVerdictMutation.graphql.ts";

/** What "Save decisions" gives, as far as the page reads it: the server checks each field. */
export interface DecisionsFile {
  series: string;
  epoch: string;
  decisions: readonly {
    id: string;
    patch: string;
    target: string;
    verdict: string | null;
    /** What a wait waits for, with its kind in small letters; not there where that was not said. */
    condition?: Condition | null;
    who: string;
    expected: number;
  }[];
  /** Not there in a file of the first version. */
  agreements?: readonly { id: string; patch: string; target: string; verdict: string; who: string }[];
  notes: readonly { id: string; patch: string; who: string; text: string }[];
}

/** One call of `takeIn`; a file of any size goes out in several. */
export interface Batch {
  epoch: string;
  decisions: {
    id: string;
    patch: string;
    target: string;
    verdict: Verdict | null;
    condition?: WaitInput;
    who: string;
    expected: number;
  }[];
  agreements: { id: string; patch: string; target: string; verdict: Verdict; who: string }[];
  notes: { id: string; patch: string; who: string; text: string }[];
}

// A request has 128 kB, a note up to 4,000 characters of up to six bytes each in JSON.
const decisionsAtOnce = 200;
const notesAtOnce = 4;

/** Reads a decisions file; throws a sentence when it is none. */
export function readDecisions(text: string): DecisionsFile {
  const file = parsed(text);
  if (file?.patchboard !== "decisions" || !Array.isArray(file.decisions) || !Array.isArray(file.notes))
    throw new Error("That is no decisions file: “Save decisions” in a board without a server gives one.");
  if (![1, 2, 3].includes(file.version as number))
    throw new Error("That decisions file was made by a newer patchboard.");
  return file as unknown as DecisionsFile;
}

/** The calls that take a whole file in. */
export function batchesOf({ epoch, decisions, agreements = [], notes }: DecisionsFile): Batch[] {
  const none: Batch = { epoch, decisions: [], agreements: [], notes: [] };
  const some = decisions.map(({ id, patch, target, verdict, condition, who, expected }) => {
    const said = (verdict?.toUpperCase() ?? null) as Verdict | null;
    return {
      id,
      patch,
      target,
      verdict: said,
      ...(condition ? { condition: inCapitals(condition) } : {}),
      who,
      expected,
    };
  });
  const looks = agreements.map(({ id, patch, target, verdict, who }) => {
    return { id, patch, target, verdict: verdict.toUpperCase() as Verdict, who };
  });
  const words = notes.map(({ id, patch, who, text }) => ({ id, patch, who, text }));
  return [
    ...cut(some, decisionsAtOnce).map((part) => ({ ...none, decisions: part })),
    ...cut(looks, decisionsAtOnce).map((part) => ({ ...none, agreements: part })),
    ...cut(words, notesAtOnce).map((part) => ({ ...none, notes: part })),
  ];
}

interface Condition {
  kind: string;
  day?: string | null;
  days?: number | null;
  of?: string | null;
  pattern?: string | null;
}

const inCapitals = ({ kind, day, days, of, pattern }: Condition) =>
  ({ kind: kind.toUpperCase(), day, days, of: of?.toUpperCase(), pattern }) as WaitInput;

function cut<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text) as Record<string, unknown> | null;
  } catch {
    return null;
  }
}
