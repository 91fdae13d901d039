import { day } from "../../ui/format.ts";
import { letterOf } from "../filter.ts";
import type { PatchRow } from "../BoardRows.ts";

/**
 * Fills `into` with rows as plain text: what the browser's find, printing and screen readers need of rows that are off the
 * screen. Made by hand, without React, because a fiber per cell of 20,000 rows costs 100 ms whenever the filter changes.
 */
export function fillFarRows(into: Element, rows: readonly PatchRow[], target: number): void {
  const before = filled.get(into);
  const old = new Map(before?.target === target ? before.rows.map((row, i) => [row, into.children[i]]) : []);
  const kept = new Set(rows);
  if (old.size === 0) into.replaceChildren();
  for (const [row, element] of old) if (!kept.has(row)) element?.remove();
  let at = into.firstElementChild;
  for (const row of rows) {
    if (at && old.get(row) === at) at = at.nextElementSibling;
    else into.insertBefore(farRow(row, target), at);
  }
  filled.set(into, { rows, target });
}

// What stands where: rows that are the same objects keep their elements.
const filled = new WeakMap<Element, { rows: readonly PatchRow[]; target: number }>();

function farRow(row: PatchRow, target: number): Element {
  const element = cell("row", "row far");
  element.setAttribute("aria-rowindex", String(row.number + 1));
  element.append(
    cell("gridcell", "c-number", String(row.number)),
    cell("gridcell", "c-id", `${row.sha.slice(0, 8)} ${day(row.authoredAt)}`),
    cell("gridcell", "c-subject", `${row.subject}\n${row.quote ?? row.reason}`),
    cell("gridcell", "c-author", row.author),
    cell("gridcell", "c-verdict", letterOf(row, target).toUpperCase()),
  );
  return element;
}

function cell(role: string, className: string, text?: string): Element {
  const element = document.createElement("div");
  element.setAttribute("role", role);
  element.className = className;
  element.dir = "auto";
  if (text) element.textContent = text;
  return element;
}

// Chunks that wait for an idle moment, in the order of the page.
const waiting = new Set<() => void>();
let isScheduled = false;
const sliceMs = 8;

/** Calls `fill` when the page has nothing better to do; what it gives back calls it off. */
export function whenIdle(fill: () => void): () => void {
  waiting.add(fill);
  schedule();
  return () => waiting.delete(fill);
}

function schedule() {
  if (isScheduled) return;
  isScheduled = true;
  const idle = globalThis.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 30));
  idle(() => {
    isScheduled = false;
    const until = performance.now() + sliceMs;
    for (const fill of waiting) {
      waiting.delete(fill);
      fill();
      if (performance.now() > until) break;
    }
    if (waiting.size) schedule();
  });
}
