import { graphql, useFragment } from "react-relay";
import { clock } from "../../ui/format.ts";
import type { History_patch$key } from "../../__generated__/History_patch.graphql.ts";

/** What happened to the patch, newest first. */
export function History({ patch: key }: { patch: History_patch$key }) {
  const { history } = useFragment(
    graphql`
      fragment History_patch on Patch {
        history {
          seq
          at
          who
          text
        }
      }
    `,
    key,
  );
  if (!history.length) return null;
  return (
    <section aria-label="History">
      <h2>History</h2>
      <ol className="history">
        {history.toReversed().map((event) => (
          <li key={event.seq}>
            <time dateTime={event.at}>{clock(event.at)}</time> <bdi>{event.who}</bdi>:{" "}
            <bdi dir="auto">{event.text}</bdi>
          </li>
        ))}
      </ol>
    </section>
  );
}
