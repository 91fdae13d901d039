import type { ModelSource } from "./engine.ts";

/** A model as a configuration names it. */
export type ModelChoice =
  | {
      name: "llama";
      /** A path, a URI, or the name of a pulled model. */
      model: string;
      prompt: string | null;
      gpu: "off" | "auto" | "cuda" | "vulkan" | "metal";
      /** Null: as many as the command gives. */
      threads: number | null;
      folders: { models: string; pins: string; states: string };
    }
  | { name: "http"; prompt: string | null; endpoints: { url: string; model: string | null; key: string | null }[] };

/** The model's source, loaded when there is one: neither library costs a command that does without. `threads` where none are named. */
export async function modelSource(choice: ModelChoice, threads: number): Promise<ModelSource> {
  if (choice.name === "http") {
    const { httpSource } = await import("./http/source.ts");
    return httpSource({ endpoints: choice.endpoints, prompt: choice.prompt });
  }
  const { llamaSource } = await import("./llama.ts");
  const { model: file, prompt, gpu, folders } = choice;
  return llamaSource({
    file,
    prompt,
    gpu,
    threads: choice.threads ?? threads,
    cacheFolder: folders.states,
    pins: folders.pins,
  });
}
