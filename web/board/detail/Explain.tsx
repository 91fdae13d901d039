import { useMemo, useState } from "react";
import { graphql, useFragment, useSubscription } from "react-relay";
import type { GraphQLSubscriptionConfig } from "relay-runtime";
import { useBoard } from "../BoardContext.ts";
import { useExplain } from "../act/useExplain.ts";
import { readWriting } from "./readWriting.ts";
import type { Explain_patch$key } from "../../__generated__/Explain_patch.graphql.ts";
import type { ExplainSubscription } from "../../__generated__/ExplainSubscription.graphql.ts";

/** Asks the model for its reasons, and shows them while they are being written. Nothing where there is no model. */
export function Explain({ patch: key }: { patch: Explain_patch$key }) {
  const { id, classifications, settlement } = useFragment(
    graphql`
      fragment Explain_patch on Patch {
        id
        settlement
        classifications {
          engine
          at
        }
      }
    `,
    key,
  );
  const { named, hasModel } = useBoard();
  const [explain, isBusy] = useExplain(id);
  const text = useWriting(id);
  const answer = classifications.find((one) => one.engine === "LLAMA" || one.engine === "HTTP");
  // The answer that was there when somebody asked: the wish is open until another one has come.
  const [askedAt, setAskedAt] = useState<string | null>(null);
  const isOpen = askedAt !== null && (answer?.at ?? "none") === askedAt;
  if (!hasModel) return null;
  const ask = () =>
    named(() => {
      setAskedAt(answer?.at ?? "none");
      explain();
    });
  return (
    <div className="explain">
      {settlement && !answer && <p className="muted">{untouched[settlement] ?? ""}</p>}
      {text === null ? (
        <button type="button" onClick={ask} disabled={isBusy || isOpen}>
          {isOpen ? "Asked…" : answer ? "Ask the model again" : "Ask the model"}
        </button>
      ) : (
        <Written text={text} />
      )}
    </div>
  );
}

/** Why the model has not read a patch, and does not unless a person asks. */
const untouched: Record<string, string> = {
  INSTRUCTION: "The model was not asked: the author's words settle it.",
  SILENCE: "The model was not asked: by this project's rule, no instruction means no backport.",
  NO_CHANGE: "The model was not asked: a merge or a release has no change of its own.",
};

function Written({ text }: { text: string }) {
  const written = readWriting(text);
  return (
    <div className="writing" role="status" aria-live="off" aria-label="The model is writing">
      <span className="mark model">model reading…</span>
      {written.reason && <p>{written.reason}</p>}
      {written.quote && <q>{written.quote}</q>}
    </div>
  );
}

const subscription = graphql`
  subscription ExplainSubscription($patch: ID!) {
    writing(patch: $patch) {
      text
    }
  }
`;

/** What a model is writing about a patch now; null while it is not. */
function useWriting(patch: string): string | null {
  const [text, setText] = useState<string | null>(null);
  const config = useMemo<GraphQLSubscriptionConfig<ExplainSubscription>>(
    () => ({
      subscription,
      variables: { patch },
      onNext: (answer) => setText(answer?.writing.text ?? null),
      // The answer itself comes with the changes: watching is a pleasure, not a need.
      onError: () => setText(null),
    }),
    [patch],
  );
  useSubscription(config);
  return text;
}
