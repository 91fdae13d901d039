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
  const words = wordsOf(filter.text);
  const shown = new Set<Letter>(filter.show);
  const counts: Record<Letter, number> = { n: 0, u: 0, w: 0, y: 0, b: 0 };
  const only: Record<Only, number> = { undecided: 0, notes: 0, people: 0, disputed: 0 };
  const visible: R[] = [];
  let [toReview, left] = [0, 0];
  for (const row of rows) {
    if (row.number < start) continue;
    const letter = letterOf(row, target);
    if (letter !== "b") {
      toReview++;
      if (row.deciders[target] == null) left++;
    }
    const fits = matchesFields(row, filter, words);
    const holdsAll = fits && filter.only.every((condition) => holds[condition](row, target));
    if (holdsAll) counts[letter]++;
    if (fits && shown.has(letter)) countConditions(row, filter, only);
    if (holdsAll && shown.has(letter)) visible.push(row);
  }
  return { visible, counts, only, toReview, left };
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

/** Values of one field with their counts, most frequent first, over the rows that the rest of the filter wants. */
export function valuesOf(rows: readonly Row[], filter: Filter, field: "area" | "author"): [string, number][] {
  const rest = { ...filter, [field]: "" };
  const counts = new Map<string, number>();
  for (const row of select(rows, rest).visible) {
    const value = row[field];
    if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}

/** True when nothing but target and start narrows the rows. */
export function isWhole(view: View): boolean {
  return view.show.length === letters.length && !view.only.length && !view.area && !view.author && !view.text;
}

const holds: Record<Only, (row: Row, target: number) => boolean> = {
  undecided: isUndecided,
  notes: (row) => row.noteCount > 0,
  people: (row) => row.deciders.some((who) => who != null),
  disputed: (row) => row.isDisputed,
};

// Called for every row at every key: one loop, and no closures.
function countConditions(row: Row, { only: wanted, target }: Filter, only: Record<Only, number>) {
  const failed = wanted.filter((condition) => !holds[condition](row, target));
  if (failed.length > 1) return;
  for (const condition of conditions) {
    if (failed.length === 0 || failed[0] === condition) if (holds[condition](row, target)) only[condition]++;
  }
}

function matchesFields(row: Row, filter: Filter, words: readonly string[]): boolean {
  if (filter.area && row.area !== filter.area) return false;
  if (filter.author && row.author !== filter.author) return false;
  return words.every((word) => haystack(row).includes(word));
}

const wordsOf = (text: string) => text.toLowerCase().split(/\s+/).filter(Boolean);

// Relay gives the same node as long as nothing in it changed, so a node is its own cache key.
const haystacks = new WeakMap<Row, string>();

function haystack(row: Row): string {
  let text = haystacks.get(row);
  if (text === undefined) {
    text = `${row.subject}\n${row.author}\n${row.sha}\n${row.quote ?? ""}\n${row.reason}`.toLowerCase();
    haystacks.set(row, text);
  }
  return text;
}
