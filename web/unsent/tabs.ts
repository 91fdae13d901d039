import type { Letter } from "./letter.ts";
import type { LetterBox } from "./letterBox.ts";

/** This open page among those of the same browser. */
export const tab = crypto.randomUUID();

const lockOf = (name: string) => `patchboard page ${name}`;

// Browsers that know no locks are rare, and there the server's own memory keeps what arrives twice from being done twice.
const locks: LockManager | undefined = navigator.locks;

/** Shows the other pages that this one lives: it holds a lock that the browser takes back when the page goes. */
export function holdTab(): void {
  void locks?.request(lockOf(tab), () => new Promise(() => {}));
}

/** What was found in the box: letters for this page to send, and those of a dead page that are not for it. */
export interface Found {
  own: Letter[];
  strange: Letter[];
}

/**
 * Takes over the letters that `isWanted` and no living page sends. One page at a time does this; what this page sends
 * already (`underway`) is left alone.
 */
export async function adopt(
  box: LetterBox,
  isWanted: (letter: Letter) => boolean,
  underway: ReadonlySet<string>,
): Promise<Found> {
  const take = async () => {
    const held = new Set((await locks?.query())?.held?.map((lock) => lock.name));
    const isSent = (letter: Letter) => underway.has(letter.id) || (isOther(letter) && held.has(lockOf(letter.tab)));
    const left = box.all().filter((letter) => !isSent(letter));
    const own = left.filter(isWanted).map((letter) => ({ ...letter, tab }));
    for (const letter of own) box.keep(letter);
    return { own, strange: left.filter((letter) => !isWanted(letter)) };
  };
  return locks ? locks.request("patchboard letters", take) : take();
}

const isOther = (letter: Letter) => letter.tab !== tab;

/** Calls `then` when one of the pages goes that send these letters; each page is waited for once. */
export function whenGone(letters: readonly Letter[], awaited: Set<string>, then: () => void): void {
  for (const name of new Set(letters.filter(isOther).map((letter) => letter.tab))) {
    if (awaited.has(name)) continue;
    awaited.add(name);
    void locks?.request(lockOf(name), { mode: "shared" }, () => {
      awaited.delete(name);
      then();
    });
  }
}
