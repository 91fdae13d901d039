/** Bytes that others wrote, made safe to look at: hidden characters become visible escapes. Pure. */

/** A message as it is shown. `isSuspicious`: it held characters that hide or reorder text. */
export interface ShownText {
  subject: string;
  body: string;
  isSuspicious: boolean;
}

/** Everything but tab, newline and printable ASCII: what is left after that needs a second look. */
const unusual = /[^\n\t\x20-\x7e]/;

/** Characters that are invisible, reorder others or move the cursor, as first and last of each range. */
const hiddenRanges: readonly (readonly [first: number, last: number, what: string])[] = [
  [0x00, 0x08, "controls"],
  [0x0b, 0x1f, "controls"],
  [0x7f, 0x9f, "delete and C1 controls"],
  [0xad, 0xad, "soft hyphen"],
  [0x34f, 0x34f, "grapheme joiner"],
  [0x61c, 0x61c, "Arabic letter mark"],
  [0x115f, 0x1160, "Hangul fillers"],
  [0x17b4, 0x17b5, "Khmer vowels without a shape"],
  [0x180b, 0x180f, "Mongolian selectors"],
  [0x200b, 0x200f, "zero width, direction marks"],
  [0x2028, 0x202e, "separators, embeddings and overrides"],
  [0x2060, 0x206f, "invisible operators, isolates"],
  [0x3164, 0x3164, "Hangul filler"],
  [0xfe00, 0xfe0f, "variation selectors"],
  [0xfeff, 0xfeff, "byte order mark"],
  [0xffa0, 0xffa0, "half-width filler"],
  [0xfff0, 0xfffb, "annotations"],
  [0x1bca0, 0x1bca3, "shorthand controls"],
  [0x1d173, 0x1d17a, "musical controls"],
  [0xe0000, 0xe0fff, "tags, further variation selectors"],
];
const hex = (code: number) => `\\u{${code.toString(16)}}`;
const hidden = new RegExp(`[${hiddenRanges.map(([first, last]) => `${hex(first)}-${hex(last)}`).join("")}]`, "gu");

/** Selectors, skin tones and joiners that only compose an emoji are what the author sees, not a trick. */
const emoji = new RegExp(
  String.raw`\p{Extended_Pictographic}(?:\u{fe0f}|[\u{1f3fb}-\u{1f3ff}]|\u{200d}(?=\p{Extended_Pictographic})|(?<=\u{200d})\p{Extended_Pictographic})*`,
  "gu",
);

/** Subject and body of a raw message, decoded and with every hidden character as an escape such as `\u202e` or `\x1b`. */
export function shownText(message: Buffer, encoding: string | null): ShownText {
  const { text, isSuspicious } = withEscapes(decode(message, encoding));
  return { ...split(text), isSuspicious };
}

/** The message that a board shows and that offsets of quotes count in: subject, an empty line, body. */
export function shownMessage(message: Buffer, encoding: string | null): string {
  const { subject, body } = shownText(message, encoding);
  return body ? `${subject}\n\n${body}` : subject;
}

/** A name or mail of a commit object, of which `bytes` is the Latin-1 view. */
export function shownName(bytes: string, encoding: string | null): { text: string; isSuspicious: boolean } {
  if (!unusual.test(bytes)) return { text: bytes, isSuspicious: false };
  return withEscapes(decode(Buffer.from(bytes, "latin1"), encoding));
}

/** A name, path or ref of one line, with newlines and tabs escaped too. */
export function escapeLine(text: string): string {
  return withEscapes(text).text.replaceAll("\n", "\\n").replaceAll("\t", "\\t");
}

/** Whether bytes are only printable ASCII, tabs and newlines, so that nothing has to be decoded or escaped. */
export function isPlain(bytes: Buffer): boolean {
  const end = bytes.length;
  for (let at = 0; at < end; at++) {
    const byte = bytes[at]!;
    if (byte > 0x7e || (byte < 0x20 && byte !== 0x0a && byte !== 0x09)) return false;
  }
  return true;
}

/** Text with hidden characters escaped; CRLF becomes a newline, which no reader counts as hidden. */
export function withEscapes(text: string): { text: string; isSuspicious: boolean } {
  if (!unusual.test(text)) return { text, isSuspicious: false };
  const lines = text.replaceAll("\r\n", "\n");
  const pieces: string[] = [];
  let isSuspicious = false;
  let end = 0;
  const escape = (piece: string) =>
    piece.replace(hidden, (one) => {
      isSuspicious = true;
      return escaped(one);
    });
  for (const found of lines.matchAll(emoji)) {
    pieces.push(escape(lines.slice(end, found.index)), found[0]);
    end = found.index + found[0].length;
  }
  pieces.push(escape(lines.slice(end)));
  return { text: pieces.join(""), isSuspicious };
}

/**
 * Bytes to text: in the encoding that the commit's header names when this platform knows it, else UTF-8; never fails,
 * what cannot be read becomes U+FFFD. The header may lie: encodings in which ASCII is not ASCII are not believed.
 */
export function decode(bytes: Buffer, encoding: string | null): string {
  if (encoding && !/^utf-?8$/i.test(encoding)) {
    try {
      const decoder = new TextDecoder(encoding, { ignoreBOM: true });
      if (!decoder.encoding.startsWith("utf-16")) return decoder.decode(bytes);
    } catch {
      // Nobody knows an encoding of that name: read as UTF-8, like a commit without the header.
    }
  }
  return utf8.decode(bytes);
}

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

function escaped(character: string): string {
  const code = character.codePointAt(0)!;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, "0")}`;
  if (code < 0x1_0000) return `\\u${code.toString(16).padStart(4, "0")}`;
  return `\\u{${code.toString(16)}}`;
}

/** As git splits: leading blank lines go, the first paragraph is the subject, unwrapped to one line. */
function split(text: string): { subject: string; body: string } {
  const start = /^(?:[^\S\n]*\n)*/.exec(text)![0].length;
  const blank = /\n[^\S\n]*(?:\n|$)/g;
  blank.lastIndex = start;
  const found = blank.exec(text);
  const subject = text
    .slice(start, found ? found.index : undefined)
    .replace(/\s*\n\s*/g, " ")
    .trim();
  if (!found) return { subject, body: "" };
  const rest = text.slice(found.index + found[0].length);
  return { subject, body: rest.slice(/^(?:[^\S\n]*\n)*/.exec(rest)![0].length).trimEnd() };
}
