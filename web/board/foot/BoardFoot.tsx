import "./foot.css";
import { graphql, useFragment } from "react-relay";
import { isFile } from "../../place.ts";
import { plural } from "../../ui/format.ts";
import { useEdge } from "../../ui/useEdge.ts";
import type { Rows } from "../BoardRows.ts";
import type { Act } from "../keys/commands.ts";
import { Key } from "../keys/Key.tsx";
import { Unsent } from "../unsent/Unsent.tsx";
import { Conflicts } from "./Conflicts.tsx";
import { Connection } from "./Connection.tsx";
import { LinkNotice } from "./LinkNotice.tsx";
import { RunStatus } from "./RunStatus.tsx";
import { SearchNotice } from "./SearchNotice.tsx";
import { SyncNotice } from "./SyncNotice.tsx";
import type { BoardFoot_series$key } from "../../__generated__/BoardFoot_series.graphql.ts";

interface Props {
  series: BoardFoot_series$key;
  rows: Rows;
  searchGap: string | null;
  perform: (act: Act) => void;
}

/**
 * What came up while somebody reviews: a run, trouble, new patches. Over the foot of the page, because it comes and goes by
 * itself, and no row may move away from under a pointer for that.
 */
export function BoardFoot({ series: key, rows, searchGap, perform }: Props) {
  const series = useFragment(
    graphql`
      fragment BoardFoot_series on Series {
        ...RunStatus_series
        ...SyncNotice_series
      }
    `,
    key,
  );
  const ref = useEdge<HTMLElement>("foot");
  return (
    <footer className="foot" ref={ref}>
      {!isFile && <SyncNotice series={series} />}
      <RunStatus series={series} />
      <Connection />
      <LinkNotice rows={rows} />
      <SearchNotice gap={searchGap} />
      <Unsent />
      <Conflicts rows={rows.rows} />
      {rows.arrived > 0 && rows.rows.length > 0 && (
        <p className="notice">
          <button type="button" className="pill" onClick={() => perform({ do: "takeIn" })}>
            {plural(rows.arrived, "new patch", "new patches")}: show <Key of="take-in" />
          </button>
        </p>
      )}
    </footer>
  );
}
