import { Suspense, useEffect, useRef } from "react";
import { graphql, usePreloadedQuery, useQueryLoader, type PreloadedQuery } from "react-relay";
import { Key } from "../board/keys/Key.tsx";
import { useBoard, verdictNames, type Verdict } from "../board/BoardContext.ts";
import type { PatchRow } from "../board/BoardRows.ts";
import { Boundary } from "../ui/Boundary.tsx";
import { day, plural } from "../ui/format.ts";
import { placeBeside } from "../ui/place.ts";
import { openPatch } from "./openPatch.ts";
import { cellActOf } from "./cellKeys.ts";
import type { CellChoiceQuery } from "../__generated__/CellChoiceQuery.graphql.ts";

const cellQuery = graphql`
  query CellChoiceQuery($patch: ID!) {
    node(id: $patch) {
      ... on Patch {
        branches {
          target {
            id
          }
          by
          reason
          backport {
            sha
            detail
            at
          }
        }
      }
    }
  }
`;

interface Props {
  /** The cells in hand: patches, first and last target. */
  cells: { rows: readonly PatchRow[]; left: number; right: number };
  /** The element beside which the choice opens. */
  at: HTMLElement;
  onDecide: (verdict: Verdict | null) => void;
  onClose: () => void;
}

/** The verdicts for a cell, or for many, beside it. Closed by Escape, by a choice, and by a click elsewhere. */
export function CellChoice({ cells, at, onDecide, onClose }: Props) {
  const { targets } = useBoard();
  const ref = useRef<HTMLDivElement>(null);
  // Not a layout effect: in one of those the board gives the focus to the cell, and this is to have it after that.
  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    box.showPopover();
    placeBeside(box, at);
    const [first, pressed] = ["button", "[aria-pressed=true]"].map((one) => box.querySelector<HTMLElement>(one));
    (pressed ?? first)?.focus();
  }, [at]);
  const { rows, left, right } = cells;
  const [row] = rows;
  const single = rows.length === 1 && left === right && row ? row : null;
  const verdict = single?.verdicts[left];
  const count = rows.length * (right - left + 1);
  const title = single
    ? `${single.sha.slice(0, 8)} on ${targets[left]?.branch}`
    : `${plural(count, "cell")} of ${plural(rows.length, "patch", "patches")}`;
  const hasPerson = rows.some((one) => one.deciders.some((who, i) => who != null && i >= left && i <= right));
  return (
    <div
      ref={ref}
      popover="auto"
      role="dialog"
      aria-label={`Verdict for ${title}`}
      className="cell-choice"
      onToggle={(event) => event.newState === "closed" && onClose()}
      onKeyDown={(event) => {
        event.stopPropagation(); // the board's keys are for the board: Escape would close something else
        const act = cellActOf(event);
        if (act?.do !== "decide") return;
        event.preventDefault();
        onDecide(act.verdict);
      }}
    >
      <strong>{title}</strong>
      <div className="choice-buttons">
        {verdictNames.map(([value, letter, name]) => (
          <button
            key={value}
            type="button"
            data-verdict={letter}
            aria-pressed={verdict === value}
            onClick={() => onDecide(value)}
          >
            {name} <Key of={name.toLowerCase()} />
          </button>
        ))}
      </div>
      {hasPerson && (
        <button type="button" className="quiet" onClick={() => onDecide(null)}>
          Withdraw {count === 1 ? "the decision" : "decisions"}
        </button>
      )}
      {single && (
        <>
          <Why patch={single.id} target={targets[left]?.id} />
          <button type="button" className="link" onClick={() => openPatch(single)}>
            Read it on the board
          </button>
        </>
      )}
    </div>
  );
}

/** Why the cell says what it says. */
function Why({ patch, target }: { patch: string; target: string | undefined }) {
  const [query, load] = useQueryLoader<CellChoiceQuery>(cellQuery);
  useEffect(() => load({ patch }, { fetchPolicy: "store-and-network" }), [load, patch]);
  if (!query) return null;
  return (
    <Boundary renderFailure={(sentence) => <p className="muted">{sentence}</p>}>
      <Suspense fallback={<p className="muted wait">…</p>}>
        <Words query={query} target={target} />
      </Suspense>
    </Boundary>
  );
}

function Words({ query, target }: { query: PreloadedQuery<CellChoiceQuery>; target: string | undefined }) {
  const { node } = usePreloadedQuery<CellChoiceQuery>(cellQuery, query);
  const branch = node?.branches?.find((one) => one.target.id === target);
  if (!branch) return null;
  const { backport, by, reason } = branch;
  return (
    <>
      {backport && (
        <p className="muted">
          As <code>{backport.sha.slice(0, 12)}</code> since {day(backport.at)}: {backport.detail}.
        </p>
      )}
      <p className="muted">
        {by ? (
          <>
            By <bdi>{by}</bdi>.
          </>
        ) : (
          <bdi dir="auto">{reason}</bdi>
        )}
      </p>
    </>
  );
}
