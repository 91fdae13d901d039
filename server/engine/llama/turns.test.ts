import { describe, expect, it, vi } from "vitest";
import { makeTurns } from "./turns.ts";

describe("runs that share a child", () => {
  it("ask side by side as long as nothing is suspected", () => {
    const atWork = vi.fn<(count: number) => void>();
    const turns = makeTurns(atWork);
    const [one, other] = [turns.join(() => {}), turns.join(() => {})];
    one.tell(2, 0, false);
    other.tell(1, 0, false);
    expect([one.mayAsk(), other.mayAsk()]).toEqual([true, true]);
    one.leave();
    expect(atWork.mock.calls).toEqual([[2], [3], [1]]);
  });

  it("wait while one of them has a suspect, which waits until nothing is at work", () => {
    const turns = makeTurns();
    const wake = vi.fn<() => void>();
    const [one, other] = [turns.join(() => {}), turns.join(wake)];
    other.tell(1, 0, false);
    one.tell(0, 2, false);
    expect([one.mayAsk(), other.mayAsk()]).toEqual([false, false]);
    other.tell(0, 0, false);
    expect([one.mayAsk(), other.mayAsk()]).toEqual([true, false]);
    one.tell(1, 0, true);
    expect([one.mayAsk(), other.mayAsk()]).toEqual([false, false]);
    expect(wake).toHaveBeenCalledTimes(1);
    one.tell(0, 0, false);
    expect([one.mayAsk(), other.mayAsk()]).toEqual([true, true]);
    expect(wake).toHaveBeenCalledTimes(2);
  });

  it("go on when the one with the suspects leaves", () => {
    const turns = makeTurns();
    const wake = vi.fn<() => void>();
    const [one, other] = [turns.join(() => {}), turns.join(wake)];
    one.tell(0, 1, false);
    expect(other.mayAsk()).toBe(false);
    one.leave();
    expect([other.mayAsk(), wake.mock.calls.length]).toEqual([true, 1]);
  });

  it("take their suspects one after the other", () => {
    const turns = makeTurns();
    const [one, other] = [turns.join(() => {}), turns.join(() => {})];
    one.tell(0, 1, false);
    other.tell(0, 1, false);
    expect([one.mayAsk(), other.mayAsk()]).toEqual([true, true]);
    one.tell(1, 0, true);
    expect([one.mayAsk(), other.mayAsk()]).toEqual([false, false]);
  });
});
