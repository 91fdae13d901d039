import { useRef, type MouseEvent, type PointerEvent } from "react";
import type { Area, Corner } from "./cells.ts";

interface On {
  here: () => Corner | null;
  visit: (corner: Corner) => void;
  select: (area: Area | null) => void;
  choose: (at: Corner) => void;
}

/**
 * The pointer on cells: a click chooses for one, a drag or a click with shift for all between. A finger drags the page, and
 * taps.
 */
export function useDrag({ here, visit, select, choose }: On) {
  const drag = useRef<{ from: Corner; to: Corner } | null>(null);
  return {
    onPointerDown(event: PointerEvent) {
      const corner = cornerOf(event.target);
      if (!corner || event.button !== 0 || event.pointerType === "touch") return;
      event.preventDefault(); // no text is selected, and the focus is set below
      const from = (event.shiftKey && here()) || corner;
      drag.current = { from, to: corner };
      select(event.shiftKey ? { from, to: corner } : null);
      visit(corner);
    },
    onPointerOver(event: PointerEvent) {
      const corner = cornerOf(event.target);
      if (!drag.current || !corner || !(event.buttons & 1)) return;
      drag.current.to = corner;
      select({ from: drag.current.from, to: corner });
    },
    // After a drag it is the grid that is clicked: where the pointer went down and where it came up are other cells.
    onClick(event: MouseEvent) {
      const to = drag.current?.to ?? cornerOf(event.target);
      drag.current = null;
      if (!to) return;
      visit(to);
      choose(to);
    },
  };
}

/** The cell that an event is about; null for one that is elsewhere. */
export function cornerOf(target: EventTarget): Corner | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-target]") : null;
  const patch = cell?.closest<HTMLElement>("[data-patch]")?.dataset["patch"];
  return cell && patch ? { patch, target: Number(cell.dataset["target"]) } : null;
}

/** The element of a cell; null while its row is far from the screen. */
export function cellElement(grid: Element | null, { patch, target }: Corner): HTMLElement | null {
  return grid?.querySelector<HTMLElement>(`[data-patch="${patch}"] [data-target="${target}"]`) ?? null;
}
