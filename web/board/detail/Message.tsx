import { graphql, useFragment } from "react-relay";
import { LinkedText } from "../../ui/LinkedText.tsx";
import { useBoard } from "../BoardContext.ts";
import { quotedParts } from "./quotedParts.ts";
import type { Message_patch$key } from "../../__generated__/Message_patch.graphql.ts";

/** The whole message, with the sentences that decided highlighted. */
export function Message({ patch: key }: { patch: Message_patch$key }) {
  const { commit, classifications } = useFragment(
    graphql`
      fragment Message_patch on Patch {
        commit {
          message
          isMessageCut
        }
        classifications {
          quote {
            start
            end
          }
        }
      }
    `,
    key,
  );
  const { forge } = useBoard();
  const quotes = classifications.flatMap((one) => (one.quote ? [one.quote] : []));
  return (
    <div className="message" dir="auto" tabIndex={0} role="group" aria-label="Message">
      {quotedParts(commit.message, quotes).map((part, i) =>
        part.isQuoted ? (
          <mark key={i}>
            <LinkedText text={part.text} forge={forge} />
          </mark>
        ) : (
          <LinkedText key={i} text={part.text} forge={forge} />
        ),
      )}
      {commit.isMessageCut && <p className="muted">The message goes on; only its beginning is shown.</p>}
    </div>
  );
}
