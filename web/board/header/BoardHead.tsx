import "./header.css";
import { useLayoutEffect, useRef } from "react";
import { LayoutSwitch } from "../../matrix/LayoutSwitch.tsx";
import { MatrixBar } from "../../matrix/MatrixBar.tsx";
import { isFile } from "../../place.ts";
import type { View } from "../../route.ts";
import { plural } from "../../ui/format.ts";
import { useLagging } from "../../ui/useLagging.ts";
import { urlOf } from "../../useRoute.ts";
import { DensitySwitch } from "../../ui/DensitySwitch.tsx";
import { ThemeSwitch } from "../../ui/ThemeSwitch.tsx";
import type { PatchRow, Rows } from "../BoardRows.ts";
import type { Filter, Selection } from "../filter.ts";
import type { Act } from "../keys/commands.ts";
import { Key } from "../keys/Key.tsx";
import { withKey } from "../keys/bindings.ts";
import { OrderSwitch } from "../queue/OrderSwitch.tsx";
import { Resume, type Place } from "../queue/Resume.tsx";
import type { Conflict } from "../useDecide.ts";
import { People } from "../people/People.tsx";
import { Unsent } from "../unsent/Unsent.tsx";
import { FileStatus } from "../../single/FileStatus.tsx";
import { Views } from "../../views/Views.tsx";
import { Columns } from "./Columns.tsx";
import { Conflicts } from "./Conflicts.tsx";
import { Connection } from "./Connection.tsx";
import { Fields } from "./Fields.tsx";
import { Progress } from "./Progress.tsx";
import { RunStatus } from "./RunStatus.tsx";
import { Search, SearchTrouble } from "./Search.tsx";
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
          <bdi title={`${heading.repositoryName}: ${heading.upstream} from ${heading.base}`}>{heading.name}</bdi>
        </h1>
        <Targets rows={lagging} start={view.start} />
        <LayoutSwitch matrix={view.matrix} />
        {!view.matrix && <Progress selection={selection} />}
        {!view.matrix && <OrderSwitch view={view} perform={perform} />}
        {!view.matrix && <Start view={view} />}
        {!view.matrix && <Resume place={props.place} me={me} perform={perform} />}
        {isFile ? <FileStatus /> : <SyncStatus series={props.series} />}
        <span className="tools">
          {(["undo", "redo"] as const).map((one) => (
            <button
              key={one}
              type="button"
              className="quiet"
              title={withKey(one === "undo" ? "Take back your last action" : "Do again what you undid", one)}
              onClick={() => perform({ do: one })}
            >
              <span aria-hidden="true">{one === "undo" ? "↶" : "↷"}</span>
              <span className="unseen">{one === "undo" ? "Undo" : "Redo"}</span> <Key of={one} />
            </button>
          ))}
          <People rows={rows.rows} />
          {!isFile && <Views series={props.series} view={view} />}
          <button
            type="button"
            className="quiet person"
            onClick={() => perform({ do: "rename" })}
            title={withKey(me ? "Change your name" : "Say who you are", "rename")}
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
            title={withKey("Keys and signs", "help")}
          >
            ?
          </button>
          <button
            type="button"
            onClick={() => perform({ do: "export" })}
            title={withKey("What to cherry-pick", "export")}
          >
            Export <Key of="export" />
          </button>
        </span>
      </div>
      <div className="bar filters" role="search" aria-label="Filter">
        {view.matrix ? (
          <MatrixBar matrix={view.matrix} shown={selection.visible.length} />
        ) : (
          <Toggles view={view} selection={selection} />
        )}
        <Search text={view.text} rows={lagging} onLeave={props.onLeaveSearch} />
        <Fields rows={lagging} filter={laggingFilter} view={view} />
        <SearchTrouble sentence={props.searchTrouble} />
      </div>
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
