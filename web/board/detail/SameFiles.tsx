import { Suspense } from "react";
import { graphql, usePreloadedQuery, useQueryLoader, type PreloadedQuery } from "react-relay";
import { Boundary } from "../../ui/Boundary.tsx";
import { day } from "../../ui/format.ts";
import { useBoard } from "../BoardContext.ts";
import type { SameFilesQuery } from "../../__generated__/SameFilesQuery.graphql.ts";

const sameFilesQuery = graphql`
  query SameFilesQuery($id: ID!) {
    node(id: $id) {
      ... on Patch {
        sameFiles {
          isCut
          patches {
            id
            number
            sha
            subject
            authoredAt
          }
        }
      }
    }
  }
`;

/** Other patches that touch the same files: what this one may build on, and what came after it. */
export function SameFiles({ id }: { id: string }) {
  const [query, load] = useQueryLoader<SameFilesQuery>(sameFilesQuery);
  const read = () => load({ id }, { fetchPolicy: "store-or-network" });
  return (
    <details className="same-files" onToggle={(event) => event.currentTarget.open && read()}>
      <summary>Patches that touch the same files</summary>
      {query && (
        <Boundary
          onRetry={() => load({ id }, { fetchPolicy: "network-only" })}
          renderFailure={(sentence, retry) => (
            <p>
              They could not be read: {sentence}{" "}
              <button type="button" onClick={retry}>
                Try again
              </button>
            </p>
          )}
        >
          <Suspense fallback={<p className="wait">looking through the history…</p>}>
            <Found query={query} />
          </Suspense>
        </Boundary>
      )}
    </details>
  );
}

function Found({ query }: { query: PreloadedQuery<SameFilesQuery> }) {
  const { node } = usePreloadedQuery<SameFilesQuery>(sameFilesQuery, query);
  const { jump } = useBoard();
  const found = node?.sameFiles;
  if (!found) return <p className="muted">The repository could not be read, or not in time.</p>;
  if (!found.patches.length) return <p className="muted">No other patch of this series does.</p>;
  return (
    <>
      <ol>
        {found.patches.map((patch) => (
          <li key={patch.id}>
            <span className="muted">
              {patch.number} <time dateTime={patch.authoredAt}>{day(patch.authoredAt)}</time>
            </span>{" "}
            <button type="button" className="link" onClick={() => jump(patch.sha)}>
              <code>{patch.sha.slice(0, 8)}</code> <bdi dir="auto">{patch.subject}</bdi>
            </button>
          </li>
        ))}
      </ol>
      {found.isCut && <p className="muted">There are more; these are the newest.</p>}
    </>
  );
}
