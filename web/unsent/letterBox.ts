import type { Letter } from "./letter.ts";

const prefix = "patchboard.unsent.";
const mostLetters = 1_000;
// Room for a thousand decisions, which is one call.
const mostCharacters = 150_000;

/** The part of the browser's storage that is used. */
export type Box = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/**
 * Letters as this browser keeps them, each under a key of its own: pages that write at the same time cannot lose each
 * other's. Local storage, because it is written before the next line runs; a page may be gone by then.
 */
export class LetterBox {
  #box: Box | null;

  constructor(box: Box | null) {
    this.#box = box;
  }

  /** Keeps a letter; false when the browser does not let us, or there is no room: then it lives as long as the page. */
  keep(letter: Letter): boolean {
    if (!this.#box) return false;
    const isNew = this.#box.getItem(prefix + letter.id) === null;
    if (isNew && this.#keys().length >= mostLetters) return false;
    const whole = JSON.stringify(letter);
    const text = whole.length > mostCharacters ? JSON.stringify({ ...letter, shown: null }) : whole;
    if (text.length > mostCharacters) return false;
    try {
      this.#box.setItem(prefix + letter.id, text);
      return true;
    } catch {
      return false; // storage is full or forbidden: the page says that it has to stay open
    }
  }

  drop(id: string): void {
    this.#box?.removeItem(prefix + id);
  }

  /** All letters of all open and closed pages, oldest first. */
  all(): Letter[] {
    const letters = this.#keys().flatMap((key) => {
      const letter = parsed(this.#box?.getItem(key) ?? null);
      if (!letter) this.#box?.removeItem(key);
      return letter ?? [];
    });
    return letters.sort((a, b) => a.at - b.at);
  }

  #keys(): string[] {
    const keys: string[] = [];
    for (let i = 0; i < (this.#box?.length ?? 0); i++) {
      const key = this.#box?.key(i);
      if (key?.startsWith(prefix)) keys.push(key);
    }
    return keys;
  }
}

/** True for a storage event that is about letters. */
export const isAboutLetters = ({ key }: { key: string | null }) => key === null || key.startsWith(prefix);

/** This browser's own; keeps nothing where storage is forbidden. */
export function openLetterBox(): LetterBox {
  try {
    return new LetterBox(localStorage);
  } catch {
    return new LetterBox(null);
  }
}

function parsed(text: string | null): Letter | null {
  try {
    const letter = JSON.parse(text ?? "null") as Partial<Letter> | null;
    return letter?.id && letter.epoch && letter.who && letter.name && letter.variables?.input
      ? (letter as Letter)
      : null;
  } catch {
    return null; // written by an older patchboard, or by hand
  }
}
