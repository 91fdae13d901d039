import { memo, type MouseEvent, type ReactNode } from "react";
import { graphql } from "react-relay";
import { useCellPart } from "../../ui/cell.ts";
import { day } from "../../ui/format.ts";
import { urlFor } from "../../ui/links.ts";
import { useBoard } from "../BoardContext.ts";
import type { PatchRow as Row } from "../BoardRows.ts";
import { isBackported, isReviewed, isSeenBy } from "../filter.ts";
import { glowing } from "../marks.ts";
import { SelectBox } from "../select/SelectBox.tsx";
import { selected } from "../select/selected.ts";
import { Branches } from "./Branches.tsx";
import { Marks } from "./Marks.tsx";
import { isConspicuous } from "./conspicuous.ts";
import { Reason } from "./Reason.tsx";
import { Subject } from "./Subject.tsx";
import { VerdictPicker } from "./VerdictPicker.tsx";

// Read unmasked by BoardRows: the rows of 20,000 patches are one plain list, filtered while rendering.
void graphql`
  fragment PatchRow_patch on Patch {
    id
    number
    sha
    subject
    author
    authoredAt
    tag
    area
    verdicts
    deciders
    revisions
    agreed
    evidence
    engine
    isInstructed
    strength
    reason
    quote
    rule
    margin
    noteCount
    asked
    waits {
      kind
      day
      days
      of
      pattern
      isAuthors
      words
      isRipe
      isDue
      at
      tag
    }
    isDisputed
    isSuspicious
    isMerge
    isVanished
  }
`;

interface Props {
  row: Row;
  isCurrent: boolean;
  /** The details, when they are open. */
  children?: ReactNode;
}

/** A finger is wider than a subject is high: wherever it taps that does nothing else, it means the patch. */
function isTapBeside({ nativeEvent, target }: MouseEvent): boolean {
  const isTap = nativeEvent instanceof PointerEvent && nativeEvent.pointerType === "touch";
  return isTap && target instanceof Element && !target.closest("a, button, label, input");
}

/** One line of the board: a patch, why, the verdict on it, and what the stable branches have. */
export const PatchRow = memo(function PatchRow({ row, isCurrent, children }: Props) {
  const { target, me, forge, visit, toggle } = useBoard();
  const glow = useCellPart(glowing, (rows) => rows.get(row.id));
  const isSelected = useCellPart(selected, ({ ids }) => ids.has(row.id));
  const url = urlFor(forge.commitUrl, row.sha);
  const id = row.sha.slice(0, 8);
  return (
    <>
      <div
        role="row"
        id={rowElementId(row.id)}
        className="row"
        aria-rowindex={row.number + 1}
        aria-current={isCurrent || undefined}
        data-open={Boolean(children)}
        tabIndex={isCurrent ? 0 : -1}
        data-backported={isBackported(row, target)}
        data-conspicuous={isConspicuous(row, target)}
        data-vanished={row.isVanished}
        data-glow={glow !== undefined}
        data-seen={isSeenBy(row, target, me) ? "me" : isReviewed(row, target) ? "others" : "nobody"}
        aria-selected={isSelected}
        onFocus={() => visit(row)}
        onClick={(event) => isTapBeside(event) && toggle(row)}
        onDoubleClick={() => toggle(row)}
      >
        <span role="gridcell" className="c-number">
          <span>{row.number}</span>
          <SelectBox row={row} isCurrent={isCurrent} />
        </span>
        <span role="gridcell" className="c-id">
          {url ? (
            <a
              href={url}
              target="_blank"
              rel="noreferrer"
              tabIndex={isCurrent ? 0 : -1}
              title={`${row.sha} at the forge`}
            >
              {id}
            </a>
          ) : (
            <code title={row.sha}>{id}</code>
          )}
          <time dateTime={row.authoredAt}>{day(row.authoredAt)}</time>
        </span>
        <span role="gridcell" className="c-subject">
          <button
            type="button"
            className="subject"
            aria-expanded={Boolean(children)}
            tabIndex={isCurrent ? 0 : -1}
            title={row.subject}
            onClick={() => toggle(row)}
          >
            <Subject subject={row.subject} tag={row.tag} />
          </button>
          <span className="reason">
            <Reason row={row} />
          </span>
        </span>
        <span role="gridcell" className="c-author">
          <bdi className="author" dir="auto">
            {row.author}
          </bdi>
          <span className="marks">
            <Marks row={row} />
          </span>
        </span>
        <span role="gridcell" className="c-verdict">
          <VerdictPicker row={row} isCurrent={isCurrent} />
        </span>
        <span role="gridcell" className="c-branches">
          <Branches row={row} />
        </span>
      </div>
      {children && (
        <div role="row" className="detail-row">
          <div role="gridcell" className="detail-cell">
            {children}
          </div>
        </div>
      )}
    </>
  );
});

/** The id of a row's element, to find it and give it the focus. */
export const rowElementId = (patch: string) => `row-${patch}`;

/** Finds the rows that are not text alone, and which patch each is of. */
export const rowSelector = '.row[id^="row-"]';
export const patchOfRow = (row: Element) => row.id.slice(rowElementId("").length);
