import { WrongUse } from "./domain.ts";

/** A flag's whole number; WrongUse names the flag, the value and the range. */
export function wholeNumber(name: string, text: string, min: number, max: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) {
    throw new WrongUse(`${name} ${text}: give a whole number from ${min} to ${max}.`);
  }
  return value;
}
