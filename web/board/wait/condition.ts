import { plural } from "../../ui/format.ts";
import type { WaitInput } from "../../__generated__/useOverrideVerdictMutation.graphql.ts";
import type { Wait } from "./words.ts";

/** What a person said that a wait waits for; null where they left it to the author. */
type Condition = Pick<Wait, "kind" | "day" | "days" | "of" | "pattern"> | null;

/** The same, to be said again. */
export function wished(condition: Condition): WaitInput {
  if (!condition) return { kind: "AUTHOR" };
  const { kind, day, days, of, pattern } = condition;
  return { kind, day, days, of, pattern };
}

/** True when a wait is for just that. One that nobody knows yet is taken to be. */
export function isFor(wait: Wait | null | undefined, condition: Condition): boolean {
  if (!wait) return true;
  if (!condition) return wait.isAuthors || wait.kind === "OPEN";
  const fields = ["kind", "day", "days", "of", "pattern"] as const;
  return !wait.isAuthors && fields.every((one) => wait[one] === condition[one]);
}

/** A wish in words that go on behind "wait", with the space before them; empty where nothing was said. */
export function wishWords(wish: WaitInput | null | undefined): string {
  switch (wish?.kind) {
    case "DATE":
      return ` until ${wish.day}`;
    case "DAYS":
      return ` until ${plural(wish.days ?? 0, "day")} after the commit`;
    case "TAG": {
      const days = wish.days ? `${plural(wish.days, "day")} after ` : "";
      return ` until ${days}${wish.pattern || "the next release"}${wish.of === "TARGET" ? " of the stable branch" : ""}`;
    }
    case "OPEN":
      return " until somebody decides";
    case "AUTHOR":
      return " as the author says";
    default:
      return "";
  }
}
