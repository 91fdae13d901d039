// Writes as many answers as asked for into a database, 2,000 a second, as a run of a made-up engine in a process of its own.
import { setTimeout as sleep } from "node:timers/promises";
import { type Answer, verdicts } from "../server/domain.ts";
import type { Engine, Question } from "../server/engine/engine.ts";
import { classify } from "../server/classify.ts";
import { openStore } from "../server/store/store.ts";
import { bareAnswer } from "../server/test-answer.ts";

const [db, count] = [process.argv[2]!, Number(process.argv[3])];
const perBatch = 200;
const store = openStore(db);
const stop = new AbortController();
const engine: Engine = {
  name: "history",
  version: String(Date.now()),
  model: null,
  prompt: null,
  promptText: null,
  answers,
};
await classify(store, engine, store.series.all()[0]!, stop.signal);
store.close();

async function* answers(questions: Iterable<Question>): AsyncIterable<[Question, Answer]> {
  let given = 0;
  for (const question of questions) {
    if (given === count) return stop.abort();
    const verdict = verdicts[given++ % verdicts.length]!;
    yield [question, bareAnswer({ verdict, reason: `answer ${given} of the stream` })];
    if (given % perBatch === 0) await sleep(100);
  }
}
