/** What a commit message says about other commits. Pure; works on shown text. */

/** Commits that a message names as its origin or as what it reverts. Ids as written, lower case, 7 digits or more. */
export interface Claims {
  /** In the order of the message: the first one is the oldest. */
  ids: string[];
  reverts: string | null;
}

/**
 * The origins that a message claims: `(cherry picked from commit ID)` in its final trailer block, and
 * `commit ID upstream.` or `[ Upstream commit ID ]` alone in the first paragraph of the body. The same words anywhere
 * else are prose, and prose is no evidence.
 */
export function claimsOf(body: string): Claims {
  const ids: string[] = [];
  const upstream = upstreamLine(body);
  if (upstream) ids.push(upstream);
  for (const line of trailerBlock(body)) {
    const id = /^\(cherry[- ]picked from commit ([0-9a-f]{7,64})\)$/i.exec(line.trim())?.[1];
    if (id) ids.push(id.toLowerCase());
  }
  return { ids: [...new Set(ids)], reverts: revertedBy(body) };
}

function upstreamLine(body: string): string | null {
  const [first = ""] = body.split(/\n[^\S\n]*\n/, 1);
  for (const line of first.split("\n")) {
    const text = line.trim();
    const id =
      /^commit ([0-9a-f]{7,64}) upstream\.?$/i.exec(text)?.[1] ??
      /^\[ ?upstream commit:? ([0-9a-f]{7,64}) ?\]$/i.exec(text)?.[1];
    if (id) return id.toLowerCase();
    // Only other lines of that kind may stand before it.
    if (!/^\[.*\]$/.test(text)) return null;
  }
  return null;
}

/** The id in git's own sentence at the start of a line; long messages wrap it, `git revert` does not. */
function revertedBy(body: string): string | null {
  const found = /^This reverts commit ([0-9a-f]{7,64})\b/im.exec(body);
  return found ? found[1]!.toLowerCase() : null;
}

/**
 * The lines of the final trailer block by git's rules (trailer.c, find_trailer_block_start): the last paragraph, when all
 * of its lines are trailers, or when one is git's own and at least a quarter are. `body` is a message without its subject.
 */
export function trailerBlock(body: string): string[] {
  const lines = withoutConflicts(body.trimEnd().split("\n"));
  let trailers = 0;
  let others = 0;
  let continuations = 0;
  let isGits = false;
  let start = lines.length - 1;
  for (; start >= 0; start--) {
    const line = lines[start]!;
    if (line.startsWith("#")) continue;
    if (line.trim() === "") break;
    if (/^(Signed-off-by: |\(cherry picked from commit )/.test(line)) {
      isGits = true;
      trailers++;
      continuations = 0;
    } else if (/^[A-Za-z0-9-]+[ \t]*:/.test(line)) {
      trailers++;
      continuations = 0;
    } else if (/^\s/.test(line)) {
      continuations++;
    } else {
      others += 1 + continuations;
      continuations = 0;
    }
  }
  others += continuations;
  const isBlock = (isGits && trailers * 3 >= others) || (trailers > 0 && others === 0);
  return isBlock ? lines.slice(start + 1) : [];
}

/** `cherry-pick` leaves a last paragraph "Conflicts:" with indented paths behind; git looks for trailers before it. */
function withoutConflicts(lines: string[]): string[] {
  const at = lines.findLastIndex((line) => /^#?\s*Conflicts:\s*$/.test(line));
  if (at < 1 || !lines.slice(at + 1).every((line) => /^(#?[ \t]|$)/.test(line))) return lines;
  const end = lines.slice(0, at).findLastIndex((line) => line.trim() !== "");
  return end < 0 ? lines : lines.slice(0, end + 1);
}
