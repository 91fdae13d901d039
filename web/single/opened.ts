import type { KeptLog } from "./kept.ts";

/** The file that is open, for the few parts of the board that are not the same without a server. */
export interface OpenedFile {
  /** When it was made. */
  at: string;
  series: string;
  epoch: string;
  log: KeptLog;
}

let opened: OpenedFile | null = null;

/** Says which file is open, once. */
export function openFile(file: OpenedFile): void {
  opened = file;
}

/** The open file; throws on a page that has a server. */
export function openedFile(): OpenedFile {
  if (!opened) throw new Error("there is no open file on a page with a server");
  return opened;
}
