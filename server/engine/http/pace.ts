import { setTimeout as sleep } from "node:timers/promises";

/** The waits between attempts, in milliseconds, and how many there are. */
export interface Pace {
  connectMs: number;
  /** A whole answer, waiting in the server's queue included. */
  answerMs: number;
  /** The first wait before a question is asked again; doubled each time. */
  retryMs: number;
  /** The first wait before an endpoint that failed is tried again; doubled each time. */
  restMs: number;
  mostWaitMs: number;
  /** Faults after which a question is given up, when others get answers. */
  mostTries: number;
  /** Rests in a row after which an endpoint is given up. */
  mostRests: number;
  /** Refusals in a row, each after the wait that was asked for, after which a busy endpoint is given up. */
  mostRefusals: number;
}

/** Half a minute of patience with a server that restarts, some minutes with one that is busy. */
export const usualPace: Pace = {
  connectMs: 10_000,
  answerMs: 300_000,
  retryMs: 500,
  restMs: 1_000,
  mostWaitMs: 30_000,
  mostTries: 3,
  mostRests: 6,
  mostRefusals: 12,
};

/** "Full jitter": anything between nothing and a limit that doubles, so that many clients do not come back together. */
export function jittered(firstMs: number, doublings: number, mostMs: number): number {
  return Math.random() * Math.min(firstMs * 2 ** doublings, mostMs);
}

/** Waits, or throws the signal's reason when that aborts. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}
