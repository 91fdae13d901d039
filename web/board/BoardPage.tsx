import { useMemo } from "react";
import { graphql, usePreloadedQuery, type PreloadedQuery } from "react-relay";
import { Quiet } from "../ui/Quiet.tsx";
import { Board } from "./Board.tsx";
import type { BoardPageQuery } from "../__generated__/BoardPageQuery.graphql.ts";

/** What a board needs before its rows. */
export const boardPageQuery = graphql`
  query BoardPageQuery($name: String!) {
    ...PaletteDialog_query
    viewer {
      ...Board_viewer
      ...NameDialog_viewer
    }
    series(name: $name) {
      seq
      epoch
      targets {
        branch
        isPresent
        lastBackported
      }
      ...BoardFoot_series
      ...Board_series
      ...Resume_series
      ...SyncStatus_series
      ...Views_series
      ...ExportDrawer_series
    }
  }
`;

interface Props {
  query: PreloadedQuery<BoardPageQuery>;
  name: string;
  /** Reads the page's query again: the database behind it is another one. */
  onStale: () => void;
}

/** The board of one series. */
export function BoardPage({ query, name, onStale }: Props) {
  const found = usePreloadedQuery<BoardPageQuery>(boardPageQuery, query);
  const { viewer, series } = found;
  // Where this query stood. The record's own `seq` moves on with every change, and following from there would skip what the
  // subscription has not told yet.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const since = useMemo(() => ({ after: series?.seq ?? 0, epoch: series?.epoch ?? "" }), [query]);
  if (!series) {
    return (
      <main className="page">
        <Quiet isPage title={`There is no series “${name}”`}>
          <p>
            It may have another name now: <a href="/">all series</a>.
          </p>
        </Quiet>
      </main>
    );
  }
  return <Board key={series.epoch} series={series} viewer={viewer} query={found} since={since} onStale={onStale} />;
}
