import type { Answer, Classification } from "./domain.ts";

/** An answer that says nothing but "no", for tests and benches to add to. */
export const bareAnswer = (part: Partial<Answer> = {}): Answer => ({
  verdict: "no",
  explicit: false,
  strength: null,
  reason: "",
  quote: null,
  oldest: null,
  targets: [],
  below: [],
  conditions: [],
  links: [],
  rule: null,
  ...part,
});

/** The same as the store would keep it from the rules. */
export const bareClassification = (part: Partial<Classification> = {}): Classification => ({
  ...bareAnswer(),
  id: 1,
  engine: "rules",
  version: "1",
  model: null,
  prompt: null,
  ms: 1,
  at: 0,
  ...part,
});
