const whole = new Intl.NumberFormat("en");
const moment = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** 12,345. */
export const count = (n: number): string => whole.format(n);

/** "1 patch", "2 patches". */
export const plural = (n: number, one: string, many = `${one}s`): string => `${count(n)} ${n === 1 ? one : many}`;

/** The day of an ISO 8601 time, as it stands there. */
export const day = (iso: string): string => iso.slice(0, 10);

/** Date and time as the reader's clock has it; the text itself when it is no date. */
export function clock(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : moment.format(date);
}

/** "12 s", "3 min", "2 h". */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 3600)} h`;
}

/** A share of 1 with two digits and no leading zero, as statisticians write it: .82. */
export const asMargin = (share: number) => (share >= 0.995 ? "1" : share.toFixed(2).replace(/^0/, ""));
