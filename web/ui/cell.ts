import { useSyncExternalStore } from "react";

/** A value outside React that components can follow. The value is replaced, never changed in place. */
export class Cell<T> {
  #value: T;
  #followers = new Set<() => void>();

  constructor(value: T) {
    this.#value = value;
  }

  get = (): T => this.#value;

  set = (value: T): void => {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const follower of this.#followers) follower();
  };

  /** Calls `follower` after each change until the function that it gives back is called. */
  follow = (follower: () => void): (() => void) => {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  };
}

/** The cell's value; renders again when it changes. */
export function useCell<T>(cell: Cell<T>): T {
  return useSyncExternalStore(cell.follow, cell.get);
}

/** One part of the cell's value; renders again only when that part changes. */
export function useCellPart<T, P>(cell: Cell<T>, part: (value: T) => P): P {
  return useSyncExternalStore(cell.follow, () => part(cell.get()));
}
