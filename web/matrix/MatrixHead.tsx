import { Suspense, useMemo, type ReactNode } from "react";
import { usePreloadedQuery, type PreloadedQuery } from "react-relay";
import { useBoard, type TargetInfo } from "../board/BoardContext.ts";
import { Boundary } from "../ui/Boundary.tsx";
import { count } from "../ui/format.ts";
import { useEdge } from "../ui/useEdge.ts";
import { changeView } from "../useRoute.ts";
import { Chart } from "./Chart.tsx";
import { spanOf } from "./chartLine.ts";
import { stateNames } from "./MatrixBar.tsx";
import { chartsQuery, useCharts } from "./useCharts.ts";
import type { CellState, MatrixView } from "./view.ts";
import type { useChartsQuery } from "../__generated__/useChartsQuery.graphql.ts";

interface Props {
  series: string;
  matrix: MatrixView;
  /** How many patches have each state, per target, whatever the matrix' own filter says. */
  counts: readonly Record<CellState, number>[];
}

/** The head of the columns, which stays on screen: how far each branch is, and how it came there. */
export function MatrixHead({ series, matrix, counts }: Props) {
  const { targets, target } = useBoard();
  const query = useCharts(series);
  const ref = useEdge<HTMLDivElement>("matrixHead");
  return (
    <div role="row" aria-rowindex={1} className="m-head" ref={ref}>
      <span role="columnheader" className="m-patch">
        patch
        <Legend />
      </span>
      {targets.map((one, i) => (
        <div key={one.id} role="columnheader" aria-label={one.branch} data-current={i === target} className="m-column">
          <b title={one.isPresent ? one.branch : `${one.branch}: the branch is gone`} data-gone={!one.isPresent}>
            {one.label}
          </b>
          <Standing target={one} of={counts[i]} matrix={matrix} />
          {query && (
            <Later>
              <ChartOf query={query} index={i} />
            </Later>
          )}
        </div>
      ))}
    </div>
  );
}

const asked = ["there", "yes", "wait"] as const;
const signs = { there: "✓", yes: "y", wait: "w" } as const;

/** There, wanted and waiting: a bar, and numbers that lead to exactly the patches they count. */
function Standing({ target, of, matrix }: { target: TargetInfo; of?: Record<CellState, number>; matrix: MatrixView }) {
  if (!of) return null;
  const words = asked.map((state) => `${count(of[state])} ${stateNames[state]}`).join(", ");
  return (
    <>
      <span role="img" aria-label={words} title={words} className="m-bar">
        {asked.map((state) => (
          <span key={state} data-state={state} style={{ flexGrow: of[state] }} />
        ))}
      </span>
      <span className="m-numbers">
        {asked.map((state) => {
          const isOn = matrix.branch === target.branch && matrix.state === state;
          const next = isOn ? { branch: null, state: null } : { branch: target.branch, state };
          return (
            <button
              key={state}
              type="button"
              className="quiet"
              aria-pressed={isOn}
              title={isOn ? "Show the others again" : `Show only these: ${stateNames[state]}`}
              data-state={state}
              onClick={() => changeView({ matrix: { ...matrix, ...next } })}
            >
              <span className="unseen">
                {target.branch}: {count(of[state])} {stateNames[state]}
              </span>
              <span aria-hidden="true">
                {signs[state]} {count(of[state])}
              </span>
            </button>
          );
        })}
      </span>
    </>
  );
}

/** What the lines of the charts are. */
function Legend() {
  return (
    <span className="m-legend" aria-hidden="true">
      {(["picked", "decided", "waiting"] as const).map((kind) => (
        <span key={kind}>
          <svg className="chart" viewBox="0 0 24 4">
            <path data-kind={kind} d="M0 2H24" />
          </svg>
          {kind}
        </span>
      ))}
    </span>
  );
}

/** A chart comes when it is there, and its absence disturbs nothing. */
function Later({ children }: { children: ReactNode }) {
  return (
    <Boundary renderFailure={() => <span className="chart" />}>
      <Suspense fallback={<span className="chart" />}>{children}</Suspense>
    </Boundary>
  );
}

function ChartOf({ query, index }: { query: PreloadedQuery<useChartsQuery>; index: number }) {
  const { node } = usePreloadedQuery<useChartsQuery>(chartsQuery, query);
  const targets = node?.targets;
  const span = useMemo(() => spanOf((targets ?? []).flatMap((one) => one.timeline.map(({ from }) => from))), [targets]);
  const target = targets?.[index];
  return target && span ? <Chart target={target} span={span} /> : <span className="chart" />;
}
