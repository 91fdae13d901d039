import { useEffect } from "react";
import { say } from "../ui/status.ts";
import { verdictNames } from "./BoardContext.ts";
import type { BoardRows } from "./BoardRows.ts";
import type { Decided } from "./decided.ts";
import { glow, unsaved } from "./marks.ts";

/** Lets rows that others decide glow, and says who decided what. */
export function useOthers(rows: BoardRows, me: string | null, branches: readonly string[]): void {
  useEffect(
    () =>
      rows.tellDecided((decided) => {
        const others = decided.filter(({ row, who }) => who !== null && who !== me && !unsaved.get().has(row.id));
        if (!others.length) return;
        glow(new Map(others.map(({ row, who }) => [row.id, who ?? ""])));
        say(sentence(others, branches));
      }),
    [rows, me, branches],
  );
}

function sentence(decided: readonly Decided[], branches: readonly string[]): string {
  const [first] = decided;
  if (!first) return "";
  const patches = new Set(decided.map(({ row }) => row.id)).size;
  if (patches > 1) return `${first.who} decided ${patches} patches.`;
  const verdict = verdictNames.find(([value]) => value === first.row.verdicts[first.target])?.[2].toLowerCase();
  const where = decided.length > 1 ? `${decided.length} targets` : branches[first.target];
  return `${first.who} set ${first.row.sha.slice(0, 8)} to ${verdict} on ${where}.`;
}
