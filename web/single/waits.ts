import { wishWords } from "../board/wait/condition.ts";
import { lookedAt } from "../board/wait/lookedAt.ts";
import type { Wait } from "../board/wait/words.ts";
import type { WaitInput } from "../__generated__/useOverrideVerdictMutation.graphql.ts";

const dayMs = 24 * 3_600_000;

/** A wait that somebody decided in a file, as far as one can know without a server: of tags it knows none. `now` in milliseconds. */
export function decidedWait(condition: WaitInput, saidAt: string, committedAt: string, now: number): Wait {
  const { kind, day = null, days = null, of = null, pattern = null } = condition;
  const at =
    kind === "DATE"
      ? Date.parse(`${day}T00:00:00Z`)
      : kind === "DAYS"
        ? Date.parse(committedAt) + (days ?? 0) * dayMs
        : Number.NaN;
  return {
    kind,
    day,
    days,
    of,
    pattern,
    isAuthors: false,
    words: wishWords(condition).trim(),
    isRipe: at <= now,
    isDue: at <= now && at > Date.parse(saidAt),
    at: Number.isNaN(at) ? null : new Date(at).toISOString(),
    tag: null,
  };
}

/** A wait about which somebody said something at that time: they look again only when it came true later. */
export function lookedAtOn(wait: Wait | null, saidAt: string): Wait | null {
  return wait?.at != null && Date.parse(wait.at) > Date.parse(saidAt) ? wait : lookedAt(wait);
}

/** A wait of the board as it is by now: its day may have come since the file was made. */
export function waitNow(wait: Wait, now: number): Wait {
  const isNew = !wait.isRipe && wait.at != null && Date.parse(wait.at) <= now;
  return isNew ? { ...wait, isRipe: true, isDue: true } : wait;
}
