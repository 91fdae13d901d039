import { useCellPart } from "../../ui/cell.ts";
import { glowing } from "../marks.ts";
import { useBoard } from "../BoardContext.ts";
import { isConspicuous, type PatchRow } from "../BoardRows.ts";

/** Small words about a row: who decided, notes, disagreement, and what to be careful with. */
export function Marks({ row }: { row: PatchRow }) {
  const { target, me } = useBoard();
  const glow = useCellPart(glowing, (rows) => rows.get(row.id));
  const by = glow ?? row.deciders[target];
  const agreed = row.agreed?.[target] ?? [];
  return (
    <>
      {isConspicuous(row, target) && (
        <em className="mark warn" title="A BUG or DOC that a machine wants to leave out, or that gives no instruction">
          check
        </em>
      )}
      {row.isDisputed && (
        <em className="mark warn" title="Engines disagree about this patch">
          disputed
        </em>
      )}
      {row.isSuspicious && (
        <em className="mark warn" title="The message or the author's name holds control, bidi or invisible characters">
          hidden chars
        </em>
      )}
      {row.isVanished && (
        <em className="mark warn" title="This commit is no longer on the upstream branch; its decisions are kept">
          vanished
        </em>
      )}
      {row.noteCount > 0 && (
        <span className="mark notes" title={`${row.noteCount} ${row.noteCount === 1 ? "note" : "notes"}`}>
          <span aria-hidden="true">✎ {row.noteCount}</span>
          <span className="unseen">{row.noteCount === 1 ? "1 note" : `${row.noteCount} notes`}</span>
        </span>
      )}
      {!by && agreed.length > 0 && (
        <span className="mark by" title={`Seen and agreed: ${agreed.join(", ")}`}>
          ✓ <bdi>{agreed.includes(me ?? "") ? "you" : agreed[0]}</bdi>
          {agreed.length > 1 && ` +${agreed.length - 1}`}
        </span>
      )}
      {by && (
        <span className="mark by" title={`Decided by ${by}`}>
          by <bdi>{by}</bdi>
        </span>
      )}
    </>
  );
}
