/**
 * What a word of a search means: it is found where a word of the text begins with it, in either case and with or without
 * accents. Runs of letters and digits are words, all other signs stand between them; in quotes, or before a closing sign,
 * the last one has to be whole. SQLite's unicode61 tokenizer reads text the same way, so that server and page agree.
 */
const word = /[\p{L}\p{N}]+/gu;

/** The runs of letters and digits in a text, without accents. */
export function wordsIn(text: string): string[] {
  return unaccented(text).match(word) ?? [];
}

/** Whether the last word of a search may go on: `tim` finds timer, `"tim"` and `tim)` do not. */
export function isOpenEnded(text: string, isPhrase: boolean): boolean {
  return !isPhrase && /[\p{L}\p{N}]$/u.test(unaccented(text));
}

/** An expression for text that holds what is searched for; with `g` in `flags` it finds every place. Null without a word. */
export function patternOf(text: string, isPhrase: boolean, flags = ""): RegExp | null {
  const words = wordsIn(text).map((one) => one.replace(/[a-z]/gi, inAnyAccent));
  if (!words.length) return null;
  const end = isOpenEnded(text, isPhrase) ? "" : "(?![\\p{L}\\p{N}])";
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join("[^\\p{L}\\p{N}]+")}${end}`, `iu${flags}`);
}

const accents = "\u0300-\u036f";

const accentsBehind = new RegExp(`(?<=[a-z][${accents}]*)[${accents}]`, "gi");

/**
 * Text whose letters a to z have no accents, as the tokenizer makes it; other alphabets keep theirs. It is the keyboard's choice
 * whether an accent is a sign of its own or part of the letter.
 */
export function unaccented(text: string): string {
  return text.normalize("NFD").replace(accentsBehind, "").normalize("NFC");
}

const letters = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));

/** Latin letters with accents, by the letter that they are without. */
const accented = Map.groupBy(
  [...letters(0xc0, 0x24f), ...letters(0x1e00, 0x1eff)].filter((one) => /^[a-z]$/i.test(unaccented(one))),
  (one) => unaccented(one).toLowerCase(),
);

/** An expression for a letter in either case, bare or with accents. */
function inAnyAccent(letter: string): string {
  return `[${letter}${accented.get(letter.toLowerCase())?.join("") ?? ""}][${accents}]*`;
}
