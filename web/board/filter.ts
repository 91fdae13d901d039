import { inBlocks } from "./blocks.ts";
import { conditions, letters, lettersToReview, type Letter, type Only, type View } from "../route.ts";
import { type Found, rowTest, type RowTest } from "./search/match.ts";

/** What the filter reads of a patch. Lists are per target. */
export interface Row {
  readonly id: string;
  readonly number: number;
  readonly sha: string;
  readonly subject: string;
  readonly author: string;
  readonly tag: string | null | undefined;
  readonly area: string | null | undefined;
  readonly verdicts: readonly string[];
  readonly deciders: readonly (string | null | undefined)[];
  readonly revisions: readonly number[];
  /** Who agreed with what is shown, per target; null while nobody did on any. */
  readonly agreed: readonly (readonly string[])[] | null | undefined;
  readonly evidence: readonly (string | null | undefined)[];
  readonly reason: string;
  readonly quote: string | null | undefined;
  readonly noteCount: number;
  readonly isDisputed: boolean;
  readonly isSuspicious: boolean;
  readonly isMerge: boolean;
  readonly isVanished: boolean;
  readonly isInstructed: boolean;
  readonly waits: readonly ({ readonly isRipe: boolean; readonly isDue: boolean } | null | undefined)[];
  readonly asked: string | null | undefined;
}

type Reviewed = Pick<Row, "deciders" | "agreed" | "waits">;
type Merged = Pick<Row, "isMerge" | "isInstructed" | "deciders">;

/** The part of a view that chooses rows, with the target as an index and the start as a number. */
export interface Filter extends Pick<View, "show" | "only" | "area" | "author" | "text"> {
  target: number;
  start: number;
  /** What the server found for the words of `text`. */
  found: Found;
  /** Whose view it is: what is unseen depends on that. */
  me: string | null;
}

/** Which rows are shown, and how many each control would show. */
export interface Selection<R> {
  visible: readonly R[];
  /** Rows per letter when only `show` is left out of the filter. */
  counts: Record<Letter, number>;
  /** Rows per condition, with the rest of the filter in force. */
  only: Record<Only, number>;
  /**
   * Of the patches to review on this target: from the start on, still upstream, neither backported nor mere merges, whatever else
   * the filter says.
   */
  toReview: number;
  /** Those of them that nobody reviewed yet, or that wait no longer. */
  left: number;
}

const letterOfVerdict: Record<string, Letter> = { NO: "n", UNCERTAIN: "u", WAIT: "w", YES: "y" };

/** The row's class for a target; a mere claim does not count as backported. */
export function letterOf(row: Row, target: number): Letter {
  if (isBackported(row, target)) return "b";
  return isMereMerge(row, target) ? "m" : (letterOfVerdict[row.verdicts[target] ?? ""] ?? "u");
}

/** True for a merge about which neither its author nor a person says anything: there is nothing to review. */
export function isMereMerge(row: Merged, target: number): boolean {
  return row.isMerge && !row.isInstructed && row.deciders[target] == null;
}

/** True when the patch was found on that stable branch and something confirms it. */
export function isBackported(row: Pick<Row, "evidence">, target: number): boolean {
  const evidence = row.evidence[target];
  return evidence != null && evidence !== "CLAIMED";
}

/**
 * True when a person still has to say something about the patch on that target. What is no longer upstream cannot be picked from
 * there, whatever anybody says of it.
 */
export function isUndecided(row: Reviewed & Merged & Pick<Row, "evidence" | "isVanished">, target: number): boolean {
  return !row.isVanished && !isBackported(row, target) && !isMereMerge(row, target) && !isReviewed(row, target);
}

/**
 * True when a person decided on that target, or agreed with what is shown there; no longer when that was a wait, and it came
 * true since.
 */
export function isReviewed(row: Reviewed, target: number): boolean {
  if (row.waits[target]?.isDue) return false;
  return row.deciders[target] != null || (row.agreed?.[target]?.length ?? 0) > 0;
}

/** True when this person decided what is shown, or agreed with it, under the same condition. */
export function isSeenBy(row: Reviewed, target: number, me: string | null): boolean {
  if (me === null || row.waits[target]?.isDue) return false;
  return row.deciders[target] === me || (row.agreed?.[target]?.includes(me) ?? false);
}

/** Applies a filter in one pass. */
export function select<R extends Row>(rows: readonly R[], filter: Filter): Selection<R> {
  const { target, start } = filter;
  const test = rowTest(filter.text, filter.found);
  const shown = new Set<Letter>(filter.show);
  const wanted = conditions.reduce((bits, one, i) => (filter.only.includes(one) ? bits | (1 << i) : bits), 0);
  const selection = nothing<R>([]);
  const { counts, only, visible } = selection;
  // Called for every row: bits, and no lists or closures.
  for (const row of rows) {
    if (row.number < start) continue;
    const letter = letterOf(row, target);
    const isToReview = letter !== "b" && letter !== "m" && !row.isVanished;
    const isLeft = isToReview && !isReviewed(row, target);
    if (isToReview) selection.toReview++;
    if (isLeft) selection.left++;
    if (!matchesFields(row, filter, test)) continue;
    const held = conditionsOf(row, target, isLeft, isToReview && !isSeenBy(row, target, filter.me));
    if ((held & wanted) !== wanted) continue;
    counts[letter]++;
    if (!shown.has(letter)) continue;
    visible.push(row);
    if (held) for (let i = 0; i < conditions.length; i++) if (held & (1 << i)) only[conditions[i]!]++;
  }
  return selection;
}

/** Gives a `select` that remembers, so that after a change it goes only through the blocks of rows that are not the same. */
export function makeSelect<R extends Row>(): (rows: readonly R[], filter: Filter) => Selection<R> {
  const parts = inBlocks<R, Filter, Selection<R>>(select);
  return (rows, filter) => {
    const all = nothing<R>([]);
    for (const part of parts(rows, filter)) {
      for (const letter of letters) all.counts[letter] += part.counts[letter];
      for (const condition of conditions) all.only[condition] += part.only[condition];
      all.toReview += part.toReview;
      all.left += part.left;
      for (const row of part.visible) all.visible.push(row);
    }
    return all;
  };
}

function nothing<R>(visible: R[]) {
  const counts: Record<Letter, number> = { n: 0, u: 0, w: 0, y: 0, b: 0, m: 0 };
  const only: Record<Only, number> = { undecided: 0, unseen: 0, ripe: 0, asked: 0, notes: 0, people: 0, disputed: 0 };
  return { visible, counts, only, toReview: 0, left: 0 };
}

/** The visible rows with the one named `keep` in its place, although the filter no longer wants it; else the same list. */
export function withKept<R extends Row>(
  visible: readonly R[],
  rows: readonly R[],
  keep: string | null,
  position: (row: R) => number = (row) => row.number,
): readonly R[] {
  if (keep === null || visible.some((row) => row.id === keep)) return visible;
  const kept = rows.find((row) => row.id === keep);
  if (!kept) return visible;
  const at = position(kept);
  const behind = visible.findIndex((row) => position(row) > at);
  return visible.toSpliced(behind < 0 ? visible.length : behind, 0, kept);
}

/** How many patches from each target's start on nobody decided for it. */
export function leftPerTarget(rows: readonly Row[], starts: readonly number[]): number[] {
  const left = starts.map(() => 0);
  const first = Math.min(...starts);
  for (const row of rows) {
    if (row.number < first) continue;
    for (let i = 0; i < left.length; i++)
      if (row.number >= (starts[i] ?? 0) && isUndecided(row, i)) left[i] = (left[i] ?? 0) + 1;
  }
  return left;
}

/** Gives a `leftPerTarget` that remembers, as `makeSelect` does, as long as `starts` is the same list. */
export function makeLeftPerTarget(): (rows: readonly Row[], starts: readonly number[]) => number[] {
  const parts = inBlocks(leftPerTarget);
  return (rows, starts) =>
    parts(rows, starts).reduce(
      (all, part) => all.map((left, i) => left + part[i]!),
      starts.map(() => 0),
    );
}

/** Gives a function: values of one field with their counts, most frequent first, over the rows that `rest` wants. It remembers. */
export function makeValuesOf(
  field: "area" | "author" | "tag",
): (rows: readonly Row[], rest: Filter) => [string, number][] {
  const parts = inBlocks((block: readonly Row[], rest: Filter) => {
    const counts = new Map<string, number>();
    for (const row of select(block, rest).visible) {
      const value = row[field];
      if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  });
  return (rows, rest) => {
    const all = new Map<string, number>();
    for (const part of parts(rows, rest)) for (const [value, n] of part) all.set(value, (all.get(value) ?? 0) + n);
    return [...all].sort((a, b) => b[1] - a[1] || order.compare(a[0], b[0]));
  };
}

const order = new Intl.Collator();

/** True when nothing but target and start narrows the rows. */
export function isWhole(view: View): boolean {
  return (
    lettersToReview.every((one) => view.show.includes(one)) &&
    !view.only.length &&
    !view.area &&
    !view.author &&
    !view.text
  );
}

/** The conditions that hold, as bits in their order. */
function conditionsOf(row: Row, target: number, isLeft: boolean, isUnseen: boolean): number {
  return (
    (isLeft ? 1 : 0) |
    (isUnseen ? 2 : 0) |
    (row.waits[target]?.isRipe ? 4 : 0) |
    (row.asked != null ? 8 : 0) |
    (row.noteCount > 0 ? 16 : 0) |
    (hasPerson(row) ? 32 : 0) |
    (row.isDisputed ? 64 : 0)
  );
}

function hasPerson({ deciders }: Row): boolean {
  for (const who of deciders) if (who != null) return true;
  return false;
}

function matchesFields(row: Row, filter: Filter, test: RowTest | null): boolean {
  if (filter.area && row.area !== filter.area) return false;
  if (filter.author && row.author !== filter.author) return false;
  return test === null || test(row, filter.target);
}
