import type { WaitInput } from "../../__generated__/useOverrideVerdictMutation.graphql.ts";
import type { Wait } from "./words.ts";

export type WaitKindChoice = WaitInput["kind"];

/** What the dialog holds: every kind keeps what was typed for it, so that going back and forth loses nothing. */
export interface Draft {
  kind: WaitKindChoice;
  day: string;
  days: number;
  pattern: string;
  of: "UPSTREAM" | "TARGET";
  tagDays: number;
}

const usualDays = 14;
const dayMs = 24 * 3_600_000;

/**
 * Begins with the wait that stands; the author's words are taken over into the fields, so that they can be changed. Where
 * nothing waits yet, and so no author asks for it, a day is proposed: who wants no end has a key for that.
 */
export function draftOf(wait: Wait | null, now: number): Draft {
  const inTwoWeeks = new Date(now + usualDays * dayMs).toISOString().slice(0, 10);
  const kind = wait === null ? "DATE" : wait.isAuthors ? "AUTHOR" : wait.kind;
  return {
    kind,
    day: wait?.day ?? inTwoWeeks,
    days: wait?.kind === "DAYS" ? (wait.days ?? usualDays) : usualDays,
    pattern: wait?.pattern ?? "",
    of: wait?.of === "TARGET" ? "TARGET" : "UPSTREAM",
    tagDays: wait?.kind === "TAG" ? (wait.days ?? 0) : 0,
  };
}

/** The first day that is still to come: one begins at midnight UTC. */
export const tomorrow = (now: number): string => new Date(now + dayMs).toISOString().slice(0, 10);

/** What is sent. */
export function conditionOf({ kind, day, days, pattern, of, tagDays }: Draft): WaitInput {
  switch (kind) {
    case "DATE":
      return { kind, day };
    case "DAYS":
      return { kind, days };
    case "TAG":
      return { kind, pattern, of, days: tagDays };
    default:
      return { kind };
  }
}
