import type { Repository } from "./api/context.ts";
import { shownMessage } from "./git/text.ts";

/** What boards may look into. */
export function boardRepository(): Repository {
  return {
    message: (commit) => shownMessage(commit.message, commit.encoding),
    files: async () => null,
    diff: async () => null,
  };
}
