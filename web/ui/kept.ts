import { Cell } from "./cell.ts";

/** A small setting that this browser keeps; where it may not keep anything, the setting lasts as long as the page. */
export function keptCell<T extends string>(key: string, values: readonly [T, ...T[]]): Cell<T> {
  const cell = new Cell<T>(values.find((value) => value === read(key)) ?? values[0]);
  cell.follow(() => {
    try {
      localStorage.setItem(key, cell.get());
    } catch {
      // Storage is full or forbidden: nothing depends on it.
    }
  });
  return cell;
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
