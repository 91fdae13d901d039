import { Cell } from "./cell.ts";

/** Something to tell: read out by screen readers, and shown for a while. */
export interface Message {
  text: string;
  isTrouble: boolean;
  /** Tells two equal texts apart. */
  count: number;
}

/** The last thing that was said. */
export const status = new Cell<Message | null>(null);

/** Tells the person something; `trouble` stays until it is dismissed or the next thing is said. */
export function say(text: string, kind: "news" | "trouble" = "news"): void {
  status.set({ text, isTrouble: kind === "trouble", count: (status.get()?.count ?? 0) + 1 });
}
