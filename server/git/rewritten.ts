/** What tells one change from another when its id has changed. */
export interface Identity {
  sha: string;
  author: string;
  authoredAt: number;
  subject: string;
  patchId: string | null;
}

/**
 * Pairs commits that left the upstream with those that came: a rebase or an amended message keeps author, author date and
 * subject; where one of them changed, the patch-id may have stayed. Twins are paired in the order given, when there are
 * as many on both sides; never by chance. Pure.
 */
export function pairRewritten<Old extends Identity, New extends Identity>(
  gone: readonly Old[],
  come: readonly New[],
): Map<Old, New> {
  const pairs = new Map<Old, New>();
  pairBy((one) => `${one.author}\n${one.authoredAt}\n${one.subject}`, gone, come, pairs);
  const taken = new Set(pairs.values());
  pairBy(
    (one) => one.patchId || null,
    gone.filter((one) => !pairs.has(one)),
    come.filter((one) => !taken.has(one)),
    pairs,
  );
  return pairs;
}

function pairBy<Old extends Identity, New extends Identity>(
  keyOf: (one: Identity) => string | null,
  gone: readonly Old[],
  come: readonly New[],
  pairs: Map<Old, New>,
) {
  const newOnes = Map.groupBy(come, keyOf);
  for (const [key, oldOnes] of Map.groupBy(gone, keyOf)) {
    const matching = newOnes.get(key);
    if (key === null || matching?.length !== oldOnes.length) continue;
    for (const [i, old] of oldOnes.entries()) pairs.set(old, matching[i]!);
  }
}
