const unseenMs = 100;

/** Resolves when the next frame is on the screen; soon in a window that nobody sees, which has no frames. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, unseenMs);
    globalThis.requestAnimationFrame?.(() => setTimeout(resolve));
  });
}
