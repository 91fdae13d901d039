import { expect, test } from "vitest";
import { ConnectionLost, Outbox } from "./outbox.ts";

test("requests go out in order, and one at a time", async () => {
  const outbox = new Outbox(async () => {});
  const log: string[] = [];
  const slow = (name: string) => async () => {
    log.push(`${name} out`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    log.push(`${name} back`);
  };
  const both = [outbox.send(slow("a")), outbox.send(slow("b"))];
  expect(outbox.waiting.get()).toBe(2);
  await Promise.all(both);
  expect(log).toEqual(["a out", "a back", "b out", "b back"]);
  expect(outbox.waiting.get()).toBe(0);
});

test("with the server gone a request waits, and is answered when it returns", async () => {
  let isUp = false;
  const outbox = new Outbox(async () => {
    expect(outbox.waiting.get()).toBe(1);
    isUp = true;
  });
  const answer = outbox.send(async () => {
    if (!isUp) throw new ConnectionLost();
    return "saved";
  });
  expect(await answer).toBe("saved");
});

test("a refusal reaches its sender and does not stop the next one", async () => {
  const outbox = new Outbox(async () => {});
  const refused = outbox.send(() => Promise.reject(new Error("no such patch")));
  const next = outbox.send(async () => "saved");
  await expect(refused).rejects.toThrow("no such patch");
  expect(await next).toBe("saved");
});
