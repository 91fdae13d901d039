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
  transcript: null,
  ...part,
});

/** The same as the store would keep it from the rules. */
export const bareClassification = (part: Partial<Classification> = {}): Classification => {
  const { transcript: _, ...answer } = bareAnswer();
  return { ...answer, ...kept, ...part };
};

const kept = {
  scores: null,
  marks: [],
  id: 1,
  engine: "rules",
  version: "1",
  model: null,
  prompt: null,
  ms: 1,
  at: 0,
} as const;
