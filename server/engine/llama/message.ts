import type { LlamaModel, Token } from "node-llama-cpp";
import { cutMark, headShare } from "../prompt.ts";
import { inside } from "./frame.ts";

/** More characters than this per token of room need not be tokenized: they would be cut. */
const charactersPerToken = 32;
/** How the markers of chat templates look, "<|im_end|>" or "[/INST]". */
const marker = /^\s*(?:<.+>|\[.+\])\s*$/s;

/** A message as a model sees it. */
export interface MessageTokens {
  tokens: Token[];
  /** The text that is left of one that was too long, null when all is there. */
  cutTo: string | null;
}

/** The tokens of a message, cut in the middle to what there is room for. Nothing in it becomes a special token. */
export function messageTokens(model: LlamaModel, text: string, room: number): MessageTokens {
  const most = room * charactersPerToken;
  const gap = inside(model, cutMark);
  if (text.length > 2 * most) {
    return joined(model, plainTokens(model, text.slice(0, most)), plainTokens(model, text.slice(-most)), gap, room);
  }
  const tokens = plainTokens(model, text);
  return tokens.length <= room ? { tokens, cutTo: null } : joined(model, tokens, tokens, gap, room);
}

function joined(model: LlamaModel, start: Token[], end: Token[], gap: Token[], room: number): MessageTokens {
  const most = Math.floor((room - gap.length) * headShare);
  const head = start.slice(0, most);
  const foot = end.slice(most + gap.length - room);
  return { tokens: [...head, ...gap, ...foot], cutTo: model.detokenize(head) + cutMark + model.detokenize(foot) };
}

/**
 * With special tokens off a tokenizer still finds those that a model's file declares as its user's own, and some models declare
 * the markers of their chat template so. Those are taken apart: a message must not end its own turn.
 */
function plainTokens(model: LlamaModel, text: string): Token[] {
  return inside(model, text).flatMap((token) => (isMarker(model, token) ? apart(model, token) : [token]));
}

function isMarker(model: LlamaModel, token: Token): boolean {
  const attributes = model.getTokenAttributes(token);
  if (attributes.normal || attributes.byte) return false;
  return attributes.control || model.isEogToken(token) || marker.test(model.detokenize([token], true));
}

function apart(model: LlamaModel, token: Token): Token[] {
  const text = model.detokenize([token], true);
  return Array.from(text).flatMap((character) => inside(model, character));
}
