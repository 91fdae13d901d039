import type { PatchRow } from "../BoardRows.ts";
import { farText } from "./farText.ts";

/**
 * Fills `into` with rows as plain text: what the browser's find, printing and screen readers need of rows that are off the
 * screen. Made by hand, without React, because a fiber per cell of 20,000 rows costs 100 ms whenever the filter changes.
 */
export function fillFarRows(into: Element, rows: readonly PatchRow[], target: number): void {
  const before = filled.get(into) ?? { rows: [], target };
  if (before.rows === rows && before.target === target) return;
  const isOther = before.target !== target;
  let [at, i] = [into.firstElementChild, 0];
  const dropUntil = (number: number) => {
    for (; at && (before.rows[i]?.number ?? number) < number; i++) {
      const gone = at;
      at = at.nextElementSibling;
      gone.remove();
    }
  };
  for (const row of rows) {
    dropUntil(row.number);
    if (!at || before.rows[i]?.number !== row.number) into.insertBefore(farRow(row, target), at);
    else {
      if (isOther || before.rows[i] !== row) write(at, row, target);
      at = at.nextElementSibling;
      i++;
    }
  }
  dropUntil(Infinity);
  filled.set(into, { rows, target });
}

// What stands where, in the order of patch numbers: rows that stay keep their elements.
const filled = new WeakMap<Element, { rows: readonly PatchRow[]; target: number }>();

// One cell and one text per row: with a cell per column, find and print lay out three times as many boxes, four times as long.
const model = element("row", "row far");
model.append(element("gridcell", ""));
model.firstElementChild?.append("");

function farRow(row: PatchRow, target: number): Element {
  const made = model.cloneNode(true) as Element;
  made.setAttribute("aria-rowindex", String(row.number + 1));
  write(made, row, target);
  return made;
}

function write(into: Element, row: PatchRow, target: number) {
  const text = into.firstElementChild?.firstChild;
  if (text) text.nodeValue = farText(row, target);
}

/** An element as the far part of the board is made of them. */
export function element(role: string, className: string): HTMLElement {
  const made = document.createElement("div");
  made.setAttribute("role", role);
  made.className = className;
  return made;
}
