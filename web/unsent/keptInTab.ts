import { epoch } from "../environment.ts";
import { Cell } from "../ui/cell.ts";

/** How a value is written down as JSON and read again. */
interface Form<T> {
  write: (value: T) => unknown;
  read: (written: never) => T;
}

/**
 * A cell for what somebody has not finished: this tab keeps it while the page is reloaded, for the database that it is about.
 * Where nothing may be kept, it lasts as long as the page.
 */
export function keptInTab<T>(name: string, empty: T, { write, read }: Form<T>): Cell<T> {
  const cell = new Cell(empty);
  const key = () => `patchboard.${name}.${epoch.get()}`;
  epoch.follow(() => {
    try {
      const text = sessionStorage.getItem(key());
      cell.set(text === null ? empty : read(JSON.parse(text) as never));
    } catch {
      // Storage is forbidden, or was written by hand.
    }
  });
  cell.follow(() => {
    try {
      if (cell.get() === empty) sessionStorage.removeItem(key());
      else sessionStorage.setItem(key(), JSON.stringify(write(cell.get())));
    } catch {
      // Full or forbidden: only a reload would need it.
    }
  });
  return cell;
}
