import type { PatchRow } from "../board/BoardRows.ts";
import { branchState } from "../board/table/Branches.tsx";

/** Fills `into` with rows as text: what the browser's find, printing and screen readers need of rows that are off the screen. */
export function fillFarCells(into: Element, rows: readonly PatchRow[], targets: number): void {
  into.replaceChildren(...rows.map((row) => farRow(row, targets)));
}

function farRow(row: PatchRow, targets: number): Element {
  const made = element("row", "m-row far");
  made.setAttribute("aria-rowindex", String(row.number + 1));
  made.append(element("rowheader", "m-patch", `${row.number} ${row.sha.slice(0, 8)} ${row.subject}`));
  for (let i = 0; i < targets; i++) made.append(element("gridcell", "cell", branchState(row, i)[1]));
  return made;
}

function element(role: string, className: string, text = ""): Element {
  const made = document.createElement("div");
  made.setAttribute("role", role);
  made.className = className;
  made.append(text);
  return made;
}
