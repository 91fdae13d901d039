import { Cell } from "../ui/cell.ts";
import { emptyLog, type Log } from "./log.ts";

/** False when this browser refuses to keep decisions: they last as long as the page. */
export const isKept = new Cell(true);

/** The log of one file, kept by this browser under what the file holds: another export has another log. */
export class KeptLog {
  readonly cell: Cell<Log>;
  #key: string;

  constructor(content: string) {
    this.#key = `patchboard.file.${content}`;
    this.cell = new Cell(this.#read());
    // Another window on the same file: its word is taken over, so that the next one here does not erase it.
    addEventListener("storage", (event) => event.key === this.#key && this.cell.set(this.#read()));
  }

  write(log: Log): void {
    this.cell.set(log);
    try {
      localStorage.setItem(this.#key, JSON.stringify(log));
      isKept.set(true);
    } catch {
      isKept.set(false);
    }
  }

  #read(): Log {
    try {
      const text = localStorage.getItem(this.#key);
      return text === null ? emptyLog : (JSON.parse(text) as Log);
    } catch {
      isKept.set(false);
      return emptyLog;
    }
  }
}
