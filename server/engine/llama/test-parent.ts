/** A parent for the test that kills one: loads a model, tells so, and waits. */
import { llamaSource } from "../llama.ts";
import type { LlamaOptions } from "./options.ts";
import { series } from "./test-source.ts";

const source = llamaSource(JSON.parse(process.argv[2]!) as LlamaOptions);
await source.engine(series);
process.send!("loaded");
setInterval(() => {}, 1_000);
