/** Splits a message at its quotes (UTF-16 offsets, in any order, overlapping or not); joined, the parts are the message. */
export function quotedParts(
  message: string,
  quotes: readonly { start: number; end: number }[],
): { text: string; isQuoted: boolean }[] {
  const parts: { text: string; isQuoted: boolean }[] = [];
  let at = 0;
  for (const { start, end } of quotes.toSorted((a, b) => a.start - b.start)) {
    const [from, to] = [Math.max(at, start), Math.min(end, message.length)];
    if (to <= from) continue;
    if (from > at) parts.push({ text: message.slice(at, from), isQuoted: false });
    parts.push({ text: message.slice(from, to), isQuoted: true });
    at = to;
  }
  if (at < message.length) parts.push({ text: message.slice(at), isQuoted: false });
  return parts;
}
