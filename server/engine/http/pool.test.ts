import { expect, it } from "vitest";
import { openEndpoint } from "./endpoint.ts";
import { Fault } from "./fault.ts";
import { usualPace } from "./pace.ts";
import { openPool } from "./pool.ts";
import { quick } from "./test-engine.ts";

it("a place that opens between two looks at the clock is not forgotten", async () => {
  const endpoint = openEndpoint({ url: "http://gpu/v1", model: null, key: null }, 4);
  // The clock runs on at every look, so that any two looks may lie on both sides of the end of a wait.
  for (let step = 0.5; step < 4; step += 0.25) {
    let time = 0;
    const pool = openPool([endpoint], { ...usualPace, ...quick }, () => (time += step));
    const seat = await pool.take(AbortSignal.timeout(2_000));
    seat.leaveAfter(new Fault("busy", "busy", { waitMs: 10 }));
    const next = await pool.take(AbortSignal.timeout(2_000));
    expect(time).toBeGreaterThanOrEqual(10);
    next.leave();
  }
});
