import { z } from "zod";
import { type Answer, type Mark, type Quote, type Scores, type Transcript, type Verdict, verdicts } from "../domain.ts";
import type { Question } from "./engine.ts";

/** A verdict is clear when the best one leads the second by this much. */
const clearLead = 0.5;
const reasonCharacters = 400;
const quoteCharacters = 400;
const oldestCharacters = 20;
const prerequisiteCharacters = 200;
const mostPrerequisites = 5;

/** The form of an explanation as a JSON schema, for grammars and for servers. Members in the order in which they are to be written. */
export const writtenSchema = {
  type: "object",
  properties: {
    reason: { type: "string", maxLength: reasonCharacters },
    quote: { type: "string", maxLength: quoteCharacters },
    verdict: { type: "string", enum: ["yes", "no", "wait", "uncertain"] },
    oldest: { type: "string", maxLength: oldestCharacters },
    prerequisites: {
      type: "array",
      items: { type: "string", maxLength: prerequisiteCharacters },
      maxItems: mostPrerequisites,
    },
  },
  required: ["reason", "quote", "verdict", "oldest", "prerequisites"],
  additionalProperties: false,
} as const;

const form = z.strictObject({
  reason: z.string().trim().min(1).max(reasonCharacters),
  quote: z.string().max(quoteCharacters),
  verdict: z.enum(verdicts),
  oldest: z.string().max(oldestCharacters),
  prerequisites: z.array(z.string().max(prerequisiteCharacters)).max(mostPrerequisites),
});

/** What a model wrote, as an object of the form above. */
export type Written = z.infer<typeof form>;

/** Reads an explanation; or the sentence that tells what is wrong with it. */
export function readWritten(text: string): Written | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "it is not JSON.";
  }
  const result = form.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  return `${issue.path.join(".") || "the object"}: ${issue.message}.`;
}

/** The best verdict, and whether it is so far ahead that nothing else is worth a thought. Of equals the first in `verdicts` order. */
export function bestOf(scores: Scores): { verdict: Verdict; isClear: boolean } {
  const [best, second] = [...verdicts].sort((a, b) => scores[b] - scores[a]);
  return { verdict: best!, isClear: scores[best!] - scores[second!] >= clearLead };
}

/** True when an explanation is worth its time: for anything but a clear no, or when a person asked. */
export function isWorthWriting(scores: Scores, question: Pick<Question, "isExplanationAsked">): boolean {
  const { verdict, isClear } = bestOf(scores);
  return question.isExplanationAsked === true || verdict !== "no" || !isClear;
}

const bare: Answer = {
  verdict: "uncertain",
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
};

/** The answer to a patch whose verdict was scored and not explained. */
export function scoredAnswer(transcript: Transcript & { scores: Scores }): Answer {
  const { verdict, isClear } = bestOf(transcript.scores);
  const reason = `The model scored this as ${isClear ? "a clear " : ""}${verdict} and was not asked to explain.`;
  return { ...bare, verdict: unlessCut(verdict, transcript), reason, transcript };
}

/**
 * The answer that an explanation makes. Its quote must occur in the message, else it is dropped; its verdict must be the one that
 * scored best, else the answer is uncertain: both are marked.
 */
export function writtenAnswer(written: Written, question: Question, transcript: Transcript): Answer {
  const answerMarks: Mark[] = [...transcript.marks];
  const quote = written.quote.trim() ? findQuote(question.message, written.quote) : null;
  if (written.quote.trim() && !quote) answerMarks.push("quote dropped");
  const scored = transcript.scores ? bestOf(transcript.scores).verdict : written.verdict;
  const isContradiction = scored !== written.verdict;
  if (isContradiction) answerMarks.push("contradiction");
  return {
    ...bare,
    verdict: isContradiction ? "uncertain" : unlessCut(written.verdict, transcript),
    reason: isContradiction
      ? `The model wrote ${written.verdict} and scored ${scored}: ${written.reason}`
      : written.reason,
    quote,
    oldest: oldestOf(written.oldest),
    links: written.prerequisites.flatMap((text) => {
      const named = text.trim();
      return named
        ? [{ kind: "needs" as const, text: /^[0-9a-f]{7,64}$/i.test(named) ? named.toLowerCase() : named }]
        : [];
    }),
    transcript: { ...transcript, marks: answerMarks },
  };
}

/** The part of a message that a model did not see may hold the instruction: then a no is not known. */
function unlessCut(verdict: Verdict, { marks }: Transcript): Verdict {
  return verdict === "no" && marks.includes("cut") ? "uncertain" : verdict;
}

/** The answer to a patch that the engine could not analyse: uncertain, never no. `cause` is one sentence. */
export function failedAnswer(cause: string, transcript: Partial<Transcript> = {}): Answer {
  const empty: Transcript = { scores: null, marks: [], input: "", output: "", readTokens: 0, writtenTokens: 0 };
  return {
    ...bare,
    reason: `Not analysed: ${cause}`,
    transcript: { ...empty, ...transcript, marks: [...(transcript.marks ?? []), "failed"] },
  };
}

/** Where quoted words stand in a message; line breaks and runs of spaces may differ, as models do not keep them. Null when they are not there. */
export function findQuote(message: string, quoted: string): Quote | null {
  const words = quoted.trim().split(/\s+/);
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+");
  const found = new RegExp(pattern).exec(message);
  return found ? { text: found[0], start: found.index, end: found.index + found[0].length } : null;
}

/** "2.8", "v2.8" and "2.8 and later" are 2.8; anything without a version is none. */
function oldestOf(text: string): string | null {
  return /(\d+(?:\.\d+)*)/.exec(text)?.[1] ?? (/^all\b/i.test(text.trim()) ? "all" : null);
}
