import type { Flags } from "./config.ts";

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
export const options = {
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
