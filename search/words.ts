/**
 * What a word of a search means: it is found where a word of the text begins with it, in either case. Runs of letters and
 * digits are words, all other signs stand between them; in quotes, or before a closing sign, the last one has to be whole.
 * SQLite's unicode61 tokenizer reads text the same way, so that server and page agree.
 */
const word = /[\p{L}\p{N}]+/gu;

/** The runs of letters and digits in a text. */
export function wordsIn(text: string): string[] {
  return text.match(word) ?? [];
}

/** Whether the last word of a search may go on: `tim` finds timer, `"tim"` and `tim)` do not. */
export function isOpenEnded(text: string, isPhrase: boolean): boolean {
  return !isPhrase && /[\p{L}\p{N}]$/u.test(text);
}

/** An expression for text that holds what is searched for; with `g` in `flags` it finds every place. Null without a word. */
export function patternOf(text: string, isPhrase: boolean, flags = ""): RegExp | null {
  const words = wordsIn(text);
  if (!words.length) return null;
  const end = isOpenEnded(text, isPhrase) ? "" : "(?![\\p{L}\\p{N}])";
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join("[^\\p{L}\\p{N}]+")}${end}`, `iu${flags}`);
}
