import type { Content } from "./content.ts";

/** The content with the waits that came true since the file was made, which no server says of it any more. */
export function ripened(content: Content, now: number): Content {
  const isNow = (at: string | null) => at !== null && Date.parse(at) <= now;
  const patches = content.patches.map((patch) => ({
    ...patch,
    waits: patch.waits.map((wait) =>
      wait && !wait.isRipe && isNow(wait.at) ? { ...wait, isRipe: true, isDue: true } : wait,
    ),
  }));
  return { ...content, patches };
}
