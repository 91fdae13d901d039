import { UserMistake } from "./domain.ts";
import { seriesFacts } from "./classify/facts.ts";
import { promptNameFor } from "./engine/habits.ts";
import { filledPrompt, promptInput, promptText, readPrompt } from "./engine/prompt.ts";
import { shownMessage } from "./git/text.ts";
import type { SeriesRow } from "./store/series.ts";
import type { Store } from "./store/store.ts";

/**
 * All that a model would see of one patch, before the marks of its chat template and before a cut. `patch`: its number or its
 * commit id; `prompt`: one of ours or a file, null for the one that fits. Throws UserMistake for a patch that is not there.
 */
export function shownPrompt(store: Store, series: SeriesRow, patch: string, prompt: string | null): string {
  const found = /^\d{1,6}$/.test(patch)
    ? store.board.byNumber(series.id, Number(patch))
    : store.board.resolve(series.id, patch.toLowerCase());
  const one = found === null ? undefined : store.classifications.asked([found])[0];
  if (!one)
    throw new UserMistake(
      `--patch ${patch}: ${series.name} has no such patch, or several: give its number or its full commit id.`,
    );
  const facts = seriesFacts(store, series);
  const filled = filledPrompt(readPrompt(prompt ?? promptNameFor(facts.sample)), facts);
  const message = shownMessage(one.message, one.encoding);
  const input = promptInput({ patch: one.patch, message, author: one.author, version: series.version, stable: [] });
  return promptText(filled).replace("{{commit}}", () => input);
}
