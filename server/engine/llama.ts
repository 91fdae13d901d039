import { createHash } from "node:crypto";
import { UserMistake } from "../domain.ts";
import type { Engine, ModelSource, SeriesFacts } from "./engine.ts";
import { promptNameFor } from "./habits.ts";
import { answersFrom } from "./llama/answers.ts";
import { Dead, engineVersion, modelKeeper } from "./llama/keeper.ts";
import type { LlamaOptions } from "./llama/options.ts";
import { filledPrompt, promptText, readPrompt } from "./prompt.ts";

/** A model on this machine, by node-llama-cpp in a process of its own. All series share the process and the weights. */
export function llamaSource(options: LlamaOptions): ModelSource {
  const keeper = modelKeeper(options);
  return {
    name: "llama",
    state: () => keeper.state(),
    close: () => keeper.close(),
    async engine(series: SeriesFacts): Promise<Engine> {
      const filled = filledPrompt(readPrompt(options.prompt ?? promptNameFor(series.sample)), series);
      const text = promptText(filled);
      const id = createHash("sha256").update(text).digest("hex");
      const release = keeper.hold();
      try {
        const running = await keeper.running();
        await running.prompt(id, filled);
        return {
          name: "llama",
          version: `${engineVersion} context ${running.facts.contextSize}`,
          model: running.hash,
          prompt: filled.key,
          promptText: text,
          answers: (questions, signal, watch) => answersFrom(keeper, id, filled, questions, signal, watch),
        };
      } catch (error) {
        if (error instanceof Dead) throw new UserMistake(`${options.file}: ${error.message}.`);
        throw error;
      } finally {
        release();
      }
    },
  };
}
