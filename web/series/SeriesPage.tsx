import { useEffect } from "react";
import { fetchQuery, graphql, usePreloadedQuery, useRelayEnvironment, type PreloadedQuery } from "react-relay";
import { formatRoute, wholeView } from "../route.ts";
import { plural } from "../ui/format.ts";
import { Foreign } from "../ui/Foreign.tsx";
import { Quiet } from "../ui/Quiet.tsx";
import { ThemeSwitch } from "../ui/ThemeSwitch.tsx";
import { navigate, useRoute } from "../useRoute.ts";
import type { SeriesPageQuery } from "../__generated__/SeriesPageQuery.graphql.ts";

/** The list of series. */
export const seriesPageQuery = graphql`
  query SeriesPageQuery {
    beginning
    allSeries {
      id
      name
      repositoryName
      upstream
      base
      patchCount
      targets {
        id
        branch
      }
    }
  }
`;

const lookAgainMs = 400;

/** Whoever opens the page while the first repository is still being read sees its board as soon as it is there. */
function useBeginning(isEmpty: boolean) {
  const environment = useRelayEnvironment();
  useEffect(() => {
    if (!isEmpty) return;
    const timer = setInterval(
      () => fetchQuery<SeriesPageQuery>(environment, seriesPageQuery, {}).subscribe({ error: () => {} }), // the next look tries again
      lookAgainMs,
    );
    return () => clearInterval(timer);
  }, [environment, isEmpty]);
}

/** Which boards there are; with only one, that board itself. */
export function SeriesPage({ query }: { query: PreloadedQuery<SeriesPageQuery> }) {
  const { allSeries, beginning } = usePreloadedQuery<SeriesPageQuery>(seriesPageQuery, query);
  useBeginning(allSeries.length === 0);
  const { view } = useRoute();
  const single = allSeries.length === 1 ? allSeries[0] : undefined;
  useEffect(() => {
    if (single) navigate({ series: single.name, view }, "replace");
  }, [single, view]);
  if (single) return null;
  return (
    <main className="page series-page">
      <header className="page-head">
        <h1>patchboard</h1>
        <ThemeSwitch />
      </header>
      {allSeries.length === 0 ? (
        <Quiet title={beginning ? "Reading the repository…" : "No series yet"}>
          <p>
            {beginning ?? (
              <>
                Start with <code>patchboard serve --repo PATH</code>: the series is guessed from its branches and tags.
              </>
            )}
          </p>
        </Quiet>
      ) : (
        <ul className="series-list">
          {allSeries.map((series) => {
            const route = { series: series.name, view: wholeView };
            return (
              <li key={series.id}>
                <a
                  href={formatRoute(route)}
                  onClick={(event) => {
                    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                    event.preventDefault();
                    navigate(route);
                  }}
                >
                  <Foreign>{series.name}</Foreign>
                </a>
                <span className="muted">
                  {series.repositoryName}: {series.upstream} from {series.base},{" "}
                  {plural(series.patchCount, "patch", "patches")} for{" "}
                  {series.targets.map((target) => target.branch).join(", ") || "no stable branch"}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </main>
  );
}
