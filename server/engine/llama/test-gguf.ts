/** Writes models in GGUF version 3, for tests and benches: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md */
import { closeSync, openSync, writeSync } from "node:fs";

const alignment = 32;
/** Random tensors are made in pieces of about this many bytes. */
const pieceBytes = 1 << 20;

/** A value of the header with its type. */
export type Value =
  | { u32: number }
  | { f32: number }
  | { bool: boolean }
  | { text: string }
  | { texts: readonly string[] }
  | { f32s: readonly number[] }
  | { i32s: readonly number[] };

/** How numbers are packed: in blocks of so many, of so many bytes. */
const packings = {
  F32: { id: 0, numbers: 1, bytes: 4 },
  F16: { id: 1, numbers: 1, bytes: 2 },
  Q8_0: { id: 8, numbers: 32, bytes: 34 },
  Q4_K: { id: 12, numbers: 256, bytes: 144 },
  Q6_K: { id: 14, numbers: 256, bytes: 210 },
} as const;
export type Packing = keyof typeof packings;

/** A tensor: its shape with the contiguous dimension first, and a source of its bytes in order. */
export interface Tensor {
  name: string;
  shape: readonly number[];
  packing: Packing;
  bytes(count: number): Iterable<Buffer>;
}

/** Writes a model file and gives its size. */
export function writeGguf(path: string, header: Readonly<Record<string, Value>>, tensors: readonly Tensor[]): number {
  const file = openSync(path, "w");
  let at = 0;
  const write = (bytes: Buffer) => {
    writeSync(file, bytes);
    at += bytes.length;
  };
  const pad = () => write(Buffer.alloc((alignment - (at % alignment)) % alignment));
  try {
    const entries = Object.entries(header);
    write(Buffer.concat([Buffer.from("GGUF"), u32(3), u64(tensors.length), u64(entries.length)]));
    for (const [key, value] of entries) write(Buffer.concat([text(key), ...typed(value)]));
    let offset = 0;
    for (const { name, shape, packing } of tensors) {
      write(Buffer.concat([text(name), u32(shape.length), ...shape.map(u64), u32(packings[packing].id), u64(offset)]));
      offset += Math.ceil(sizeOf(shape, packing) / alignment) * alignment;
    }
    pad();
    for (const tensor of tensors) {
      for (const piece of tensor.bytes(sizeOf(tensor.shape, tensor.packing))) write(piece);
      pad();
    }
  } finally {
    closeSync(file);
  }
  return at;
}

/** A tensor of the numbers given. */
export function given(name: string, shape: readonly number[], numbers: Float32Array): Tensor {
  return {
    name,
    shape,
    packing: "F32",
    bytes: () => [Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)],
  };
}

/** A tensor of one number throughout. */
export function filled(name: string, shape: readonly number[], number: number): Tensor {
  return given(name, shape, new Float32Array(product(shape)).fill(number));
}

/** A tensor of random numbers around zero, always the same ones for a seed; `spread` is about their standard deviation. */
export function random(name: string, shape: readonly number[], packing: Packing, seed: number, spread: number): Tensor {
  return {
    name,
    shape,
    packing,
    *bytes(count) {
      const next = numbers(seed);
      const block = packings[packing].bytes;
      const perPiece = Math.max(1, Math.floor(pieceBytes / block));
      for (let blocks = count / block; blocks > 0; blocks -= perPiece) {
        const piece = Buffer.alloc(Math.min(blocks, perPiece) * block);
        for (let at = 0; at + 4 <= piece.length; at += 4) piece.writeUInt32LE(next(), at);
        for (let at = 0; at < piece.length; at += block) scale(piece, at, packing, spread, next);
        yield piece;
      }
    },
  };
}

/** Random bits are good for packed numbers; their scales, and plain numbers, must be of a sensible size. */
function scale(piece: Buffer, at: number, packing: Packing, spread: number, next: () => number): void {
  const half = (number: number, place: number) => piece.writeUInt16LE(halfOf(number), at + place);
  const even = () => (next() / 2 ** 31 - 1) * spread * Math.sqrt(3);
  if (packing === "F32") piece.writeFloatLE(even(), at);
  else if (packing === "F16") half(even(), 0);
  // Bytes spread evenly have a standard deviation of 73.9; 4 bits times a 6-bit scale of 230, less 7.5 times as much.
  else if (packing === "Q8_0") half(spread / 73.9, 0);
  else if (packing === "Q6_K") half(spread / (18.5 * 73.9), 208);
  else {
    half(spread / 230, 0);
    half((spread / 230) * 7.5, 2);
  }
}

/** A small, fast source of 32 random bits (xorshift). */
function numbers(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state = (state ^ (state << 5)) >>> 0;
    return state;
  };
}

/** The 16 bits of a half-precision number that is neither tiny nor huge; the last digits are cut off. */
function halfOf(number: number): number {
  const bits = new Uint32Array(new Float32Array([number]).buffer)[0]!;
  const exponent = ((bits >>> 23) & 0xff) - 112;
  const sign = (bits >>> 16) & 0x8000;
  if (exponent <= 0) return exponent < -9 ? sign : sign | (((bits & 0x7fffff) | 0x800000) >>> (14 - exponent));
  return sign | (exponent << 10) | ((bits >>> 13) & 0x3ff);
}

function sizeOf(shape: readonly number[], packing: Packing): number {
  return (product(shape) / packings[packing].numbers) * packings[packing].bytes;
}

function product(shape: readonly number[]): number {
  return shape.reduce((all, one) => all * one, 1);
}

const u32 = (number: number) => Buffer.from(new Uint32Array([number]).buffer);
const u64 = (number: number) => Buffer.from(new BigUint64Array([BigInt(number)]).buffer);
const text = (value: string) => Buffer.concat([u64(Buffer.byteLength(value)), Buffer.from(value)]);

function typed(value: Value): Buffer[] {
  if ("u32" in value) return [u32(4), u32(value.u32)];
  if ("f32" in value) return [u32(6), Buffer.from(new Float32Array([value.f32]).buffer)];
  if ("bool" in value) return [u32(7), Buffer.from([value.bool ? 1 : 0])];
  if ("text" in value) return [u32(8), text(value.text)];
  const list = (type: number, count: number) => [u32(9), u32(type), u64(count)];
  if ("texts" in value) return [...list(8, value.texts.length), ...value.texts.map(text)];
  if ("f32s" in value) return [...list(6, value.f32s.length), Buffer.from(new Float32Array(value.f32s).buffer)];
  return [...list(5, value.i32s.length), Buffer.from(new Int32Array(value.i32s).buffer)];
}
