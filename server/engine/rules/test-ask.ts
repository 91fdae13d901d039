/** One question to the rules, as the tables of readings put it. */
import { expect } from "vitest";
import type { Answer, Verdict } from "../../domain.ts";
import { answerTo } from "./verdict.ts";

export const stable = ["3.2", "3.1", "3.0", "2.8", "2.6", "2.4"];

/** The answer to a fix whose message ends so; its quote is checked against the message. */
export function ask(end: string): Answer {
  const message = `BUG/MINOR: pool: count a slot once\n\nThe slot was counted twice when two threads met.\n\n${end}\n`;
  const answer = answerTo({ patch: 0, message, author: "", version: "3.3", stable });
  if (answer.quote) expect(message.slice(answer.quote.start, answer.quote.end)).toBe(answer.quote.text);
  return answer;
}

/** A message's end, and what a reader takes from it; no `oldest` is none. */
export type Row = [end: string, verdict: Verdict, oldest?: string | null];

/** What a row expects: an instruction that the message gives itself. */
export function expectRow(...[end, verdict, oldest = null]: Row): void {
  const answer = ask(end);
  expect({ verdict: answer.verdict, oldest: answer.oldest, explicit: answer.explicit }).toEqual({
    verdict,
    oldest,
    explicit: true,
  });
}
