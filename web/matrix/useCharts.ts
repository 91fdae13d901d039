import { useEffect } from "react";
import { fetchQuery, graphql, useQueryLoader, useRelayEnvironment, type PreloadedQuery } from "react-relay";
import { touched } from "../board/detail/touched.ts";
import { useCell } from "../ui/cell.ts";
import { chartPeriod } from "./chartPeriod.ts";
import type { useChartsQuery } from "../__generated__/useChartsQuery.graphql.ts";

export const chartsQuery = graphql`
  query useChartsQuery($series: ID!, $by: Period!) {
    node(id: $series) {
      ... on Series {
        targets {
          id
          timeline(by: $by) {
            from
          }
          ...Chart_target @arguments(by: $by)
        }
      }
    }
  }
`;

/** Long enough for a burst of decisions to be one reading. */
const restMs = 1_500;

/** The charts of a series; read again a moment after patches have changed. Null until they are asked for. */
export function useCharts(series: string): PreloadedQuery<useChartsQuery> | null {
  const environment = useRelayEnvironment();
  const by = useCell(chartPeriod);
  const changed = useCell(touched);
  const [query, load] = useQueryLoader<useChartsQuery>(chartsQuery);
  useEffect(() => load({ series, by }, { fetchPolicy: "store-and-network" }), [load, series, by]);
  useEffect(() => {
    if (!changed.length) return;
    const read = () =>
      fetchQuery<useChartsQuery>(environment, chartsQuery, { series, by }).subscribe({ error: () => {} }); // the next change tries again
    const timer = setTimeout(read, restMs);
    return () => clearTimeout(timer);
  }, [changed, environment, series, by]);
  return query ?? null;
}
