import type { PatchRow } from "./BoardRows.ts";

/** A person's decision that arrived. `who` is null when one was withdrawn. */
export interface Decided {
  row: PatchRow;
  target: number;
  who: string | null;
}

/** The decisions by which a row differs from what it was: those whose revision grew. */
export function decisionsIn(before: PatchRow | undefined, after: PatchRow): Decided[] {
  if (!before || before === after || before.id !== after.id || before.revisions === after.revisions) return [];
  if (before.revisions.length !== after.revisions.length) return []; // there are other targets now
  const decided: Decided[] = [];
  after.revisions.forEach((revision, target) => {
    if (revision > (before.revisions[target] ?? 0))
      decided.push({ row: after, target, who: after.deciders[target] ?? null });
  });
  return decided;
}
