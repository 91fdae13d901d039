import { inBlocks } from "./blocks.ts";
import { messageOf } from "./messages.ts";
import { conditions, letters, type Letter, type Only, type View } from "../route.ts";

/** What the filter reads of a patch. Lists are per target. */
export interface Row {
  readonly id: string;
  readonly number: number;
  readonly sha: string;
  readonly subject: string;
  readonly author: string;
  readonly area: string | null | undefined;
  readonly verdicts: readonly string[];
  readonly deciders: readonly (string | null | undefined)[];
  readonly revisions: readonly number[];
  readonly evidence: readonly (string | null | undefined)[];
  readonly reason: string;
  readonly quote: string | null | undefined;
  readonly noteCount: number;
  readonly isDisputed: boolean;
}

/** The part of a view that chooses rows, with the target as an index and the start as a number. */
export interface Filter extends Pick<View, "show" | "only" | "area" | "author" | "text"> {
  target: number;
  start: number;
}

/** Which rows are shown, and how many each control would show. */
export interface Selection<R> {
  visible: readonly R[];
  /** Rows per letter when only `show` is left out of the filter. */
  counts: Record<Letter, number>;
  /** Rows per condition, with the rest of the filter in force. */
  only: Record<Only, number>;
  /** Of the patches to review on this target: from the start on, not backported, whatever else the filter says. */
  toReview: number;
  /** Those of them that nobody decided yet. */
  left: number;
}

const letterOfVerdict: Record<string, Letter> = { NO: "n", UNCERTAIN: "u", WAIT: "w", YES: "y" };

/** The row's class for a target; a mere claim does not count as backported. */
export function letterOf(row: Row, target: number): Letter {
  return isBackported(row, target) ? "b" : (letterOfVerdict[row.verdicts[target] ?? ""] ?? "u");
}

/** True when the patch was found on that stable branch and something confirms it. */
export function isBackported(row: Row, target: number): boolean {
  const evidence = row.evidence[target];
  return evidence != null && evidence !== "CLAIMED";
}

/** True when a person still has to say something about the patch on that target. */
export function isUndecided(row: Row, target: number): boolean {
  return row.deciders[target] == null && !isBackported(row, target);
}

/** Applies a filter in one pass. */
export function select<R extends Row>(rows: readonly R[], filter: Filter): Selection<R> {
  const { target, start } = filter;
  const words = wordsIn(filter.text);
  const shown = new Set<Letter>(filter.show);
  const wanted = conditions.reduce((bits, one, i) => (filter.only.includes(one) ? bits | (1 << i) : bits), 0);
  const selection = nothing<R>([]);
  const { counts, only, visible } = selection;
  // Called for every row: bits, and no lists or closures.
  for (const row of rows) {
    if (row.number < start) continue;
    const letter = letterOf(row, target);
    const isLeft = letter !== "b" && row.deciders[target] == null;
    if (letter !== "b") selection.toReview++;
    if (isLeft) selection.left++;
    if (!matchesFields(row, filter, words)) continue;
    const held = conditionsOf(row, isLeft);
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
  const counts: Record<Letter, number> = { n: 0, u: 0, w: 0, y: 0, b: 0 };
  const only: Record<Only, number> = { undecided: 0, notes: 0, people: 0, disputed: 0 };
  return { visible, counts, only, toReview: 0, left: 0 };
}

/** The visible rows with the one named `keep` in its place, although the filter no longer wants it; else the same list. */
export function withKept<R extends Row>(visible: readonly R[], rows: readonly R[], keep: string | null): readonly R[] {
  if (keep === null || visible.some((row) => row.id === keep)) return visible;
  const kept = rows.find((row) => row.id === keep);
  if (!kept) return visible;
  const behind = visible.findIndex((row) => row.number > kept.number);
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

/** Gives a function: values of one field with their counts, most frequent first, over the rows that `rest` wants. It remembers. */
export function makeValuesOf(field: "area" | "author"): (rows: readonly Row[], rest: Filter) => [string, number][] {
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
  return view.show.length === letters.length && !view.only.length && !view.area && !view.author && !view.text;
}

/** The conditions that hold, as bits in their order. */
function conditionsOf(row: Row, isLeft: boolean): number {
  return (isLeft ? 1 : 0) | (row.noteCount > 0 ? 2 : 0) | (hasPerson(row) ? 4 : 0) | (row.isDisputed ? 8 : 0);
}

function hasPerson({ deciders }: Row): boolean {
  for (const who of deciders) if (who != null) return true;
  return false;
}

function matchesFields(row: Row, filter: Filter, words: readonly RegExp[]): boolean {
  if (filter.area && row.area !== filter.area) return false;
  if (filter.author && row.author !== filter.author) return false;
  for (const word of words) if (!isIn(row, word)) return false;
  return true;
}

// Expressions and not lower-cased copies of all text, which took 35 ms to make at the first letter, and memory for good.
const wordsIn = (text: string) =>
  text
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => new RegExp(word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"), "iu"));

const isIn = ({ id, subject, author, sha, quote, reason }: Row, word: RegExp) =>
  word.test(subject) ||
  word.test(author) ||
  word.test(sha) ||
  (quote && word.test(quote)) ||
  word.test(reason) ||
  word.test(messageOf(id) ?? "");
