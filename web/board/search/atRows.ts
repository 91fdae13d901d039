import { Cell } from "../../ui/cell.ts";

/**
 * Whether somebody is at the rows: the pointer was moved onto them, or the focus is there, since they last typed a search.
 * A pointer that only lies where it was while one types wants nothing of the rows below it.
 */
export const atRows = new Cell(false);

/** Where the pointer was: a browser also tells of rows that move under a pointer that rests. */
let last: readonly [x: number, y: number] | null = null;

const isInRows = (target: EventTarget | null) => target instanceof Element && target.closest("[role=grid]") !== null;

function moved({ target, clientX, clientY }: PointerEvent): void {
  const isMove = last !== null && (last[0] !== clientX || last[1] !== clientY);
  last = [clientX, clientY];
  if (isMove) atRows.set(isInRows(target) || isInRows(document.activeElement));
}

/** Follows pointer, focus and typing; gives an end to it. */
export function watchRows(): () => void {
  const end = new AbortController();
  const { signal } = end;
  addEventListener("pointermove", moved, { signal, passive: true });
  addEventListener("focusin", ({ target }) => isInRows(target) && atRows.set(true), { signal });
  // Scrolling moves the rows anyway, and typing asks for other ones.
  addEventListener("wheel", () => atRows.set(false), { signal, passive: true });
  addEventListener("input", ({ target }) => isInRows(target) || atRows.set(false), { signal });
  return () => end.abort();
}
