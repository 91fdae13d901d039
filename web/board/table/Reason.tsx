import { LinkedText } from "../../ui/LinkedText.tsx";
import { useBoard } from "../BoardContext.ts";
import type { PatchRow } from "../BoardRows.ts";

const strengths: Record<string, string> = { MUST: "must", SHOULD: "should", MAY: "may" };

/** Why: the author's own sentence as a quotation, else the engine's reason. */
export function Reason({ row }: { row: PatchRow }) {
  const { forge, isRunning } = useBoard();
  if (row.quote) {
    const strength = row.strength ? strengths[row.strength] : null;
    return (
      <q className="quote" title={row.reason} data-strength={strength}>
        <LinkedText text={row.quote.replace(/\s+/g, " ")} forge={forge} isInert />
      </q>
    );
  }
  if (row.reason) return <LinkedText text={row.reason} forge={forge} isInert />;
  if (row.engine || row.deciders.some((who) => who)) return null;
  return <span className="reading">{isRunning ? "reading…" : "not read yet"}</span>;
}
