import { GraphQLError } from "graphql";
import type { Verdict, WaitCondition } from "../domain.ts";
import { iso } from "../ledger/ledger.ts";
import type { ShownWait } from "../ledger/waits.ts";
import type { WaitConditionResolvers, WaitInput, WaitResolvers } from "./__generated__/types.ts";

const mostDays = 3_650;
const patternCharacters = 100;
const starsInPattern = 4;

export type WaitKind = WaitCondition["kind"] | "author";
export type TagSource = Extract<WaitCondition, { kind: "tag" }>["of"];

const kind = (condition: WaitCondition) => condition.kind;
const day = (condition: WaitCondition) => (condition.kind === "date" ? condition.day : null);
const days = (condition: WaitCondition) =>
  condition.kind === "days" || condition.kind === "tag" ? condition.days : null;
const of = (condition: WaitCondition) => (condition.kind === "tag" ? condition.of : null);
const pattern = (condition: WaitCondition) => (condition.kind === "tag" ? condition.pattern : null);

/** The fields of a condition, flat: each kind has its own. */
export const conditions: WaitConditionResolvers = { kind, day, days, of, pattern };

/** The same of a wait. */
export const waits: WaitResolvers = {
  kind: ({ condition }) => kind(condition),
  day: ({ condition }) => day(condition),
  days: ({ condition }) => days(condition),
  of: ({ condition }) => of(condition),
  pattern: ({ condition }) => pattern(condition),
  at: ({ at }: ShownWait) => (at === null ? null : iso(at)),
};

/** What a person wants to wait for, null for the author's words; a GraphQLError with one sentence when that makes no sense. */
export function conditionIn(input: WaitInput, verdict: Verdict | null): WaitCondition | null {
  if (verdict !== "wait") throw new GraphQLError("only a wait can wait for something.");
  switch (input.kind) {
    case "date":
      return { kind: "date", day: dayIn(input.day ?? "") };
    case "days":
      return { kind: "days", days: daysIn(input.days ?? null) };
    case "tag":
      return {
        kind: "tag",
        of: input.of ?? "upstream",
        pattern: patternIn(input.pattern ?? ""),
        days: daysIn(input.days ?? 0),
      };
    case "open":
      return { kind: "open" };
    case "author":
      return null;
  }
}

function dayIn(day: string): string {
  const date = /^\d{4}-\d\d-\d\d$/.test(day) ? new Date(`${day}T00:00:00Z`) : new Date(Number.NaN);
  // The 30th of February would quietly become a day in March.
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(day))
    throw new GraphQLError(`"${day.slice(0, 40)}" is no day: write it as YYYY-MM-DD.`);
  return day;
}

function daysIn(days: number | null): number {
  if (days === null || days < 0 || days > mostDays) throw new GraphQLError(`days are 0 to ${mostDays}.`);
  return days;
}

function patternIn(text: string): string {
  const pattern = text.trim();
  if (pattern.length > patternCharacters)
    throw new GraphQLError(`a pattern has at most ${patternCharacters} characters.`);
  // Each further star multiplies the work of a name that nearly fits.
  if (pattern.split("*").length - 1 > starsInPattern)
    throw new GraphQLError(`a pattern has at most ${starsInPattern} stars.`);
  return pattern;
}
