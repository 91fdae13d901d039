import { Suspense, useEffect } from "react";
import { useQueryLoader } from "react-relay";
import { BoardPage, boardPageQuery } from "./board/BoardPage.tsx";
import { SeriesPage, seriesPageQuery } from "./series/SeriesPage.tsx";
import { Boundary } from "./ui/Boundary.tsx";
import { Quiet } from "./ui/Quiet.tsx";
import { Status } from "./ui/Status.tsx";
import { useRoute } from "./useRoute.ts";
import type { BoardPageQuery } from "./__generated__/BoardPageQuery.graphql.ts";
import type { SeriesPageQuery } from "./__generated__/SeriesPageQuery.graphql.ts";

/** The page that the URL names, and what stands there while it is loading or when it failed. */
export function App() {
  const { series } = useRoute();
  return (
    <>
      {series === null ? <SeriesRoute /> : <BoardRoute key={series} name={series} />}
      <Status />
    </>
  );
}

function BoardRoute({ name }: { name: string }) {
  const [query, load] = useQueryLoader<BoardPageQuery>(boardPageQuery);
  const again = () => load({ name }, { fetchPolicy: "network-only" });
  useEffect(() => load({ name }, { fetchPolicy: "network-only" }), [load, name]);
  return (
    <Page onRetry={again} loading={`opening ${name}…`}>
      {query && <BoardPage query={query} name={name} onStale={again} />}
    </Page>
  );
}

function SeriesRoute() {
  const [query, load] = useQueryLoader<SeriesPageQuery>(seriesPageQuery);
  const again = () => load({}, { fetchPolicy: "network-only" });
  useEffect(() => load({}, { fetchPolicy: "network-only" }), [load]);
  return (
    <Page onRetry={again} loading="opening…">
      {query && <SeriesPage query={query} />}
    </Page>
  );
}

function Page({ onRetry, loading, children }: { onRetry: () => void; loading: string; children: React.ReactNode }) {
  const wait = (
    <main className="page">
      <p className="calm wait">{loading}</p>
    </main>
  );
  return (
    <Boundary
      onRetry={onRetry}
      renderFailure={(sentence, retry) => (
        <main className="page">
          <Quiet isPage title="This did not work">
            <p>{sentence}</p>
            <button type="button" className="main" onClick={retry}>
              Try again
            </button>
          </Quiet>
        </main>
      )}
    >
      <Suspense fallback={wait}>{children ?? wait}</Suspense>
    </Boundary>
  );
}
