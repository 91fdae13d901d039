import { Cell } from "../ui/cell.ts";
import { changedPatches, emptyLog, type Log } from "./log.ts";

/** False when this browser refuses to keep decisions: they last as long as the page. */
export const isKept = new Cell(true);

/** The log of one file, kept by this browser under what the file holds: another export has another log. */
export class KeptLog {
  readonly cell: Cell<Log>;
  #key: string;
  #followers = new Set<(patches: readonly string[]) => void>();

  constructor(content: string) {
    this.#key = `patchboard.file.${content}`;
    this.cell = new Cell(this.#read());
    // Another window on the same file: its word is taken over, so that the next one here does not erase it.
    addEventListener("storage", (event) => event.key === this.#key && this.#set(this.#read()));
  }

  write(log: Log): void {
    this.#set(log);
    try {
      localStorage.setItem(this.#key, JSON.stringify(log));
      isKept.set(true);
    } catch {
      isKept.set(false);
    }
  }

  /** Calls `follower` after each change, here or in another window, with the commit ids of the patches that it is about. */
  follow(follower: (patches: readonly string[]) => void): () => void {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }

  #set(log: Log) {
    const patches = changedPatches(this.cell.get().entries, log.entries);
    this.cell.set(log);
    for (const follower of this.#followers) follower(patches);
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
