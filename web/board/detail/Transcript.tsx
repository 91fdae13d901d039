import { Suspense } from "react";
import { graphql, usePreloadedQuery, useQueryLoader, type PreloadedQuery } from "react-relay";
import { Boundary } from "../../ui/Boundary.tsx";
import { count } from "../../ui/format.ts";
import type { TranscriptQuery } from "../../__generated__/TranscriptQuery.graphql.ts";

const transcriptQuery = graphql`
  query TranscriptQuery($id: ID!) {
    node(id: $id) {
      ... on Classification {
        transcript {
          prompt
          output
          readTokens
          writtenTokens
        }
      }
    }
  }
`;

/** What the model was given and what it wrote, word by word; read when somebody opens it. */
export function Transcript({ id }: { id: string }) {
  const [query, load] = useQueryLoader<TranscriptQuery>(transcriptQuery);
  const read = () => load({ id }, { fetchPolicy: "network-only" });
  return (
    <details className="transcript" onToggle={(event) => event.currentTarget.open && read()}>
      <summary>Prompt and output</summary>
      {query && (
        <Boundary
          onRetry={read}
          renderFailure={(sentence, retry) => (
            <p>
              They could not be read: {sentence}{" "}
              <button type="button" onClick={retry}>
                Try again
              </button>
            </p>
          )}
        >
          <Suspense fallback={<p className="wait">reading…</p>}>
            <Text query={query} />
          </Suspense>
        </Boundary>
      )}
    </details>
  );
}

function Text({ query }: { query: PreloadedQuery<TranscriptQuery> }) {
  const { node } = usePreloadedQuery<TranscriptQuery>(transcriptQuery, query);
  const transcript = node?.transcript;
  if (!transcript) return <p className="muted">Nothing was kept.</p>;
  const { prompt, output, readTokens, writtenTokens } = transcript;
  return (
    <>
      <p className="muted">
        {count(readTokens)} tokens read, {count(writtenTokens)} written
      </p>
      <h3>Output</h3>
      <pre tabIndex={0} aria-label="Output">
        {output || "It was only scored."}
      </pre>
      <h3>Prompt</h3>
      <pre tabIndex={0} aria-label="Prompt">
        {prompt}
      </pre>
    </>
  );
}
