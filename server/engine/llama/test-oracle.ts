/**
 * A llama of one layer, compiled by hand, that reads: its verdict depends on phrases in the message, its explanation on the
 * verdict. Queries and keys are zero, so attention is even and takes the mean of what all tokens vote; the output matrix is a table
 * of which token follows which, with the votes deciding where a choice is. So the whole path runs on a real model, and is tested.
 */
import { readdirSync, readFileSync } from "node:fs";
import type { Verdict } from "../../domain.ts";
import { formLead } from "./form.ts";
import { scored } from "./frame.ts";
import { filled, given, writeGguf, type Value } from "./test-gguf.ts";
import { endToken, llamaHeader, vocabulary } from "./test-llama.ts";

/** What a phrase in a message does. `written` differs from `scored` in a model that contradicts itself. */
export interface Vote {
  scored: Verdict;
  written?: Verdict;
  /** The reason never ends. */
  isEndless?: boolean;
}

/** Phrases that no prompt of ours contains: what stands in the constant part would vote for every message. */
export const votes: Readonly<Record<string, Vote>> = {
  "This fixes a crash": { scored: "yes" },
  "must be backported": { scored: "yes" },
  "No functional change": { scored: "no" },
  "after it has settled": { scored: "wait" },
  "of two minds": { scored: "yes", written: "no" },
  "goes on and on": { scored: "yes", isEndless: true },
};

const reasons: Readonly<Record<Verdict, string>> = {
  yes: "This fixes a bug that users of stable branches meet.",
  no: "Nothing that a stable branch needs.",
  wait: "It is wanted there, but later.",
  uncertain: "The message does not tell enough.",
};
const quotes: Readonly<Partial<Record<Verdict, string>>> = {
  yes: "This fixes a crash",
  no: "No functional change",
  wait: "after it has settled",
};
const endless = " and so on";

const width = 256;
const heads = 4;
const headWidth = width / heads;
const inner = 64;
/** Dimensions: tokens that something follows have one each; then what votes add up to; what a token votes; padding. */
const sums = 200;
const ballots = 216;
const padding = 255;
/** One vote among 2,000 tokens must still decide. */
const gain = 5_000;
/** What follows a token outweighs every vote, so that votes decide only where there is a choice. */
const edge = 20;
/** Without any votes the model is uncertain, by a little. */
const doubt = 0.05;

/** Writes the model. `more` goes into its header, a chat template for example; `markers` into its vocabulary. */
export function writeOracle(
  path: string,
  {
    more = {},
    markers = [],
    markerKind = "control",
  }: { more?: Record<string, Value>; markers?: string[]; markerKind?: "control" | "userDefined" } = {},
): number {
  const known = vocabulary();
  const prompts = promptTexts();
  for (const phrase of Object.keys(votes)) {
    if (prompts.includes(phrase)) throw new Error(`a prompt contains the phrase: ${phrase}`);
  }
  for (const marker of markers) known.token(marker, markerKind);
  const next = new Map<number, [to: number, weight: number, sum: number | null][]>();
  const follow = (from: string, to: number, weight = edge, sum: number | null = null) => {
    const start = known.token(from);
    next.set(start, [...(next.get(start) ?? []), [to, weight, sum]]);
  };
  const choose = (from: string, offset: number, to: (verdict: Verdict) => string) => {
    for (const [at, verdict] of scored.entries())
      follow(from, known.token(to(verdict)), edge + (verdict === "uncertain" ? doubt : 0), sums + offset + at);
  };
  const verdictName = '","verdict":"';
  const quoteName = '","quote":"';
  const oldestName = '","oldest":"';
  const rest = '","prerequisites":[]}';
  choose("Verdict:", 0, (verdict) => ` ${verdict}`);
  choose(formLead, 4, (verdict) => reasons[verdict]);
  follow(formLead, known.token(endless), edge, sums + 8);
  follow(endless, known.token(endless));
  for (const reason of Object.values(reasons)) follow(reason, known.token(quoteName));
  choose(quoteName, 4, (verdict) => quotes[verdict] ?? verdictName);
  for (const quote of Object.values(quotes)) follow(quote, known.token(verdictName));
  choose(verdictName, 4, (verdict) => verdict);
  for (const verdict of scored) follow(verdict, known.token(oldestName));
  choose(oldestName, 4, (verdict) => (verdict === "yes" ? "2.8" : rest));
  follow("2.8", known.token(rest));
  follow(rest, endToken);
  for (const phrase of Object.keys(votes)) known.token(phrase);
  for (const word of new Set(prompts.match(/ [a-zA-Z]{3,}/g))) known.token(word);
  return write(path, known, next, more);
}

function promptTexts(): string {
  const folder = new URL("../../../prompts/", import.meta.url);
  return readdirSync(folder)
    .map((file) => readFileSync(new URL(file, folder), "utf8"))
    .join("\n");
}

function write(
  path: string,
  known: ReturnType<typeof vocabulary>,
  next: ReadonlyMap<number, readonly [number, number, number | null][]>,
  more: Record<string, Value>,
): number {
  const count = known.texts.length;
  const embedding = new Float32Array(count * width);
  const output = new Float32Array(count * width);
  let own = 0;
  for (const [from, targets] of next) {
    embedding[from * width + own] = 8;
    for (const [to, weight, sum] of targets) {
      output[to * width + own] = weight / 2;
      if (sum !== null) output[to * width + sum] = 1;
    }
    if (++own > sums) throw new Error("more tokens with a successor than dimensions");
  }
  for (const [phrase, vote] of Object.entries(votes)) {
    const row = known.token(phrase) * width + ballots;
    embedding[row + scored.indexOf(vote.scored)] = 2;
    embedding[row + 4 + scored.indexOf(vote.written ?? vote.scored)] = 2;
    if (vote.isEndless) embedding[row + 8] = 6;
  }
  // All rows of one length: then normalization changes nothing.
  for (let token = 0; token < count; token++) {
    const row = embedding.subarray(token * width, (token + 1) * width);
    row[padding] = Math.sqrt(width - row.reduce((sum, one) => sum + one * one, 0));
  }
  const value = new Float32Array(width * headWidth);
  const back = new Float32Array(width * width);
  for (let ballot = 0; ballot < 9; ballot++) {
    value[ballot * width + ballots + ballot] = 1;
    for (let head = 0; head < heads; head++) back[(sums + ballot) * width + head * headWidth + ballot] = gain / heads;
  }
  const shape = { layers: 1, width, inner, heads, keyHeads: 1, context: 8192 };
  return writeGguf(path, llamaHeader("patch oracle", shape, known, more), [
    given("token_embd.weight", [width, count], embedding),
    filled("blk.0.attn_norm.weight", [width], 1),
    filled("blk.0.attn_q.weight", [width, width], 0),
    filled("blk.0.attn_k.weight", [width, headWidth], 0),
    given("blk.0.attn_v.weight", [width, headWidth], value),
    given("blk.0.attn_output.weight", [width, width], back),
    filled("blk.0.ffn_norm.weight", [width], 1),
    filled("blk.0.ffn_gate.weight", [width, inner], 0),
    filled("blk.0.ffn_up.weight", [width, inner], 0),
    filled("blk.0.ffn_down.weight", [inner, width], 0),
    filled("output_norm.weight", [width], 1),
    given("output.weight", [width, count], output),
  ]);
}
