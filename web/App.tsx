import { startTransition, Suspense, useEffect, useState } from "react";
import { useQueryLoader } from "react-relay";
import { BoardPage, boardPageQuery } from "./board/BoardPage.tsx";
import { SeriesPage, seriesPageQuery } from "./series/SeriesPage.tsx";
import { takeOpened } from "./opening.ts";
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
  const [opened] = useState(() => takeOpened(name));
  const [query, load] = useQueryLoader<BoardPageQuery>(boardPageQuery, opened);
  const again = () => load({ name }, { fetchPolicy: "network-only" });
  useEffect(() => {
    if (!opened) firstly(() => load({ name }, { fetchPolicy: "network-only" }));
  }, [opened, load, name]);
  return (
    <Page onRetry={again} loading={`opening ${name}…`}>
      {query && <BoardPage query={query} name={name} onStale={again} />}
    </Page>
  );
}

function SeriesRoute() {
  const [query, load] = useQueryLoader<SeriesPageQuery>(seriesPageQuery);
  const again = () => load({}, { fetchPolicy: "network-only" });
  useEffect(() => firstly(() => load({}, { fetchPolicy: "network-only" })), [load]);
  return (
    <Page onRetry={again} loading="opening…">
      {query && <SeriesPage query={query} />}
    </Page>
  );
}

// What waits is on screen already: shown by Suspense again, it would stay for React's 300 ms at least.
const firstly = (load: () => void) => startTransition(load);

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
