import { parseArgs } from "node:util";
import type { Flags } from "./config.ts";
import { WrongUse } from "./domain.ts";
import type { Verb } from "./usage.ts";

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;
const where = { repo: text, series: text, db: text, config: text } as const;
const what = { ...where, upstream: text, base: text, target: { type: "string", multiple: true } } as const;
const engine = {
  engine: text,
  model: text,
  prompt: text,
  ask: text,
  gpu: text,
  threads: text,
  url: { type: "string", multiple: true },
  "key-file": text,
} as const;
/** The flags of each verb, as node:util's parseArgs takes them. */
const options = {
  serve: { ...what, ...engine, port: text, user: text, every: text },
  sync: { ...what, json: flag },
  classify: { ...where, ...engine, json: flag },
  export: { ...where, target: { type: "string", multiple: true }, format: text, from: text, "no-guesses": flag },
  import: { ...where, json: flag },
  eval: { labels: text, config: text, ...engine, json: flag },
  prompt: { ...where, prompt: text, patch: text },
  model: { gpu: text, threads: text, patches: text, accept: flag, json: flag },
} as const;

/** What they give. */
export type Values = Flags & {
  json?: boolean;
  patch?: string;
  format?: string;
  from?: string;
  labels?: string;
  "no-guesses"?: boolean;
  gpu?: string;
  threads?: string;
  patches?: string;
  accept?: boolean;
};

/** Reads what stands behind a verb. Throws parseArgs' own errors, and WrongUse for a flag with nothing behind it. */
export function readFlags(verb: Verb, args: string[]): { values: Values & { help?: boolean }; words: string[] } {
  const { values, positionals } = parseArgs({
    args,
    options: { ...options[verb], help: { type: "boolean", short: "h" } },
    allowPositionals: verb === "import" || verb === "prompt" || verb === "model",
    strict: true,
  });
  for (const [name, value] of Object.entries(values)) {
    // Often a variable of a script that was never set: neither a name nor the same as no flag at all.
    if (value === "" || (Array.isArray(value) && value.includes("")))
      throw new WrongUse(`--${name} is empty: give it a value, or leave it out.`);
  }
  return { values: values as Values, words: positionals };
}
