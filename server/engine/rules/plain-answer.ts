/** What every answer is made from: one that says nothing yet, and the quote that bears it out. */
import type { Answer, Quote, Verdict } from "../../domain.ts";
import type { Sentence } from "./sentences.ts";

/** One sentence, or two that stand together; UTF-16 offsets in the message. */
export function quoteOf(sentences: readonly Sentence[], message: string): Quote {
  const [start, end] = [Math.min(...sentences.map((one) => one.start)), Math.max(...sentences.map((one) => one.end))];
  const whole = end - start <= 600 ? { start, end } : { start: sentences[0]!.start, end: sentences[0]!.end };
  return { text: message.slice(whole.start, whole.end), ...whole };
}

/** A verdict with its rule and reason, and nothing that a message said. */
export function silent(rule: string, reason: string, verdict: Verdict): Answer {
  return {
    verdict,
    explicit: false,
    strength: null,
    reason,
    quote: null,
    oldest: null,
    targets: [],
    below: [],
    conditions: [],
    links: [],
    rule,
    transcript: null,
  };
}
