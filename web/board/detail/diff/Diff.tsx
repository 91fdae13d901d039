import { Suspense, useEffect, useMemo, useRef } from "react";
import { graphql, usePreloadedQuery, useQueryLoader, type PreloadedQuery } from "react-relay";
import { Boundary } from "../../../ui/Boundary.tsx";
import { useCell } from "../../../ui/cell.ts";
import { count } from "../../../ui/format.ts";
import { useStable } from "../../../ui/useStable.ts";
import { useBoard } from "../../BoardContext.ts";
import { Key } from "../../keys/Key.tsx";
import { diffWanted } from "../diffWanted.ts";
import { DiffText } from "./DiffText.tsx";
import type { DiffQuery } from "../../../__generated__/DiffQuery.graphql.ts";

const diffQuery = graphql`
  query DiffQuery($id: ID!) {
    node(id: $id) {
      ... on Patch {
        commit {
          diff {
            text
            isCut
          }
        }
      }
    }
  }
`;

const shownLines = 3_000;

/** The diff, read when somebody asks for it. */
export function Diff({ id }: { id: string }) {
  const [query, load, dispose] = useQueryLoader<DiffQuery>(diffQuery);
  const again = () => load({ id }, { fetchPolicy: "network-only" });
  const section = useRef<HTMLElement>(null);
  const toggle = useStable(() => (query ? dispose() : load({ id }, { fetchPolicy: "store-or-network" })));
  const wanted = useCell(diffWanted);
  useEffect(() => {
    if (wanted !== id) return;
    diffWanted.set(null);
    toggle();
    // The focus stays on the row, whose keys go on working: the diff is brought to where one reads.
    section.current?.scrollIntoView({ block: "start" });
  }, [wanted, id, toggle]);
  return (
    <section aria-label="Diff" className="diff-section" ref={section}>
      <button type="button" aria-expanded={Boolean(query)} onClick={toggle}>
        {query ? "Hide the diff" : "Show the diff"} <Key of="diff" />
      </button>
      {query && (
        <Boundary
          onRetry={again}
          renderFailure={(sentence, retry) => (
            <p>
              The diff could not be read: {sentence}{" "}
              <button type="button" onClick={retry}>
                Try again
              </button>
            </p>
          )}
        >
          <Suspense fallback={<p className="wait">reading the diff…</p>}>
            <Text query={query} />
          </Suspense>
        </Boundary>
      )}
    </section>
  );
}

function Text({ query }: { query: PreloadedQuery<DiffQuery> }) {
  const { node } = usePreloadedQuery<DiffQuery>(diffQuery, query);
  const { forge } = useBoard();
  const diff = node?.commit?.diff;
  const lines = useMemo(() => diff?.text.replace(/\n$/, "").split("\n") ?? [], [diff]);
  const shown = useMemo(() => lines.slice(0, shownLines), [lines]);
  if (!diff) return <p className="muted">There is no diff to read: the repository is not there now.</p>;
  const isCut = diff.isCut || lines.length > shownLines;
  return (
    <>
      <DiffText lines={shown} />
      {isCut && (
        <p className="muted">
          Only the first {count(Math.min(shownLines, lines.length))} lines are shown
          {forge.commitUrl ? "; the forge has all of it" : ""}.
        </p>
      )}
    </>
  );
}
