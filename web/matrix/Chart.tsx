import { graphql, useFragment } from "react-relay";
import { count } from "../ui/format.ts";
import { chartHeight, chartWidth, stepPath, type Span } from "./chartLine.ts";
import type { Chart_target$key } from "../__generated__/Chart_target.graphql.ts";

const kinds = ["picked", "decided", "waiting"] as const;

/** What was picked, decided and set to wait for a branch over time, as three lines with one scale. */
export function Chart({ target: key, span }: { target: Chart_target$key; span: Span }) {
  const { timeline } = useFragment(
    graphql`
      fragment Chart_target on Target @argumentDefinitions(by: { type: "Period!", defaultValue: WEEK }) {
        timeline(by: $by) {
          from
          decided
          waiting
          picked
        }
      }
    `,
    key,
  );
  const last = timeline.at(-1);
  if (!last) return null;
  const most = Math.max(...timeline.map((point) => Math.max(point.picked, point.decided)));
  const words = `${kinds.map((kind) => `${count(last[kind])} ${kind}`).join(", ")}; since ${span.from}`;
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${chartWidth} ${chartHeight}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`Over time: ${words}`}
    >
      <title>{words}</title>
      {kinds.map((kind) => (
        <path
          key={kind}
          data-kind={kind}
          d={stepPath(
            timeline.map((point) => ({ from: point.from, value: point[kind] })),
            span,
            most,
          )}
        />
      ))}
    </svg>
  );
}
