import { expect, test } from "vitest";
import { ConnectionLost, Outbox } from "./outbox.ts";
import { LetterBox } from "./unsent/letterBox.ts";
import { madeLetter, memoryBox } from "./unsent/test-letter.ts";

const outboxOf = (returned: () => Promise<void> = async () => {}, box = new LetterBox(memoryBox())) =>
  new Outbox(box, returned);

test("letters go out in order, and one at a time", async () => {
  const outbox = outboxOf();
  const log: string[] = [];
  const slow = (name: string) => async () => {
    log.push(`${name} out`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    log.push(`${name} back`);
  };
  const both = [outbox.send(madeLetter("a"), slow("a")), outbox.send(madeLetter("b"), slow("b"))];
  expect(outbox.waiting.get()).toHaveLength(2);
  await Promise.all(both);
  expect(log).toEqual(["a out", "a back", "b out", "b back"]);
  expect(outbox.waiting.get()).toEqual([]);
});

test("with the server gone a letter waits, is kept, and is answered when it returns", async () => {
  let isUp = false;
  const box = new LetterBox(memoryBox());
  const outbox = outboxOf(async () => {
    expect(box.all().map((letter) => letter.id)).toEqual(["a"]);
    isUp = true;
  }, box);
  const answer = outbox.send(madeLetter("a"), async () => {
    if (!isUp) throw new ConnectionLost();
    return "saved";
  });
  expect(await answer).toBe("saved");
  expect(box.all()).toEqual([]);
});

test("a refusal reaches its sender, is not kept, and does not stop the next one", async () => {
  const box = new LetterBox(memoryBox());
  const outbox = outboxOf(undefined, box);
  const refused = outbox.send(madeLetter("a"), () => Promise.reject(new Error("no such patch")));
  const next = outbox.send(madeLetter("b"), async () => "saved");
  await expect(refused).rejects.toThrow("no such patch");
  expect(await next).toBe("saved");
  expect(box.all()).toEqual([]);
});

test("what the browser does not keep is known as long as it waits", async () => {
  const outbox = outboxOf(undefined, new LetterBox(null));
  const answer = outbox.send(madeLetter("a"), async () => "saved");
  expect(outbox.isKept.get()).toBe(false);
  await answer;
  expect(outbox.isKept.get()).toBe(true);
});
