/** A wait about which a person has just said something: it may be over, but nobody has to look again. */
export function lookedAt<W extends { readonly isDue: boolean }>(wait: W | null | undefined): W | null {
  return wait ? { ...wait, isDue: false } : null;
}
