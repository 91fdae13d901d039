import { describe, expect, it } from "vitest";
import { openWindow } from "./window.ts";

/** A server that works on `slots` requests at a time, `ms` each, the others wait. Gives the limits after each answer. */
function run(slots: number, ms: number, answers: number, most = 64) {
  const window = openWindow(most);
  const limits: number[] = [];
  let now = 0;
  for (let i = 0; i < answers; i++) {
    const inFlight = window.limit;
    now += ms / Math.min(slots, inFlight);
    window.answered(ms * Math.max(inFlight / slots, 1), now, true);
    limits.push(window.limit);
  }
  return { window, limits };
}

describe("the window of requests in flight", () => {
  it("grows until the server is busy, and then stays around that", () => {
    const { limits } = run(16, 100, 3_000);
    const late = limits.slice(-1_500);
    expect(Math.min(...late)).toBeGreaterThanOrEqual(8);
    expect(Math.max(...late)).toBeLessThanOrEqual(40);
  });

  it("doubles at first: a server with much room gets much soon", () =>
    expect(run(1_000, 100, 80).window.limit).toBeGreaterThanOrEqual(32));

  it("stays small where one request is all that the server can do", () => {
    const { limits } = run(1, 100, 500);
    expect(Math.max(...limits)).toBeLessThanOrEqual(4);
    expect(Math.min(...limits)).toBe(1);
  });

  it("never exceeds what is allowed", () => expect(Math.max(...run(1_000, 10, 400, 5).limits)).toBe(5));

  it("is halved once when all in flight are refused together, and never below one", () => {
    const { window } = run(1_000, 100, 80);
    const before = window.limit;
    for (let i = 0; i < 10; i++) window.pushedBack(1_000_000 + i);
    expect(window.limit).toBe(Math.floor(before / 2));
    for (let i = 0; i < 10; i++) window.pushedBack(2_000_000 + i * 1_000);
    expect(window.limit).toBe(1);
  });

  it("grows by one a round after a setback", () => {
    const { window } = run(1_000, 100, 80);
    window.pushedBack(1_000_000);
    const before = window.limit;
    for (let i = 0; i < before; i++) window.answered(100, 1_000_100 + i, true);
    expect(window.limit).toBe(before + 1);
  });

  it("learns nothing while it is not full", () => {
    const window = openWindow(64);
    for (let i = 0; i < 100; i++) window.answered(10, i * 10, false);
    expect(window.limit).toBe(2);
  });
});
