/** A vocabulary of words for random models, so that text becomes about as many tokens as real models make of it. */
export function wordsOf(texts: readonly string[], most: number): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [word] of text.matchAll(/ ?[A-Za-z]{2,}|[-=]{4,}| {4,}|[^\w\s]{2,}/g))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const common = [...counts].toSorted(([, a], [, b]) => b - a).map(([word]) => word);
  const known = new Set<string>();
  for (const word of common) {
    if (known.size + word.length > most) break;
    // Tokenizers of this kind join pair by pair: every beginning of a word must be a token too.
    for (let end = 2; end <= word.length; end++) known.add(word.slice(0, end));
  }
  return [...known];
}
