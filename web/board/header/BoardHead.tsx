import "./header.css";
import { useLayoutEffect, useRef } from "react";
import { LayoutSwitch } from "../../matrix/LayoutSwitch.tsx";
import { MatrixBar } from "../../matrix/MatrixBar.tsx";
import { formatRoute } from "../../route.ts";
import type { View } from "../../route.ts";
import { plural } from "../../ui/format.ts";
import { useLagging } from "../../ui/useLagging.ts";
import { DensitySwitch } from "../../ui/DensitySwitch.tsx";
import { ThemeSwitch } from "../../ui/ThemeSwitch.tsx";
import type { PatchRow, Rows } from "../BoardRows.ts";
import type { Filter, Selection } from "../filter.ts";
import type { Act } from "../keys.ts";
import type { Conflict } from "../useDecide.ts";
import { Views } from "../../views/Views.tsx";
import { Columns } from "./Columns.tsx";
import { Conflicts } from "./Conflicts.tsx";
import { Connection } from "./Connection.tsx";
import { Fields } from "./Fields.tsx";
import { Progress } from "./Progress.tsx";
import { RunStatus } from "./RunStatus.tsx";
import { Search } from "./Search.tsx";
import { Start } from "./Start.tsx";
import { SyncStatus } from "./SyncStatus.tsx";
import { Targets } from "./Targets.tsx";
import { Toggles } from "./Toggles.tsx";
import type { RunStatus_series$key } from "../../__generated__/RunStatus_series.graphql.ts";
import type { SyncStatus_series$key } from "../../__generated__/SyncStatus_series.graphql.ts";
import type { Views_series$key } from "../../__generated__/Views_series.graphql.ts";

const lagMs = 400;

interface Props {
  series: RunStatus_series$key & SyncStatus_series$key & Views_series$key;
  heading: { name: string; repositoryName: string; upstream: string; base: string };
  me: string | null;
  view: View;
  filter: Filter;
  rows: Rows;
  selection: Selection<PatchRow>;
  conflicts: readonly Conflict[];
  onSettled: (conflict: Conflict) => void;
  onRename: () => void;
  onTakeIn: () => void;
  onLeaveSearch: () => void;
  perform: (act: Act) => void;
}

/** The head of the page, which stays on screen: what is shown, how far the review is, and what goes on. */
export function BoardHead(props: Props) {
  const { heading, view, filter, selection, perform, me, rows } = props;
  // Lists of areas and authors and the counts of other targets may come a moment after a key.
  const lagging = useLagging(rows.rows, lagMs);
  const laggingFilter = useLagging(filter, lagMs);
  const ref = useHeadHeight();
  return (
    <header className="head" ref={ref}>
      <div className="bar">
        <h1>
          <a href={formatRoute({ series: null, view })} title="All series" className="home">
            patchboard
          </a>
          <bdi title={`${heading.repositoryName}: ${heading.upstream} from ${heading.base}`}>{heading.name}</bdi>
        </h1>
        <Targets rows={lagging} start={view.start} />
        <LayoutSwitch matrix={view.matrix} />
        {!view.matrix && <Progress selection={selection} />}
        {!view.matrix && <Start view={view} />}
        <SyncStatus series={props.series} />
        <span className="tools">
          <Views series={props.series} view={view} />
          <button
            type="button"
            className="quiet person"
            onClick={props.onRename}
            title={me ? "Change your name" : "Say who you are"}
          >
            {me ? <bdi>{me}</bdi> : "no name yet"}
          </button>
          <DensitySwitch />
          <ThemeSwitch />
          <button
            type="button"
            className="quiet"
            onClick={() => perform({ do: "help" })}
            aria-label="Help"
            title="Keys and signs (?)"
          >
            ?
          </button>
          <button type="button" onClick={() => perform({ do: "export" })} title="What to cherry-pick (e)">
            Export
          </button>
        </span>
      </div>
      <div className="bar filters" role="search" aria-label="Filter">
        {view.matrix ? (
          <MatrixBar matrix={view.matrix} shown={selection.visible.length} />
        ) : (
          <Toggles view={view} selection={selection} />
        )}
        <Search text={view.text} onLeave={props.onLeaveSearch} />
        <Fields rows={lagging} filter={laggingFilter} view={view} />
      </div>
      <RunStatus series={props.series} />
      <Connection />
      <Conflicts conflicts={props.conflicts} onSettled={props.onSettled} rows={rows.rows} />
      {rows.arrived > 0 && rows.rows.length > 0 && (
        <p className="notice">
          <button type="button" className="pill" onClick={props.onTakeIn}>
            {plural(rows.arrived, "new patch", "new patches")}: show
          </button>
        </p>
      )}
      {!view.matrix && <Columns />}
    </header>
  );
}

/** Tells the style sheet how high the head is: rows that get the focus scroll to below it. */
function useHeadHeight() {
  const ref = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const head = ref.current;
    if (!head) return;
    const observer = new ResizeObserver(() =>
      document.documentElement.style.setProperty("--head", `${head.offsetHeight}px`),
    );
    observer.observe(head);
    return () => observer.disconnect();
  }, []);
  return ref;
}
