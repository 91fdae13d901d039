import { Cell } from "./cell.ts";

const tickMs = 60_000;

/** The time in milliseconds, a minute old at most: for words like "in 9 days" on a page that stays open. */
export const now = new Cell(Date.now());
setInterval(() => now.set(Date.now()), tickMs);
