const askedCharacters = 80;

/**
 * Whom or what a note asks: the rest of a line "asked: ...", else the first @name; null when it asks nobody. Such a patch is
 * parked as asked, until somebody else writes a note on it or anybody decides.
 */
export function askedIn(note: string): string | null {
  const said =
    /^[^\S\n]*asked:[^\S\n]*(\S.*)$/im.exec(note)?.[1] ??
    /(?:^|[\s(,;:])@([\p{L}\p{N}_][\p{L}\p{N}._-]*)/u.exec(note)?.[1];
  return (
    said
      ?.replace(/^@/, "")
      .slice(0, askedCharacters)
      .replace(/[\s.,;:-]+$/, "") || null
  );
}
