import { expect, test } from "vitest";
import { LateAnswers } from "./lateAnswers.ts";

test("what was told from behind the answer's place is told again, in its order, and nothing else", () => {
  const late = new LateAnswers();
  const again: number[] = [];
  const tell = (seq: number) => late.told(seq, () => again.push(seq));
  tell(1);
  const first = late.asked();
  tell(2);
  const second = late.asked();
  tell(3);
  tell(4);
  first(2);
  expect(again).toEqual([3, 4]);
  second(3);
  expect(again).toEqual([3, 4, 4]);
});

test("an answer without a place may be older than all of it", () => {
  const late = new LateAnswers();
  const again: number[] = [];
  const answered = late.asked();
  late.told(7, () => again.push(7));
  answered(null);
  expect(again).toEqual([7]);
});

test("places in another log are not compared", () => {
  const late = new LateAnswers();
  const again: number[] = [];
  const answered = late.asked();
  late.told(500, () => again.push(500));
  late.forget();
  late.told(11, () => again.push(11));
  answered(10);
  expect(again).toEqual([11]);
});

test("nothing is kept when nothing is asked any more", () => {
  const late = new LateAnswers();
  const again: number[] = [];
  const answered = late.asked();
  late.told(1, () => again.push(1));
  answered(1);
  late.told(2, () => again.push(2));
  late.asked()(0);
  expect(again).toEqual([]);
});
