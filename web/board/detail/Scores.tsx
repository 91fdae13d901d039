import { graphql, useFragment } from "react-relay";
import { asMargin } from "../../ui/format.ts";
import type { Scores_scores$key } from "../../__generated__/Scores_scores.graphql.ts";

/** What the model thought of each verdict before it wrote anything: a bar of four parts, and the lead of the best. */
export function Scores({ scores: key }: { scores: Scores_scores$key }) {
  const scores = useFragment(
    graphql`
      fragment Scores_scores on Scores {
        no
        uncertain
        wait
        yes
        margin
      }
    `,
    key,
  );
  const parts = [
    ["N", "no", scores.no],
    ["U", "uncertain", scores.uncertain],
    ["W", "wait", scores.wait],
    ["Y", "yes", scores.yes],
  ] as const;
  const said = parts.map(([, name, share]) => `${name} ${asMargin(share)}`).join(", ");
  return (
    <p className="scores">
      <span className="score-bar" role="img" aria-label={`Scores: ${said}`} title={said}>
        {parts.map(([letter, , share]) => (
          <span key={letter} data-verdict={letter} style={{ flexGrow: share }}>
            {share >= 0.12 && letter}
          </span>
        ))}
      </span>
      <span
        className="muted"
        title="Lead of the best verdict over the second best: how close the choice was, not how right"
      >
        margin {asMargin(scores.margin)}
      </span>
    </p>
  );
}
