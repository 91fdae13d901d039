import "./header.css";
import "./filters.css";
import { MatrixBar } from "../../matrix/MatrixBar.tsx";
import { isFile } from "../../place.ts";
import type { View } from "../../route.ts";
import { useEdge } from "../../ui/useEdge.ts";
import { useLagging } from "../../ui/useLagging.ts";
import { urlOf } from "../../useRoute.ts";
import type { PatchRow, Rows } from "../BoardRows.ts";
import type { Filter, Selection } from "../filter.ts";
import type { Act } from "../keys/commands.ts";
import { Resume, type Place } from "../queue/Resume.tsx";
import { FileStatus } from "../../single/FileStatus.tsx";
import { Columns } from "./Columns.tsx";
import { Fields } from "./Fields.tsx";
import { LayoutSwitch } from "./LayoutSwitch.tsx";
import { Progress } from "./Progress.tsx";
import { Search, SearchTrouble } from "./Search.tsx";
import { Start } from "./Start.tsx";
import { SyncStatus } from "./SyncStatus.tsx";
import { Targets } from "./Targets.tsx";
import { Toggles } from "./Toggles.tsx";
import { Tools } from "./Tools.tsx";
import type { SyncStatus_series$key } from "../../__generated__/SyncStatus_series.graphql.ts";
import type { Views_series$key } from "../../__generated__/Views_series.graphql.ts";

const lagMs = 400;

interface Props {
  series: SyncStatus_series$key & Views_series$key;
  heading: { name: string; repositoryName: string; upstream: string; base: string };
  me: string | null;
  view: View;
  filter: Filter;
  rows: Rows;
  selection: Selection<PatchRow>;
  /** Where to go on; null when there is no such place, or somebody went on already. */
  place: Place | null;
  searchTrouble: string | null;
  /** Goes back to the rows, when they are those that the filter wants. */
  onLeaveFilter: () => void;
  perform: (act: Act) => void;
}

/** The head of the page, which stays on screen: what is shown and how far the review is. */
export function BoardHead(props: Props) {
  const { heading, view, filter, selection, perform, me, rows } = props;
  // Lists of areas and authors and the counts of other targets may come a moment after a key.
  const lagging = useLagging(rows.rows, lagMs);
  const laggingFilter = useLagging(filter, lagMs);
  const reading = rows.isComplete ? "over" : rows.trouble === null ? "under way" : "failed";
  const ref = useEdge<HTMLElement>("head");
  // A key leads to a select, and one leads back. While its list is open, Escape is the list's: no page hears of it.
  const leaveSelect = (event: React.KeyboardEvent) => {
    if (event.key !== "Escape" || !(event.target instanceof HTMLSelectElement)) return;
    event.preventDefault();
    event.target.blur();
    props.onLeaveFilter();
  };
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
        {!view.matrix && <Progress selection={selection} reading={reading} />}
        <LayoutSwitch view={view} />
        {isFile ? <FileStatus /> : <SyncStatus series={props.series} />}
        <Tools series={props.series} view={view} rows={rows.rows} me={me} perform={perform} />
      </div>
      <div className="bar filters" role="search" aria-label="Filter" onKeyDown={leaveSelect}>
        {view.matrix ? (
          <MatrixBar matrix={view.matrix} shown={selection.visible.length} />
        ) : (
          <Toggles view={view} selection={selection} />
        )}
        <Search text={view.text} rows={lagging} onLeave={props.onLeaveFilter} />
        <Fields rows={lagging} filter={laggingFilter} view={view} />
        {!view.matrix && <Start view={view} />}
        {!view.matrix && <Resume place={props.place} me={me} perform={perform} />}
        <SearchTrouble sentence={props.searchTrouble} />
      </div>
      {!view.matrix && <Columns />}
    </header>
  );
}
