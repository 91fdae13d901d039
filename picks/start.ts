/** Where a review starts, and what a board reads of it first: the same in the page and in the server that answers before it asks. */

/** Behind the last backport, at the first patch, or at a patch number. */
export type Start = "last" | "all" | number;

/** How many rows are read first: what a screen shows, and a little more. */
export const firstPage = 100;

/** What a URL's `start` says; what it says wrongly counts as not said. */
export function parseStart(text: string | null): Start {
  if (text === "all") return "all";
  return text !== null && /^\d{1,7}$/.test(text) ? Number(text) : "last";
}

/** Index of the target that is shown: the one named, else the newest that is there. */
export function shownTarget(targets: readonly { branch: string; isPresent: boolean }[], named: string | null): number {
  return Math.max(
    0,
    targets.findIndex((one) => (named === null ? one.isPresent : one.branch === named)),
  );
}

/** What a view says about its review's start, as its URL has it. */
export interface StartingView {
  /** Branch name; null for the newest stable branch. */
  target: string | null;
  start: Start;
  isMatrix: boolean;
}

/** The number of the first patch that a view is about. */
export function firstNumber(
  targets: readonly { branch: string; isPresent: boolean; lastBackported: number }[],
  { target, start, isMatrix }: StartingView,
): number {
  // The matrix is about all of the past too: unless a patch is named, it starts at the first one.
  const from = isMatrix && start === "last" ? "all" : start;
  return startNumber(from, targets[shownTarget(targets, target)]?.lastBackported ?? 0);
}

/** The number of the first patch to review. */
export function startNumber(start: Start, lastBackported: number): number {
  return start === "all" ? 0 : start === "last" ? lastBackported + 1 : start;
}

/** Variables of the query for the first rows of a board. */
export function firstRows(name: string, start: number) {
  return { name, first: firstPage, after: null, from: start > 1 ? start : null };
}
