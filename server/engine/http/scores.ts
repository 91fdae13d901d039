import { type Scores, type Verdict, verdicts } from "../../domain.ts";
import type { Token } from "./completion.ts";

/**
 * The probabilities of the four verdicts at the place where the verdict's word begins, made to sum up to 1; null where
 * the server gives none. `object` is the JSON object that the model wrote, as it wrote it.
 *
 * Tokens are put together as bytes, and the object is looked for in them from the end: what a model thought before it
 * answered may hold braces too, and not every token is whole text.
 */
export function scoresOf(tokens: readonly Token[], object: string): Scores | null {
  const parts = tokens.map(bytesOf);
  const start = Buffer.concat(parts).toString("latin1").lastIndexOf(latin(object));
  const inside = verdictStart(latin(object));
  if (start < 0 || inside < 0) return null;
  let end = 0;
  const at = parts.findIndex((part) => (end += part.length) > start + inside);
  return at < 0 ? null : scoresAmong(tokens[at]!);
}

/** Some servers round 0 to a little more; beyond that it is no logarithm of a probability. */
const mostLogprob = 1e-3;

function scoresAmong(written: Token): Scores | null {
  const scores: Scores = { no: 0, uncertain: 0, wait: 0, yes: 0 };
  const others = written.top_logprobs ?? [];
  // One candidate says nothing about the other three verdicts.
  if (others.length < 2) return null;
  const isListed = others.some((one) => one.token === written.token);
  for (const { token, logprob } of isListed ? others : [written, ...others]) {
    if (!(logprob <= mostLogprob)) return null;
    const verdict = verdictBegunBy(token);
    if (verdict) scores[verdict] += Math.exp(logprob);
  }
  const sum = verdicts.reduce((sum, verdict) => sum + scores[verdict], 0);
  if (!(sum > 0)) return null;
  for (const verdict of verdicts) scores[verdict] /= sum;
  return scores;
}

/**
 * The verdict that a token begins: `yes`, ` "yes`, `"yes",` and `unc` do; `"` and `nothing` do not. The four differ in their
 * first letter, so that the beginning of a word belongs to one of them.
 */
function verdictBegunBy(token: string): Verdict | null {
  const word = token.replace(/^[\s:]*"?\s*/, "");
  if (!word) return null;
  const found = verdicts.find((verdict) => verdict.startsWith(word) || word.startsWith(verdict));
  return found && !/^\w/.test(word.slice(found.length)) ? found : null;
}

/**
 * Where the value of the object's own member "verdict" begins, behind its quote; -1 without one. A quoted message may
 * hold the same word, escaped: strings are skipped whole.
 */
function verdictStart(object: string): number {
  const pattern = /"(?:[^"\\]|\\.)*"|[[\]{}]/g;
  let depth = 0;
  for (let match = pattern.exec(object); match; match = pattern.exec(object)) {
    const [part] = match;
    if (part === "{" || part === "[") depth++;
    else if (part === "}" || part === "]") depth--;
    else if (depth === 1 && part === '"verdict"') {
      const value = /^\s*:\s*"/.exec(object.slice(pattern.lastIndex));
      if (value) return pattern.lastIndex + value[0].length;
    }
  }
  return -1;
}

function bytesOf({ token, bytes }: Token): Buffer {
  return bytes ? Buffer.from(bytes) : Buffer.from(token);
}

/** UTF-8 with each byte as one character: offsets in bytes and in characters are the same. */
function latin(text: string): string {
  return Buffer.from(text).toString("latin1");
}
