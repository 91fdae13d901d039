import "./table/table.css";
import { lazy, Suspense, type ReactNode } from "react";
import { count, plural } from "../ui/format.ts";
import { Quiet } from "../ui/Quiet.tsx";
import { wholeMatrix } from "../matrix/view.ts";
import { wholeView, type View } from "../route.ts";
import { changeView } from "../useRoute.ts";
import { useBoard } from "./BoardContext.ts";
import type { PatchRow, Rows } from "./BoardRows.ts";
import { isWhole, type Selection } from "./filter.ts";
import type { Act } from "./keys/commands.ts";
import { Key } from "./keys/Key.tsx";
import { AllDecided } from "./queue/AllDecided.tsx";
import type { Order } from "./queue/order.ts";
import { PatchTable } from "./table/PatchTable.tsx";

const Matrix = lazy(() => import("../matrix/Matrix.tsx").then((loaded) => ({ default: loaded.Matrix })));

interface Props {
  series: string;
  list: Rows;
  selection: Selection<PatchRow>;
  /** What the matrix counts: its own filter left out. */
  matching: readonly PatchRow[];
  view: View;
  focus: (row: PatchRow) => void;
  isSyncing: boolean;
  current: PatchRow | null;
  open: PatchRow | null;
  order: Order;
  perform: (act: Act) => void;
  onRetry: () => void;
}

/** The rows, or what stands in their place: loading, nothing there, nothing left. */
export function BoardBody(props: Props) {
  const { list, selection, view, current, open, order, perform } = props;
  const { target } = useBoard();
  const isAllDecided = !view.matrix && list.isComplete && selection.left === 0 && selection.toReview > 0;
  return (
    <main className="board-main" aria-label="Review" aria-busy={!list.isComplete} data-open={open !== null}>
      {isAllDecided && <AllDecided rows={list.rows} view={view} perform={perform} />}
      {view.matrix && list.rows.length > 0 ? (
        <Suspense fallback={<Loading />}>
          <Matrix
            series={props.series}
            matrix={view.matrix}
            rows={selection.visible}
            matching={props.matching}
            total={list.rows.length}
            current={current}
            focus={props.focus}
          />
          {list.isComplete && selection.visible.length === 0 && <NothingInMatrix />}
        </Suspense>
      ) : selection.visible.length > 0 ? (
        <PatchTable
          visible={selection.visible}
          total={list.rows.length}
          target={target}
          current={current}
          open={open}
          order={order}
          listKey={JSON.stringify([view.show, view.only, view.area, view.author, view.order])}
        />
      ) : (
        // A queue that is done has nothing to show, and no filter to blame.
        !(isAllDecided && view.order === "queue") && <Nothing {...props} />
      )}
    </main>
  );
}

function Nothing({ list, selection, view, isSyncing, onRetry }: Props) {
  if (list.trouble !== null) {
    return (
      <Quiet title="The patches could not be read">
        <p>{list.trouble}</p>
        <button type="button" className="main" onClick={onRetry}>
          Try again
        </button>
      </Quiet>
    );
  }
  if (!list.isComplete) return <Loading />;
  if (list.rows.length === 0) {
    return (
      <Quiet title={isSyncing ? "Reading the repository…" : "No patches yet"}>
        <p>
          {isSyncing
            ? "Patches appear here as soon as they are known."
            : "The upstream branch has no commits behind the base of this series."}
        </p>
      </Quiet>
    );
  }
  if (selection.toReview === 0 && isWhole(view)) {
    return (
      <NothingNew count={list.rows.length}>
        <ShowMerges view={view} selection={selection} />
      </NothingNew>
    );
  }
  return (
    <Quiet title="No patch matches">
      <p>
        {selection.toReview === 0
          ? "There is nothing to review from here on."
          : `${count(selection.toReview)} are to review without the filter.`}
      </p>
      <button
        type="button"
        className="main"
        onClick={() => changeView({ ...wholeView, target: view.target, start: view.start, order: view.order })}
      >
        Clear the filter <Key of="clear" />
      </button>
      <ShowMerges view={view} selection={selection} />
      {view.start !== "all" && <ShowAll />}
    </Quiet>
  );
}

function NothingInMatrix() {
  return (
    <Quiet title="No patch is like that">
      <button type="button" className="main" onClick={() => changeView({ ...wholeView, matrix: wholeMatrix })}>
        Show what is wanted or there
      </button>
    </Quiet>
  );
}

/** A search for a merge finds a row that is not shown by itself. */
function ShowMerges({ view, selection: { counts } }: Pick<Props, "view" | "selection">) {
  if (!counts.m || view.show.includes("m")) return null;
  return (
    <button type="button" onClick={() => changeView({ show: [...view.show, "m"] })}>
      Show {plural(counts.m, "merge", "merges")} <Key of="show-merges" />
    </button>
  );
}

function NothingNew({ count: n, children }: { count: number; children: ReactNode }) {
  const { targets, target } = useBoard();
  return (
    <Quiet title="Nothing new to review">
      <p>
        Nothing came after the last backport to {targets[target]?.branch}. The series has {count(n)} patches.
      </p>
      <ShowAll />
      {children}
    </Quiet>
  );
}

function ShowAll() {
  return (
    <button type="button" onClick={() => changeView({ start: "all" })}>
      Review from the first patch
    </button>
  );
}

function Loading() {
  return (
    <div className="loading" role="status">
      <span className="unseen">reading patches…</span>
    </div>
  );
}
