import { WrongUse } from "./domain.ts";

/** A flag's whole number; WrongUse names the flag, the value and the range. */
export function wholeNumber(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max || !text.trim()) {
    throw new WrongUse(`${name} ${text}: give a whole number from ${min} to ${max}.`);
  }
  return value;
}
