/** A run of text, or of text that leads somewhere. */
export interface Part {
  text: string;
  /** http(s) URL; null for plain text. */
  href: string | null;
}

/** Where commit ids and issue numbers lead: URLs with {id}; null when the forge is not known. */
export interface Forge {
  commitUrl: string | null | undefined;
  issueUrl: string | null | undefined;
}

// The alternatives: an issue's number; a run of hex digits that is a word of its own.
const candidate = /(?<![\w&/#])#(\d{1,6})(?!\w)|(?<![\w-])([0-9a-f]{7,40})(?![\w-])/g;

/** Splits text so that issue numbers and commit ids can be linked; joined again, the parts are the text. */
export function linkedParts(text: string, forge: Forge): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const found of text.matchAll(candidate)) {
    const href = found[1]
      ? urlFor(forge.issueUrl, found[1])
      : isCommitId(found[2] ?? "")
        ? urlFor(forge.commitUrl, found[2] ?? "")
        : null;
    if (!href) continue;
    if (found.index > end) parts.push({ text: text.slice(end, found.index), href: null });
    parts.push({ text: found[0], href });
    end = found.index + found[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), href: null });
  return parts;
}

/** Fills {id}; null when there is no pattern or it is no http(s) URL: the database's word is not trusted for a scheme. */
export function urlFor(pattern: string | null | undefined, id: string): string | null {
  if (!pattern || !/^https?:\/\//i.test(pattern)) return null;
  return pattern.replaceAll("{id}", encodeURIComponent(id));
}

// A number (2026112) and a word (defaced) are no commit ids: both a digit and a letter are wanted.
const isCommitId = (text: string) => /\d/.test(text) && /[a-f]/.test(text);
