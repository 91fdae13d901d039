import { Cell } from "../../ui/cell.ts";

/** Somebody who has the same board open. */
export interface Person {
  page: string;
  /** Null while they have not said who they are. */
  who: string | null;
  /** The patch that they are on; null for none yet. */
  patch: string | null;
}

/** Everybody else who has the board open, and how many more there are than are named. */
export const present = new Cell<{ people: readonly Person[]; more: number }>({ people: [], more: 0 });

/** Who is on which patch, a name a line: a row follows its own entry, and renders again only when that text changes. */
export const onPatch = new Cell<ReadonlyMap<string, string>>(new Map());

/** Takes over what the server says; the viewer's own pages are left out. */
export function setPresent(all: readonly Person[], more: number, own: { page: string; who: string | null }): void {
  const others = all.filter(({ page, who }) => page !== own.page && (who === null || who !== own.who));
  // Somebody with two windows is one person, on two rows.
  const people = others.filter(({ who }, i) => who === null || others.findIndex((one) => one.who === who) === i);
  present.set({ people, more });
  const names = new Map<string, string[]>();
  for (const { patch, who } of others) {
    if (patch === null) continue;
    const here = names.get(patch) ?? [];
    if (!here.includes(nameOf(who))) here.push(nameOf(who));
    names.set(patch, here);
  }
  onPatch.set(new Map([...names].map(([patch, here]) => [patch, here.join("\n")])));
}

/** What somebody is called who has no name yet. */
export const nameOf = (who: string | null): string => who ?? "somebody";

/** One or two letters for a name: the first of its first and of its last word. */
export function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return `${firstLetter(first)}${firstLetter(last)}` || "?";
}

const firstLetter = (word: string | undefined) => Array.from(word ?? "")[0]?.toUpperCase() ?? "";
