import { useCellPart } from "../../ui/cell.ts";
import { asMargin } from "../../ui/format.ts";
import { glowing, reading } from "../marks.ts";
import { useBoard } from "../BoardContext.ts";
import { WaitMark } from "../wait/WaitMark.tsx";
import type { PatchRow } from "../BoardRows.ts";
import { OnRow } from "../people/OnRow.tsx";
import { isConspicuous } from "./conspicuous.ts";

/** From this lead on a verdict is not called close. */
const clearMargin = 0.5;

/** Small words about a row: who decided, notes, disagreement, and what to be careful with. */
export function Marks({ row }: { row: PatchRow }) {
  const { target, me } = useBoard();
  const glow = useCellPart(glowing, (rows) => rows.get(row.id));
  const isRead = useCellPart(reading, (patches) => patches.has(row.id));
  const by = glow ?? row.deciders[target];
  const agreed = row.agreed?.[target] ?? [];
  return (
    <>
      <OnRow patch={row.id} />
      {isRead && <em className="mark model">model reading…</em>}
      {isConspicuous(row, target) && (
        <em
          className="mark warn"
          title="A fix without an instruction, or a BUG or DOC that a machine wants to leave out"
        >
          check
        </em>
      )}
      {row.isDisputed && (
        <em className="mark warn" title="Engines disagree about this patch">
          disputed
        </em>
      )}
      <WaitMark row={row} target={target} isInRow />
      {row.asked != null && (
        <em className="mark asked" title={`A note asks ${row.asked}; nobody has answered yet`}>
          asked <bdi>{row.asked}</bdi>
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
      {!row.deciders[target] && (row.engine === "LLAMA" || row.engine === "HTTP") && <ByModel margin={row.margin} />}
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

/** The verdict is a model's, and how far ahead it was where it was close: a close one wants a look. */
function ByModel({ margin }: { margin: number | null | undefined }) {
  if (margin == null || margin >= clearMargin) {
    return (
      <span className="mark" title="A model's verdict: the author gives no instruction">
        model
      </span>
    );
  }
  return (
    <span className="mark" title={`A model's verdict; by its scores it leads the next one by ${asMargin(margin)}`}>
      model, close {asMargin(margin)}
    </span>
  );
}
