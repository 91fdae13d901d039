import { Cell } from "./cell.ts";

/** A text that this browser keeps; where it may not keep anything, it lasts as long as the page. */
export function keptText(key: string): { read: () => string | null; write: (text: string) => void } {
  return {
    read() {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    write(text) {
      try {
        localStorage.setItem(key, text);
      } catch {
        // Storage is full or forbidden: nothing depends on it.
      }
    },
  };
}

/** A small setting that this browser keeps; where it may not keep anything, the setting lasts as long as the page. */
export function keptCell<T extends string>(key: string, values: readonly [T, ...T[]]): Cell<T> {
  const kept = keptText(key);
  const said = kept.read();
  const cell = new Cell<T>(values.find((value) => value === said) ?? values[0]);
  cell.follow(() => kept.write(cell.get()));
  return cell;
}
