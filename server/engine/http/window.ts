/**
 * How many requests one server gets at a time: more while that brings more answers, half when it asks to wait or when requests
 * only wait longer for each other. As TCP does it (RFC 5681): doubled each round at first, then one more each round.
 */
export interface Window {
  /** Requests that may be in flight now. */
  readonly limit: number;
  /** An answer came after `ms`. `isFull`: as many were in flight as allowed; else it says nothing about the limit. */
  answered(ms: number, at: number, isFull: boolean): void;
  /** The server asked to wait, or let requests run out of time. */
  pushedBack(at: number): void;
}

const firstLimit = 2;
/** A round is that many answers at least: one slow message is no trend. */
const fewestPerRound = 6;
/** More answers per second by this factor is more. */
const gain = 1.05;
/** Waiting longer by this factor is longer. */
const growth = 1.4;
/** What was best is forgotten a little at each setback: the server's other users come and go. */
const memory = 0.9;

/** A window that never exceeds `most`. Times in milliseconds, from any clock that does not go back. */
export function openWindow(most: number): Window {
  let limit = Math.min(firstLimit, most);
  let isDoubling = true;
  let bestRate = 0;
  let bestMs = Infinity;
  let round = { done: 0, ms: 0, from: -1 };
  let pushedAt = -Infinity;
  let lastMs = 0;

  const halve = () => {
    limit = Math.max(Math.floor(limit / 2), 1);
    isDoubling = false;
    bestRate *= memory;
    bestMs /= memory;
  };
  const endRound = (at: number) => {
    const rate = round.done / Math.max(at - round.from, 1);
    const ms = round.ms / round.done;
    const isFaster = rate > bestRate * gain;
    if (!isFaster && ms > bestMs * growth) halve();
    else limit = Math.min(isDoubling && isFaster ? limit * 2 : limit + 1, most);
    isDoubling &&= isFaster;
    bestRate = Math.max(bestRate, rate);
    bestMs = Math.min(bestMs, ms);
    round = { done: 0, ms: 0, from: at };
  };

  return {
    get limit() {
      return limit;
    },
    answered(ms, at, isFull) {
      lastMs = ms;
      if (!isFull) return;
      if (round.from < 0) round.from = at - ms;
      round.done++;
      round.ms += ms;
      if (round.done >= Math.max(fewestPerRound, limit)) endRound(at);
    },
    pushedBack(at) {
      // All that is in flight is refused together: that is one sign, not many.
      if (at - pushedAt < lastMs) return;
      pushedAt = at;
      halve();
      round = { done: 0, ms: 0, from: at };
    },
  };
}
