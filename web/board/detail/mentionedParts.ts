/** Splits a text at words that stand alone; joined again, the parts are the text. Words are commit ids, so hex digits. */
export function textParts(text: string, words: readonly string[]): string[] {
  if (!words.length) return [text];
  // The longest first: one id may begin with another.
  const all = words.toSorted((a, b) => b.length - a.length).join("|");
  return text.split(new RegExp(`(?<![\\w-])(${all})(?![\\w-])`)).filter((part) => part !== "");
}
