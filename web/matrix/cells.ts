import { inBlocks } from "../board/blocks.ts";
import { branchState } from "../board/table/Branches.tsx";
import { cellStates, type CellState, type MatrixView } from "./view.ts";

/** What the matrix reads of a patch. Lists are per target. */
export interface MatrixPatch {
  readonly id: string;
  readonly evidence: readonly (string | null | undefined)[];
  readonly verdicts: readonly string[];
}

/** What a cell says. */
export const stateOf = (row: Pick<MatrixPatch, "evidence" | "verdicts">, target: number): CellState =>
  branchState(row as Parameters<typeof branchState>[0], target)[0] as CellState;

/** True for a cell that the matrix is there for: the patch is wanted on that branch, or there, or somebody says that it is. */
const isMattering = (state: CellState): boolean => state === "yes" || state === "there" || state === "claimed";

/** The rows that a view of the matrix shows, and those of `kept` in any case; the same list when it shows all. */
export function matrixRows<R extends MatrixPatch>(
  rows: readonly R[],
  view: MatrixView,
  branches: readonly string[],
  kept: ReadonlySet<string>,
): readonly R[] {
  if (view.state === null && view.rows === "all") return rows;
  const asked = view.branch === null ? -1 : branches.indexOf(view.branch);
  const fits = (state: CellState) => (view.state === null ? isMattering(state) : state === view.state);
  return rows.filter((row) => {
    if (kept.has(row.id)) return true;
    if (asked >= 0) return fits(stateOf(row, asked));
    for (let i = 0; i < branches.length; i++) if (fits(stateOf(row, i))) return true;
    return false;
  });
}

/** Gives a function: how many rows have each state, per target. After a change it counts only the blocks that are not the same. */
export function makeCountStates(): (rows: readonly MatrixPatch[], targets: number) => Record<CellState, number>[] {
  const parts = inBlocks(countStates);
  return (rows, targets) => {
    const all = noStates(targets);
    for (const part of parts(rows, targets))
      for (const [i, of] of part.entries()) for (const state of cellStates) all[i]![state] += of[state];
    return all;
  };
}

function countStates(rows: readonly MatrixPatch[], targets: number): Record<CellState, number>[] {
  const counts = noStates(targets);
  for (const row of rows) for (const [i, of] of counts.entries()) of[stateOf(row, i)]++;
  return counts;
}

const noStates = (targets: number) => Array.from({ length: targets }, () => emptyCounts());

const emptyCounts = () => Object.fromEntries(cellStates.map((state) => [state, 0])) as Record<CellState, number>;

/** A corner of a selection: a patch by its id, and the index of a target. */
export interface Corner {
  patch: string;
  target: number;
}

/** A rectangle of cells, from where it was begun to where it ends now. */
export interface Area {
  from: Corner;
  to: Corner;
}

/** The rows and the first and last target (inclusive) of an area, as they stand now; null when one of its corners has left. */
export function cellsIn<R extends MatrixPatch>(rows: readonly R[], { from, to }: Area) {
  const ends = [from, to].map((corner) => rows.findIndex((row) => row.id === corner.patch)).sort((a, b) => a - b);
  const [first = -1, last = -1] = ends;
  if (first < 0) return null;
  return {
    rows: rows.slice(first, last + 1),
    left: Math.min(from.target, to.target),
    right: Math.max(from.target, to.target),
  };
}

/**
 * An area on the same branches where the list of them is another one; null where they are gone, or one that nobody selected
 * has come between them.
 */
export function movedArea({ from, to }: Area, before: readonly string[], now: readonly string[]): Area | null {
  const moved = (corner: Corner) => ({ ...corner, target: now.indexOf(before[corner.target] ?? "") });
  const area = { from: moved(from), to: moved(to) };
  const isWhole = area.from.target >= 0 && area.to.target >= 0;
  return isWhole && area.to.target - area.from.target === to.target - from.target ? area : null;
}

/** The cells of a rectangle that a verdict can be set on: branches that are there, and patches that are not on them yet. */
export function openCells<R extends MatrixPatch>(
  cells: { rows: readonly R[]; left: number; right: number },
  targets: readonly { id: string; isPresent: boolean }[],
): { row: R; targets: { id: string; index: number }[] }[] {
  return cells.rows.flatMap((row) => {
    const open = targets.flatMap(({ id, isPresent }, index) =>
      index >= cells.left && index <= cells.right && isPresent && stateOf(row, index) !== "there"
        ? [{ id, index }]
        : [],
    );
    return open.length ? [{ row, targets: open }] : [];
  });
}
