import { describe, expect, it } from "vitest";
import type { Token } from "./completion.ts";
import { scoresOf } from "./scores.ts";

const object =
  '{"reason":"It says \\"verdict\\":\\"yes\\" – no","quote":"","verdict":"wait","oldest":"","prerequisites":[]}';
const before = object.slice(0, object.indexOf('"wait"'));
const behind = object.slice(object.indexOf('"wait"') + '"wait"'.length);

type Candidates = Record<string, number>;
const token = (text: string, candidates: Candidates = {}): Token => ({
  token: text,
  logprob: Math.log(candidates[text] ?? 1),
  top_logprobs: Object.entries(candidates).map(([token, share]) => ({ token, logprob: Math.log(share) })),
});
/** The object with `parts` where its verdict stands. */
const written = (...parts: Token[]) => [...before.split(/(?<=\W)/).map((one) => token(one)), ...parts, token(behind)];

describe("scores of the four verdicts", () => {
  it.each<[string, Token[]]>([
    ["the word is a token", [token('"'), token("wait", { wait: 0.6, yes: 0.2, no: 0.1, uncertain: 0.1 }), token('"')]],
    ["the quote belongs to it", [token('"wait', { '"wait': 0.6, '"yes': 0.2, '"no': 0.1, '"unc': 0.1 }), token('"')]],
    [
      "a space and both quotes do",
      [token('"wait"', { '"wait"': 0.6, ' "yes"': 0.2, '"no"': 0.1, ' "uncertain"': 0.1 })],
    ],
    ["it is split", [token('"'), token("w", { w: 0.6, ye: 0.2, n: 0.1, un: 0.1 }), token("ait"), token('"')]],
    [
      "pieces of one verdict count together",
      [token('"'), token("wait", { wait: 0.5, w: 0.1, y: 0.1, yes: 0.1, no: 0.1, uncertain: 0.1 }), token('"')],
    ],
    [
      "other words do not count",
      [
        token('"'),
        token("wait", { wait: 0.3, yes: 0.1, no: 0.05, uncertain: 0.05, nothing: 0.2, yesterday: 0.2, "?": 0.1 }),
        token('"'),
      ],
    ],
    [
      "the written one is not listed",
      [token('"'), { ...token("wait", { yes: 0.2, no: 0.1, uncertain: 0.1 }), logprob: Math.log(0.6) }, token('"')],
    ],
  ])("%s", (_, parts) => {
    const scores = scoresOf(written(...parts), object)!;
    const rounded = Object.fromEntries(
      Object.entries(scores).map(([verdict, score]) => [verdict, Math.round(score * 100) / 100]),
    );
    expect(rounded).toEqual({ no: 0.1, uncertain: 0.1, wait: 0.6, yes: 0.2 });
  });

  const plain = [token('"'), token("wait", { wait: 0.9, yes: 0.1 }), token('"')];

  it("are found behind what was thought aloud, in which there is an object too", () => {
    const thought = [
      token("<think>"),
      token('{"verdict":"no"}', { '{"verdict":"no"}': 0.5, x: 0.5 }),
      token("</think>"),
    ];
    expect(scoresOf([...thought, ...written(...plain)], object)).toMatchObject({ yes: expect.closeTo(0.1), no: 0 });
  });

  it("are found where tokens end within a character", () => {
    const parts = [...Buffer.from("–")].map((byte) => ({ ...token("\u{fffd}"), bytes: [byte] }));
    const at = before.indexOf("–");
    const tokens = [token(before.slice(0, at)), ...parts, token(before.slice(at + 1)), ...plain, token(behind)];
    expect(scoresOf(tokens, object)).toMatchObject({ wait: expect.closeTo(0.9) });
    const withoutBytes = tokens.map(({ token, logprob, top_logprobs }) => ({ token, logprob, top_logprobs }));
    expect(scoresOf(withoutBytes, object)).toBeNull();
  });

  it.each<[string, Token[]]>([
    ["the server gives none", []],
    ["the tokens are of another text", [token("Hello")]],
    ["there is one candidate only", written(token('"'), token("wait", { wait: 1 }), token('"'))],
    [
      "no candidate is a verdict",
      written(token('"'), { ...token("?", { "?": 0.5, "!": 0.5 }), token: "wait", logprob: -Infinity }, token('"')),
    ],
    ...[1_000, 0.5, Infinity, NaN].map((logprob): [string, Token[]] => [
      `a logarithm is ${logprob}`,
      written(
        token('"'),
        { ...plain[1]!, top_logprobs: [...plain[1]!.top_logprobs!, { token: "no", logprob }] },
        token('"'),
      ),
    ]),
    [
      "another word's logarithm is 1000",
      written(
        token('"'),
        { ...plain[1]!, top_logprobs: [...plain[1]!.top_logprobs!, { token: "x", logprob: 1_000 }] },
        token('"'),
      ),
    ],
  ])("are null when %s", (_, tokens) => expect(scoresOf(tokens, object)).toBeNull());

  it("are there when a server rounds a certain one to a little more than 0", () => {
    const rounded = token("wait", { wait: Math.exp(5e-4), yes: 0 });
    expect(scoresOf(written(token('"'), rounded, token('"')), object)).toEqual({
      no: 0,
      uncertain: 0,
      wait: 1,
      yes: 0,
    });
  });

  it("are not read at a member of the same name further inside, nor without one", () => {
    const inner = '{"a":{"verdict":"yes"},"b":"verdict"}';
    expect(scoresOf([token(inner, { [inner]: 0.5, yes: 0.5 })], inner)).toBeNull();
  });
});
