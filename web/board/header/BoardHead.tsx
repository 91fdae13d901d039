import "./header.css";
import "./filters.css";
import "./notices.css";
import { useLayoutEffect, useRef } from "react";
import { MatrixBar } from "../../matrix/MatrixBar.tsx";
import { isFile } from "../../place.ts";
import type { View } from "../../route.ts";
import { plural } from "../../ui/format.ts";
import { useLagging } from "../../ui/useLagging.ts";
import { urlOf } from "../../useRoute.ts";
import type { PatchRow, Rows } from "../BoardRows.ts";
import type { Filter, Selection } from "../filter.ts";
import type { Act } from "../keys/commands.ts";
import { Key } from "../keys/Key.tsx";
import { Resume, type Place } from "../queue/Resume.tsx";
import type { Conflict } from "../useDecide.ts";
import { Unsent } from "../unsent/Unsent.tsx";
import { FileStatus } from "../../single/FileStatus.tsx";
import { Columns } from "./Columns.tsx";
import { Conflicts } from "./Conflicts.tsx";
import { Connection } from "./Connection.tsx";
import { Fields } from "./Fields.tsx";
import { LayoutSwitch } from "./LayoutSwitch.tsx";
import { Progress } from "./Progress.tsx";
import { RunStatus } from "./RunStatus.tsx";
import { Search, SearchTrouble } from "./Search.tsx";
import { Start } from "./Start.tsx";
import { SyncStatus } from "./SyncStatus.tsx";
import { SyncTrouble } from "./SyncTrouble.tsx";
import { Targets } from "./Targets.tsx";
import { Toggles } from "./Toggles.tsx";
import { Tools } from "./Tools.tsx";
import type { RunStatus_series$key } from "../../__generated__/RunStatus_series.graphql.ts";
import type { SyncStatus_series$key } from "../../__generated__/SyncStatus_series.graphql.ts";
import type { SyncTrouble_series$key } from "../../__generated__/SyncTrouble_series.graphql.ts";
import type { Views_series$key } from "../../__generated__/Views_series.graphql.ts";

const lagMs = 400;

interface Props {
  series: RunStatus_series$key & SyncStatus_series$key & SyncTrouble_series$key & Views_series$key;
  heading: { name: string; repositoryName: string; upstream: string; base: string };
  me: string | null;
  view: View;
  filter: Filter;
  rows: Rows;
  selection: Selection<PatchRow>;
  conflicts: readonly Conflict[];
  /** Where to go on; null when there is no such place, or somebody went on already. */
  place: Place | null;
  onSettled: (conflicts: readonly Conflict[]) => void;
  searchTrouble: string | null;
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
          {isFile ? (
            <span className="home">patchboard</span>
          ) : (
            <a href={urlOf({ series: null, view })} title="All series" className="home">
              patchboard
            </a>
          )}
          <bdi title={`${heading.name}: ${heading.upstream} of ${heading.repositoryName} from ${heading.base}`}>
            {heading.name}
          </bdi>
        </h1>
        <Targets rows={lagging} start={view.start} />
        {!view.matrix && <Progress selection={selection} isReading={!rows.isComplete && rows.trouble === null} />}
        <LayoutSwitch view={view} />
        {isFile ? <FileStatus /> : <SyncStatus series={props.series} />}
        <Tools series={props.series} view={view} rows={rows.rows} me={me} perform={perform} />
      </div>
      <div className="bar filters" role="search" aria-label="Filter">
        {view.matrix ? (
          <MatrixBar matrix={view.matrix} shown={selection.visible.length} />
        ) : (
          <Toggles view={view} selection={selection} />
        )}
        <Search text={view.text} rows={lagging} onLeave={props.onLeaveSearch} />
        <Fields rows={lagging} filter={laggingFilter} view={view} />
        {!view.matrix && <Start view={view} />}
        {!view.matrix && <Resume place={props.place} me={me} perform={perform} />}
        <SearchTrouble sentence={props.searchTrouble} />
      </div>
      {!isFile && <SyncTrouble series={props.series} />}
      <RunStatus series={props.series} />
      <Connection />
      <Unsent rows={rows.rows} />
      <Conflicts conflicts={props.conflicts} onSettled={props.onSettled} rows={rows.rows} />
      {rows.arrived > 0 && rows.rows.length > 0 && (
        <p className="notice">
          <button type="button" className="pill" onClick={() => perform({ do: "takeIn" })}>
            {plural(rows.arrived, "new patch", "new patches")}: show <Key of="take-in" />
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
