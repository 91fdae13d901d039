import { memo } from "react";
import { useBoard } from "../board/BoardContext.ts";
import type { PatchRow } from "../board/BoardRows.ts";
import { glowing, unsaved } from "../board/marks.ts";
import { branchWords } from "../board/table/Branches.tsx";
import { rowElementId } from "../board/table/PatchRow.tsx";
import { Subject } from "../board/table/Subject.tsx";
import { useCellPart } from "../ui/cell.ts";
import { openPatch } from "./openPatch.ts";
import { selected } from "./selected.ts";

interface Props {
  row: PatchRow;
  isCurrent: boolean;
}

const evidenceNames: Record<string, string> = {
  TRAILER: "by its trailer",
  PATCH_ID: "the diffs are the same",
  AUTHOR_AND_SUBJECT: "by author and subject",
  CLAIMED: "",
};

/** One patch on every stable branch. */
export const MatrixRow = memo(function MatrixRow({ row, isCurrent }: Props) {
  const { targets, target } = useBoard();
  const isGlowing = useCellPart(glowing, (rows) => rows.has(row.id));
  const isUnsaved = useCellPart(unsaved, (rows) => rows.has(row.id));
  const area = useCellPart(selected, (now) => (now.patches.has(row.id) ? now : null));
  return (
    <div
      role="row"
      className="m-row"
      aria-rowindex={row.number + 1}
      aria-current={isCurrent || undefined}
      data-patch={row.id}
      data-vanished={row.isVanished}
      data-glow={isGlowing}
      data-unsaved={isUnsaved}
    >
      <span role="rowheader" className="m-patch">
        <span className="m-number">{row.number}</span> <code>{row.sha.slice(0, 8)}</code>{" "}
        <button
          type="button"
          className="subject"
          tabIndex={-1}
          title={`${row.subject}\n${row.author}. Click to read it on the board (o).`}
          onClick={() => openPatch(row)}
        >
          <Subject subject={row.subject} tag={row.tag} />
        </button>
        {isUnsaved && <span className="unseen">not saved yet</span>}
      </span>
      {targets.map(({ id, branch }, i) => {
        const { state, sign, words } = branchWords(row, i);
        const by = row.deciders[i];
        const evidence = evidenceNames[row.evidence[i] ?? ""];
        const why = state === "there" ? evidence && `, ${evidence}` : by ? `, by ${by}` : "";
        return (
          <span
            key={id}
            role="gridcell"
            id={i === target ? rowElementId(row.id) : undefined}
            className="cell"
            tabIndex={isCurrent && i === target ? 0 : -1}
            aria-selected={area !== null && i >= area.left && i <= area.right}
            aria-label={`${branch}: ${words}${why}`}
            title={`${branch}: ${words}${why}`}
            data-target={i}
            data-state={state}
            data-by={by && state !== "there" ? "person" : "machine"}
          >
            <span aria-hidden="true">{sign}</span>
          </span>
        );
      })}
    </div>
  );
});
