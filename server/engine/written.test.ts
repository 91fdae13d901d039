import { describe, expect, it } from "vitest";
import { margin, type Scores, type Transcript } from "../domain.ts";
import {
  failedAnswer,
  findQuote,
  isWorthWriting,
  readWritten,
  scoredAnswer,
  type Written,
  writtenAnswer,
} from "./written.ts";

const message =
  "BUG/MEDIUM: h2: close it\n\nIt leaked on\nevery retry. This must be backported as far as 2.8 (or not).";
const question = { patch: 1, message, author: "Ada", version: null, stable: [] };
const scores = (part: Partial<Scores>): Scores => ({ yes: 0, no: 0, wait: 0, uncertain: 0, ...part });
const transcript = (part: Partial<Transcript> = {}): Transcript => ({
  scores: scores({ yes: 1 }),
  marks: [],
  input: "",
  output: "",
  readTokens: 1,
  writtenTokens: 1,
  ...part,
});
const written = (part: Partial<Written> = {}): Written => ({
  reason: "It leaks.",
  quote: "",
  verdict: "yes",
  oldest: "",
  prerequisites: [],
  ...part,
});

describe("an explanation", () => {
  it("quotes the message also where lines were broken otherwise", () => {
    const { quote } = writtenAnswer(written({ quote: "It leaked on every retry." }), question, transcript());
    expect(quote).toEqual({ text: "It leaked on\nevery retry.", start: 26, end: 51 });
    expect(message.slice(quote!.start, quote!.end)).toBe(quote!.text);
  });

  it("loses a quote that is not in the message, and is marked", () => {
    const answer = writtenAnswer(written({ quote: "Backport it to all branches." }), question, transcript());
    expect(answer.quote).toBeNull();
    expect(answer.transcript!.marks).toEqual(["quote dropped"]);
    expect(answer.verdict).toBe("yes");
  });

  it("is uncertain where it contradicts the scores, and says both", () => {
    const answer = writtenAnswer(written({ verdict: "no" }), question, transcript());
    expect(answer).toMatchObject({ verdict: "uncertain", reason: "The model wrote no and scored yes: It leaks." });
    expect(answer.transcript!.marks).toEqual(["contradiction"]);
  });

  it("without scores stands by itself", () => {
    expect(writtenAnswer(written({ verdict: "wait" }), question, transcript({ scores: null })).verdict).toBe("wait");
  });

  it.each([
    ["2.8", "2.8"],
    ["v2.8 and later", "2.8"],
    ["all", "all"],
    ["", null],
    ["the oldest one", null],
  ])("oldest %j is %j", (oldest, expected) =>
    expect(writtenAnswer(written({ oldest }), question, transcript()).oldest).toBe(expected),
  );

  it("names prerequisites as links, ids in lower case", () => {
    const { links } = writtenAnswer(
      written({ prerequisites: ["ABCDEF12", " h2: add it ", ""] }),
      question,
      transcript(),
    );
    expect(links).toEqual([
      { kind: "needs", text: "abcdef12" },
      { kind: "needs", text: "h2: add it" },
    ]);
  });

  it("never says no of a message that was cut", () => {
    const cut = transcript({ marks: ["cut"], scores: scores({ no: 1 }) });
    expect(writtenAnswer(written({ verdict: "no" }), question, cut).verdict).toBe("uncertain");
    expect(scoredAnswer({ ...cut, scores: scores({ no: 1 }) }).verdict).toBe("uncertain");
  });

  it.each([
    ["not JSON", "Conclusion: yes", /not JSON/],
    [
      "a verdict of its own",
      '{"reason":"a","quote":"","verdict":"maybe","oldest":"","prerequisites":[]}',
      /^verdict: /,
    ],
    ["a member more", '{"reason":"a","quote":"","verdict":"no","oldest":"","prerequisites":[],"run":"rm"}', /run/],
    ["a member less", '{"reason":"a","verdict":"no","oldest":"","prerequisites":[]}', /^quote: /],
    ["no reason", '{"reason":" ","quote":"","verdict":"no","oldest":"","prerequisites":[]}', /^reason: /],
  ])("is refused when it is %s", (_, text, sentence) => expect(readWritten(text)).toMatch(sentence));
});

describe("what is worth an explanation", () => {
  it.each<[string, Partial<Scores>, boolean, boolean]>([
    ["a clear no is not", { no: 0.9, yes: 0.1 }, false, false],
    ["a clear no that a person asked about is", { no: 0.9, yes: 0.1 }, true, true],
    ["a close no is", { no: 0.55, yes: 0.45 }, false, true],
    ["a clear yes is", { yes: 1 }, false, true],
  ])("%s", (_, part, isExplanationAsked, expected) =>
    expect(isWorthWriting(scores(part), { ...question, isExplanationAsked })).toBe(expected),
  );
});

describe("scores", () => {
  it("give the lead of the best over the second", () => {
    expect(margin(scores({ yes: 0.6, wait: 0.3, no: 0.1 }))).toBeCloseTo(0.3);
    expect(margin(null)).toBeNull();
  });
});

describe("a failure", () => {
  it("is uncertain, marked, and says why", () => {
    expect(failedAnswer("killed twice.")).toMatchObject({
      verdict: "uncertain",
      reason: "Not analysed: killed twice.",
      transcript: { marks: ["failed"], scores: null },
    });
  });
});

describe("a quote", () => {
  it.each([
    ["(or not).", "(or not)."],
    ["  BUG/MEDIUM:\nh2: ", "BUG/MEDIUM: h2:"],
    ["a.*b", null],
  ])("%j is found as %j", (text, expected) => expect(findQuote(message, text)?.text ?? null).toBe(expected));
});
