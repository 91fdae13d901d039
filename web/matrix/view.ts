/** What one cell of the matrix can say, as the board's columns of stable branches say it. */
export const cellStates = ["there", "claimed", "yes", "wait", "uncertain", "no"] as const;
export type CellState = (typeof cellStates)[number];

/** What the matrix shows besides what the board's own filter lets through. */
export interface MatrixView {
  /** The stable branch that `state` is asked of; null for any of them. */
  branch: string | null;
  /** Rows with such a cell; null for every state. */
  state: CellState | null;
  /** Without a state: rows that are wanted or there somewhere, or all. */
  rows: "mattering" | "all";
}

/** The matrix as it opens. */
export const wholeMatrix: MatrixView = { branch: null, state: null, rows: "mattering" };

/** The matrix that a URL's query asks for; null for the list. What it says wrongly counts as not said. */
export function parseMatrix(said: URLSearchParams): MatrixView | null {
  if (said.get("as") !== "matrix") return null;
  return {
    branch: said.get("in") || null,
    state: cellStates.find((one) => one === said.get("state")) ?? null,
    rows: said.get("rows") === "all" ? "all" : "mattering",
  };
}

/** Writes into a URL's query what `parseMatrix` reads. */
export function writeMatrix({ branch, state, rows }: MatrixView, query: URLSearchParams): void {
  query.set("as", "matrix");
  if (branch !== null) query.set("in", branch);
  if (state !== null) query.set("state", state);
  if (rows !== "mattering") query.set("rows", rows);
}
