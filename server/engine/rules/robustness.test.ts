import { expect, test } from "vitest";
import { answerTo } from "./verdict.ts";

const stable = ["3.2", "3.0", "2.8"];

function check(message: string): void {
  const answer = answerTo({ patch: 0, message, author: "", version: "3.3", stable });
  if (answer.quote) expect(message.slice(answer.quote.start, answer.quote.end)).toBe(answer.quote.text);
  expect(answer.reason.length).toBeLessThan(1000);
}

/** A small generator with a seed, so that a failure can be seen again. */
function randomly(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const pieces = [
  "This ",
  "must ",
  "not ",
  "be ",
  "backported",
  " to ",
  "3.2",
  " and ",
  "2.8",
  ".",
  "\n",
  "\n\n",
  "    ",
  ", ",
  "commit 1a2b3c4d5 ",
  '("MINOR: x: y") ',
  "unless ",
  "if ",
  "needed",
  "after ",
  "a while",
  "wait ",
  "first ",
  "then ",
  ":",
  "- ",
  "ver0",
  "ref1",
  "bp",
  "Cc: stable@a.example # 5.10+",
  "\0",
  "é",
  "🎈",
  "\ud800",
  "\r\n",
  "(",
  ")",
  '"',
  "\u202e",
  "all stable versions",
  "as far as ",
  "previous patch ",
  "depends on ",
  "wherever ",
];

test("whatever the text, nothing is thrown and quotes are exact", () => {
  const below = randomly(7);
  for (let round = 0; round < 3000; round++) {
    let message = "";
    for (let at = below(60); at >= 0; at--) message += pieces[below(pieces.length)]!;
    check(message);
  }
  for (let round = 0; round < 500; round++) {
    check(String.fromCharCode(...Array.from({ length: below(400) }, () => below(0x10000))));
  }
});

test.each<[string, string]>([
  ["one instruction again and again", "backport to 3.3 and "],
  ["no word at all", " "],
  ["blank lines", "\n"],
  ["tabs and ends", " \t\r\n"],
  ["opened quotes", '("'],
  ["ids", "1a2b3c4d5 "],
  ["bullets", "- x\n"],
  ["numbers", "3.2."],
  ["digits", "1"],
  ["hex", "a1"],
  ["modals", "must be should be not to "],
  ["connectives", "if unless when but so since as "],
  ["waits", "after a bit of more some further "],
  ["qualities", "all the stable maintained "],
  ["weeks", "a few couple of "],
  ["trailers", "Cc: stable@a.example # 1 "],
  ["trailer lines", "Backport-to: 3.2\n"],
  ["where", "wherever the commit where the patch "],
  ["relations", "depends on requires relies on "],
  ["introduced", "introduced a a a a in the "],
])("a megabyte of %s is read in a moment", (_, piece) => {
  const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
  // Of the processor and not of the clock: other tests run beside this one.
  const start = process.cpuUsage();
  check(`BUG/MINOR: x: y\n\n${text}`);
  check(text);
  check(`BUG/MINOR: x: y\n\n${text} must be backported to 3.0.`);
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(3000);
});

test("ten megabytes keep their last words", () => {
  const message = `BUG/MINOR: x: y\n\n${"The counter was wrong in many ways.\n".repeat(290_000)}\n\nThis must be backported to 3.0.\n`;
  const start = performance.now();
  expect(answerTo({ patch: 0, message, author: "", version: "3.3", stable })).toMatchObject({
    verdict: "yes",
    oldest: "3.0",
  });
  check(message);
  expect(performance.now() - start).toBeLessThan(2000);
});
