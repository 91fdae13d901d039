import "./export.css";
import { Suspense, useCallback, useEffect, useRef, useState } from "react";
import { graphql, useFragment, useQueryLoader } from "react-relay";
import type { View } from "../../route.ts";
import { Boundary } from "../../ui/Boundary.tsx";
import { useBoard } from "../BoardContext.ts";
import { FileParts } from "./FileParts.tsx";
import { PickList, pickListQuery } from "./PickList.tsx";
import type { ExportDrawer_series$key } from "../../__generated__/ExportDrawer_series.graphql.ts";
import type { PickListQuery } from "../../__generated__/PickListQuery.graphql.ts";

const settleMs = 300;

interface Props {
  series: ExportDrawer_series$key;
  targetId: string | null;
  start: View["start"];
  onClose: () => void;
}

/** What to cherry-pick into the target, as it stands now: read again whenever something changed. */
export function ExportDrawer({ series: key, targetId, start, onClose }: Props) {
  const { id, name, seq } = useFragment(
    graphql`
      fragment ExportDrawer_series on Series {
        id
        name
        seq
      }
    `,
    key,
  );
  const { targets, target } = useBoard();
  const [machine, setMachine] = useState(true);
  const [query, load] = useQueryLoader<PickListQuery>(pickListQuery);
  const from = start === "all" ? 1 : start === "last" ? null : start;
  const settled = useSettled(seq);
  useEffect(() => {
    if (!targetId) return;
    // The list of a `seq` is asked for once: naming it here is what asks again when it moved.
    const networkCacheConfig = { force: true, metadata: { seq: settled } };
    load({ name, target: targetId, from, machine }, { fetchPolicy: "store-and-network", networkCacheConfig });
  }, [load, name, targetId, from, machine, settled]);
  const branch = targets[target]?.branch ?? "";
  const toCopy = useFirstFocus();
  return (
    <aside className="drawer" aria-label="Export">
      <header>
        <h2>
          Pick into <bdi>{branch}</bdi>
        </h2>
        <button type="button" className="quiet" aria-label="Close" title="Close (Esc)" onClick={onClose}>
          ✕
        </button>
      </header>
      <label className="check">
        <input type="checkbox" checked={machine} onChange={(event) => setMachine(event.target.checked)} />
        With what machines only guess
      </label>
      <Boundary
        key={targetId}
        renderFailure={(sentence, retry) => (
          <p>
            The list could not be made: {sentence}{" "}
            <button type="button" onClick={retry}>
              Try again
            </button>
          </p>
        )}
      >
        <Suspense fallback={<p className="wait">putting the list together…</p>}>
          {query && <PickList query={query} branch={branch} onShown={toCopy} />}
        </Suspense>
      </Boundary>
      <FileParts series={{ id, name }} />
    </aside>
  );
}

/** The value once it has stopped changing for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settleMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** Gives the focus to the first button that comes, where it has not moved since this was opened: copying is one key away then. */
function useFirstFocus() {
  const [before] = useState(() => document.activeElement);
  const isDone = useRef(false);
  return useCallback(
    (button: HTMLButtonElement | null) => {
      if (!button || isDone.current) return;
      isDone.current = true;
      if (document.activeElement === before) button.focus();
    },
    [before],
  );
}
