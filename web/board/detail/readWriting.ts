/** What can be shown of an explanation that is still being written: the strings of its JSON, also the one that is not closed yet. */
export function readWriting(text: string): { reason: string; quote: string } {
  return { reason: member(text, "reason"), quote: member(text, "quote") };
}

function member(text: string, name: string): string {
  const found = new RegExp(`"${name}"\\s*:\\s*"((?:[^"\\\\]|\\\\.)*)`, "s").exec(text);
  if (!found) return "";
  // An escape that is cut in the middle is left for the next piece.
  const whole = found[1]!.replace(/\\(?:u[0-9a-fA-F]{0,3})?$/, "");
  try {
    return JSON.parse(`"${whole}"`) as string;
  } catch {
    return whole;
  }
}
