import type { ModelSource, ModelState } from "./engine.ts";
import type { Gpu } from "./llama/options.ts";

/** A model as a configuration names it. */
export type ModelChoice =
  | {
      name: "llama";
      /** A path, a URI, or the name of a pulled model. */
      model: string;
      prompt: string | null;
      gpu: Gpu;
      /** Null: as many as the command gives. */
      threads: number | null;
      folders: { models: string; pins: string; states: string };
    }
  | { name: "http"; prompt: string | null; endpoints: { url: string; model: string | null; key: string | null }[] };

/** The model's source. Neither library is loaded before it is needed. `threads` is for where none are named. */
export async function modelSource(choice: ModelChoice, threads: number): Promise<ModelSource> {
  if (choice.name === "http") {
    const { httpSource } = await import("./http/source.ts");
    return httpSource({ endpoints: choice.endpoints, prompt: choice.prompt });
  }
  return whenNeeded(choice.name, `${choice.model} is loaded when there is something to read`, async () => {
    const [{ llamaSource }, { modelFile }] = await Promise.all([import("./llama.ts"), import("./llama/shelf.ts")]);
    const { prompt, gpu, folders } = choice;
    const file = await modelFile(choice.model, folders.models);
    const places = { cacheFolder: folders.states, pins: folders.pins };
    return llamaSource({ file, prompt, gpu, threads: choice.threads ?? threads, ...places });
  });
}

/** A source that is made when an engine is first asked for, and again when that failed: a model may be pulled meanwhile. */
function whenNeeded(name: "llama", words: string, make: () => Promise<ModelSource>): ModelSource {
  let made: ModelSource | null = null;
  let state: ModelState = { state: "ready", words };
  return {
    name,
    state: () => made?.state() ?? state,
    async engine(series) {
      try {
        made ??= await make();
      } catch (error) {
        state = { state: "off", words: error instanceof Error ? error.message : String(error) };
        throw error;
      }
      return made.engine(series);
    },
    close: async () => made?.close(),
  };
}
