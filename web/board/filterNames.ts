import type { Letter, Only } from "../route.ts";

/** The sign and the name of each class of rows. */
export const letterNames: Record<Letter, readonly [sign: string, name: string]> = {
  n: ["N", "No"],
  u: ["U", "Uncertain"],
  w: ["W", "Wait"],
  y: ["Y", "Yes"],
  b: ["✓", "Backported"],
  m: ["M", "Merges"],
};

/** The name of each condition, and what it means. */
export const conditionNames: Record<Only, readonly [name: string, title: string]> = {
  undecided: ["undecided", "Only patches that no person has decided for this target, or agreed with"],
  unseen: ["unseen", "Only patches that you have neither decided for this target nor agreed with"],
  ripe: ["ripe", "Only waits whose time has come: decide them now"],
  asked: ["asked", "Only patches with a question that nobody has answered (@name or asked: in a note)"],
  notes: ["notes", "Only patches with notes"],
  people: ["by people", "Only patches that people decided, on any target"],
  disputed: ["disputed", "Only patches about which engines disagree"],
};

/** A list with one of its possible members more, or less. */
export function toggled<T>(list: readonly T[], one: T, order: readonly T[]): T[] {
  return order.filter((other) => (other === one ? !list.includes(one) : list.includes(other)));
}
