import type { IEnvironment } from "relay-runtime";
import { BoardRows } from "./BoardRows.ts";

let opened: { name: string; rows: BoardRows; show: () => void } | null = null;

/** Begins to read the rows of the board that the page is opened on, before it is rendered: the first page of them. */
export function openRows(environment: IEnvironment, name: string, start: number): BoardRows {
  const rows = new BoardRows(environment, name);
  const shown = new Promise<void>((show) => {
    opened = { name, rows, show };
  });
  void rows.load(start, shown);
  return rows;
}

/** The rows that were begun, until they are shown; null for another board, or later. */
export function openedRowsOf(name: string): BoardRows | null {
  return opened?.name === name ? opened.rows : null;
}

/** Says that these rows are on the page, so that the rest is read; false when they are not those that were begun. */
export function showOpened(rows: BoardRows): boolean {
  if (opened?.rows !== rows) return false;
  opened.show();
  opened = null;
  return true;
}
