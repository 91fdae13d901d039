/** Messages a second that the rules engine answers on one core. `node bench/rules.ts [FILE.jsonl.gz]`; else made-up messages. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { answerTo } from "../server/engine/rules/verdict.ts";
import { rulesEngine } from "../server/engine/rules.ts";
import type { Question } from "../server/engine/engine.ts";

const least = 10_000;
const given = process.argv[2];
const near = fileURLToPath(new URL("../../shared/data/haproxy-3.2-3.3dev.dev.jsonl.gz", import.meta.url));
const file = given ?? (existsSync(near) ? near : null);

const messages = file ? readMessages(file) : Array.from({ length: 3000 }, (_, at) => madeUp(at));
const questions = messages.map((message, patch): Question => ({
  patch,
  message,
  author: "",
  version: "3.3",
  stable: ["3.2", "3.1", "3.0", "2.8", "2.6"],
}));
console.log(
  `${questions.length} messages, ${Math.round(messages.reduce((sum, one) => sum + one.length, 0) / messages.length)} characters on average, ${file ? "a real history" : "made up"}`,
);

const cold = firstPass();
for (let warm = 0; warm < 3; warm++) for (const question of questions) answerTo(question);
const rounds = 10;
const start = performance.now();
for (let round = 0; round < rounds; round++) {
  for await (const _ of rulesEngine().answers(questions, new AbortController().signal));
}
const warm = (rounds * questions.length) / ((performance.now() - start) / 1000);
console.log(
  `${Math.round(cold)} messages/s at first, ${Math.round(warm)} once warm, by the clock on one core; wanted ${least}`,
);
process.exitCode = warm >= least ? 0 : 1;

/** Messages a second of a first pass, with nothing compiled yet: what the first board of a process sees. */
function firstPass(): number {
  const from = performance.now();
  for (const question of questions) answerTo(question);
  return questions.length / ((performance.now() - from) / 1000);
}

function readMessages(path: string): string[] {
  const bytes = readFileSync(path);
  const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString("utf8");
  const rows = text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { subject: string; body: string });
  return rows.map(({ subject, body }) => `${subject}\n\n${body}`);
}

function madeUp(at: number): string {
  const story =
    "The counter was read before the lock was taken, so that two threads could\nsee the same value and both release the slot. ".repeat(
      1 + (at % 5),
    );
  const ends = [
    "This must be backported as far as 2.8.",
    "No backport is needed.",
    "It depends on the previous patch.",
    "This should be backported to 3.2 after a period of observation.",
    "",
  ];
  return `BUG/MINOR: pool: take the lock before number ${at} is read\n\n${story}\n\n${ends[at % ends.length]}\n`;
}
