import { UserMistake } from "../domain.ts";
import type { Store } from "../store/store.ts";
import type { Context, Repository } from "./context.ts";
import { makePresence } from "./presence.ts";

/** A context for a command that only reads: nothing works in the background, and nobody asks. */
export function idleContext(store: Store, message: Repository["message"]): Context {
  const refuse = () => {
    throw new UserMistake("this needs patchboard serve.");
  };
  return {
    store,
    presence: makePresence(),
    repository: { message, files: async () => null, diff: async () => null, touching: async () => null },
    work: {
      beginning: () => null,
      syncState: () => ({ isRunning: false, progress: null }),
      startRun: refuse,
      cancelRun: refuse,
      startSync: refuse,
      modelState: () => ({ state: "none", words: "No model is configured." }),
      look: refuse,
      explain: refuse,
      settlement: () => null,
      writings: { now: () => null, next: refuse },
    },
    who: null,
    suggestedName: null,
    introduce: null,
  };
}
