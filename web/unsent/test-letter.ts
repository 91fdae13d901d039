import type { Letter } from "./letter.ts";
import type { Box } from "./letterBox.ts";

/** A letter for tests; without `more` a decision of Ada's. */
export function madeLetter(id: string, more: Partial<Letter> = {}): Letter {
  const decisions = [{ patch: "patch:1", target: "target:1" }];
  const variables = { input: { clientMutationId: id, decisions, verdict: "WAIT" } };
  const letter = { id, at: 1, tab: "page", epoch: "one", who: "Ada", name: "useOverrideVerdictMutation", variables };
  return { ...letter, shown: null, lines: [`line of ${id}`], ...more };
}

/** A browser's storage for tests, with room for so many characters. */
export function memoryBox(room = Infinity): Box {
  const kept: [key: string, value: string][] = [];
  const placeOf = (key: string) => kept.findIndex(([name]) => name === key);
  return {
    get length() {
      return kept.length;
    },
    key: (i) => kept[i]?.[0] ?? null,
    getItem: (key) => kept[placeOf(key)]?.[1] ?? null,
    removeItem(key) {
      const place = placeOf(key);
      if (place >= 0) kept.splice(place, 1);
    },
    setItem(key, value) {
      const others = kept.filter(([name]) => name !== key);
      if (others.reduce((sum, [, text]) => sum + text.length, value.length) > room)
        throw new DOMException("full", "QuotaExceededError");
      kept.splice(0, kept.length, ...others, [key, value]);
    },
  };
}
