import type { View } from "../route.ts";

/** How many rows are read first: what a screen shows, and a little more. */
export const firstPage = 100;

/** Index of the target that is shown: the one named, else the newest that is there. */
export function shownTarget(targets: readonly { branch: string; isPresent: boolean }[], named: string | null): number {
  return Math.max(
    0,
    targets.findIndex((one) => (named === null ? one.isPresent : one.branch === named)),
  );
}

/** The number of the first patch to review. */
export function startNumber(start: View["start"], lastBackported: number): number {
  return start === "all" ? 0 : start === "last" ? lastBackported + 1 : start;
}

/** What asks for the first rows of a board. */
export function firstRows(name: string, start: number) {
  return { name, first: firstPage, after: null, from: start > 1 ? start : null };
}
