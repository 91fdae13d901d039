import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { modelKeeper } from "./keeper.ts";
import { keepPin, pinOf } from "./pins.ts";
import { answersOf, asked, type Bench, openBench, series } from "./test-source.ts";

let bench: Bench;
beforeAll(() => {
  bench = openBench();
});
afterAll(() => bench.close());

describe("series that are read side by side", () => {
  it.each(["contexts", "sequences"] as const)("have their own prompts in slots of the layout %s", async (name) => {
    const pins = join(bench.folder, `${name}.json`);
    const keeper = modelKeeper(bench.options({ pins }));
    const { layoutKey } = (await keeper.running()).facts;
    await keeper.close();
    await keepPin(pins, { ...(await pinOf(pins, bench.oracle)), layouts: { [layoutKey]: { name, sequences: 16 } } });
    const source = bench.source({ pins });
    // What stands in the constant part votes for every message of its series.
    const ofProject = async (project: string, verdict: "yes" | "no") => ({
      engine: await source.engine({ ...series, project }),
      verdict,
    });
    const both = await Promise.all([ofProject("This fixes a crash", "yes"), ofProject("No functional change", "no")]);
    const questions = asked(Array.from({ length: 12 }, (_, i) => `MINOR: x: y\n\n${"Now. ".repeat(i)}`));
    for (let round = 0; round < 6; round++) {
      const answers = both.map(async ({ engine, verdict }) => {
        const some = questions.slice(0, 1 + ((round * 5) % 12));
        return {
          verdict,
          given: (await answersOf(engine, some)).map((one) => one.verdict),
          wanted: some.map(() => verdict),
        };
      });
      for (const { given, wanted } of await Promise.all(answers)) expect(given).toEqual(wanted);
    }
  });
});
