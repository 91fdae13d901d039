const edge = 8;
let following: AbortController | undefined;

/**
 * Puts an open popover below an element, or above it where there is no room; within the window in any case, and again whenever
 * the window changes its size. Only one is open at a time.
 */
export function placeBeside(box: HTMLElement, at: Element): void {
  place(box, at);
  following?.abort();
  const { signal } = (following = new AbortController());
  addEventListener("resize", () => box.matches(":popover-open") && place(box, at), { signal });
}

function place(box: HTMLElement, at: Element) {
  const beside = at.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const below = beside.bottom + 4;
  const top = below + height > innerHeight - edge ? Math.max(edge, beside.top - height - 4) : below;
  // The body and not the window: a scrollbar has its own room.
  const right = document.body.getBoundingClientRect().right - edge;
  box.style.left = `${Math.max(edge, Math.min(beside.left, right - width))}px`;
  box.style.top = `${top}px`;
}
