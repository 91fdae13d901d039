/** The parts that all our test models share: the llama architecture, and a vocabulary of characters and whole words. */
import { random, writeGguf, type Packing, type Tensor, type Value } from "./test-gguf.ts";

const kinds = { normal: 1, unknown: 2, control: 3, userDefined: 4, byte: 6 } as const;
type Kind = keyof typeof kinds;

/** Tokens by number. Texts of `userDefined` tokens are found in any text before anything else is. */
export interface Vocabulary {
  texts: string[];
  kinds: Kind[];
  /** The number of this token, made if there is none. */
  token(text: string, kind?: Kind): number;
}

export const endToken = 2;
const space = "\u2581";

/** Every byte, every printable character, and what is added. */
export function vocabulary(): Vocabulary {
  const texts: string[] = [];
  const all: Kind[] = [];
  const numbers = new Map<string, number>();
  const token = (text: string, kind: Kind = "userDefined") => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, texts.length);
    all.push(kind);
    return texts.push(text) - 1;
  };
  token("<unk>", "unknown");
  token("<s>", "control");
  token("</s>", "control");
  for (let byte = 0; byte < 256; byte++) token(`<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`, "byte");
  token(space, "normal");
  for (let code = 33; code < 127; code++) token(String.fromCharCode(code), "normal");
  return { texts, kinds: all, token };
}

export interface Shape {
  layers: number;
  width: number;
  inner: number;
  heads: number;
  keyHeads: number;
  context: number;
}

/** The header of a llama model. */
export function llamaHeader(
  name: string,
  shape: Shape,
  { texts, kinds: all }: Vocabulary,
  more: Record<string, Value> = {},
): Record<string, Value> {
  return {
    "general.architecture": { text: "llama" },
    "general.name": { text: name },
    "llama.context_length": { u32: shape.context },
    "llama.embedding_length": { u32: shape.width },
    "llama.block_count": { u32: shape.layers },
    "llama.feed_forward_length": { u32: shape.inner },
    "llama.attention.head_count": { u32: shape.heads },
    "llama.attention.head_count_kv": { u32: shape.keyHeads },
    "llama.attention.layer_norm_rms_epsilon": { f32: 1e-5 },
    "llama.rope.dimension_count": { u32: shape.width / shape.heads },
    "llama.vocab_size": { u32: texts.length },
    "tokenizer.ggml.model": { text: "llama" },
    "tokenizer.ggml.tokens": { texts },
    // Longer tokens win over their parts.
    "tokenizer.ggml.scores": { f32s: texts.map((text, at) => (all[at] === "normal" ? text.length - 100 : 0)) },
    "tokenizer.ggml.token_type": { i32s: all.map((kind) => kinds[kind]) },
    "tokenizer.ggml.bos_token_id": { u32: 1 },
    "tokenizer.ggml.eos_token_id": { u32: endToken },
    "tokenizer.ggml.unknown_token_id": { u32: 0 },
    "tokenizer.ggml.add_bos_token": { bool: true },
    "tokenizer.ggml.add_space_prefix": { bool: false },
    ...more,
  };
}

/** The template of ChatML, as models bring it. */
export const chatMl =
  "{% for message in messages %}{{'<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n'}}{% endfor %}" +
  "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}";

/** Shapes of models whose speed is like that of real ones: how fast a model is does not depend on what its weights say. */
export const shapes = {
  tiny: { layers: 2, width: 64, inner: 128, heads: 4, keyHeads: 2, context: 8192 },
  slow: { layers: 8, width: 384, inner: 1024, heads: 6, keyHeads: 3, context: 8192 },
  /** About 336 million parameters with 32,000 tokens. */
  bench: { layers: 24, width: 1024, inner: 2816, heads: 16, keyHeads: 4, context: 8192 },
  /** About 1.2 billion. */
  bench1b: { layers: 22, width: 2048, inner: 5632, heads: 32, keyHeads: 8, context: 8192 },
} as const satisfies Record<string, Shape>;

/** What a random model may differ in. */
export interface RandomModel {
  packing?: Packing;
  /** These become tokens; others that no text holds fill up to `tokens`. */
  words?: readonly string[];
  tokens?: number;
  more?: Record<string, Value>;
}

/** Writes a model of random weights, and gives the size of the file. */
export function writeRandomModel(
  path: string,
  shape: Shape,
  { packing = "F16", words = [], tokens = 0, more = {} }: RandomModel = {},
): number {
  const known = vocabulary();
  for (const word of words) known.token(word.replaceAll(" ", space), "normal");
  for (let at = 0; known.texts.length < tokens; at++) known.token(`unused${at}`, "normal");
  const { layers, width, inner, heads, keyHeads } = shape;
  const keys = (width / heads) * keyHeads;
  const spread = 1 / Math.sqrt(width);
  let seed = 0;
  const matrix = (name: string, from: number, to: number, how = packing) =>
    random(`${name}.weight`, [from, to], how, seed++, spread);
  const norm = (name: string): Tensor => ({
    name: `${name}.weight`,
    shape: [width],
    packing: "F32",
    bytes: () => [Buffer.from(new Float32Array(width).fill(1).buffer)],
  });
  const tensors = [matrix("token_embd", width, known.texts.length)];
  for (let layer = 0; layer < layers; layer++) {
    const of = (name: string) => `blk.${layer}.${name}`;
    tensors.push(
      norm(of("attn_norm")),
      matrix(of("attn_q"), width, width),
      matrix(of("attn_k"), width, keys),
      matrix(of("attn_v"), width, keys),
    );
    tensors.push(matrix(of("attn_output"), width, width), norm(of("ffn_norm")), matrix(of("ffn_gate"), width, inner));
    tensors.push(matrix(of("ffn_up"), width, inner), matrix(of("ffn_down"), inner, width));
  }
  tensors.push(norm("output_norm"), matrix("output", width, known.texts.length, packing === "Q4_K" ? "Q6_K" : packing));
  return writeGguf(path, llamaHeader(`random ${packing}`, shape, known, more), tensors);
}
