import { graphql, useFragment } from "react-relay";
import { count, duration } from "../../ui/format.ts";
import { useCancelRun } from "../act/useCancelRun.ts";
import { useStartRun } from "../act/useStartRun.ts";
import type { RunStatus_series$key } from "../../__generated__/RunStatus_series.graphql.ts";

/** How far the engine is while it reads; what to do when it stopped before its end. Nothing when all is read. */
export function RunStatus({ series: key }: { series: RunStatus_series$key }) {
  const { id, run } = useFragment(
    graphql`
      fragment RunStatus_series on Series {
        id
        run {
          engine
          planned
          done
          failed
          state
          trouble
          rate
          secondsLeft
        }
      }
    `,
    key,
  );
  const [start, isStarting] = useStartRun(id);
  const [cancel, isCancelling] = useCancelRun(id);
  if (!run || run.state === "done") return null;
  const engine = run.engine.toLowerCase();
  const far = `${count(run.done)} of ${count(run.planned)}`;
  if (run.state === "running") {
    const parts = [
      `${engine}: read ${far}`,
      run.failed > 0 && `${count(run.failed)} failed`,
      run.rate > 0 && `${count(Math.round(run.rate))}/s`,
      run.secondsLeft != null && `${duration(run.secondsLeft)} left`,
    ];
    return (
      <p className="notice run">
        <progress aria-label="Read by the engine" max={run.planned || 1} value={run.done} />
        <span>{parts.filter(Boolean).join(" · ")}</span>
        <button type="button" disabled={isCancelling} onClick={cancel}>
          Cancel
        </button>
      </p>
    );
  }
  return (
    <p className="notice run" data-trouble={run.state === "failed"}>
      <span>
        {run.state === "failed"
          ? `${engine} failed after ${far}: ${run.trouble ?? "no reason given"}`
          : `${engine} stopped after ${far}.`}
      </span>
      <button type="button" disabled={isStarting} onClick={start}>
        Resume
      </button>
    </p>
  );
}
