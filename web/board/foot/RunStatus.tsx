import { useEffect } from "react";
import { graphql, useFragment } from "react-relay";
import { count, duration } from "../../ui/format.ts";
import { useCancelRun } from "../act/useCancelRun.ts";
import { useLookAt } from "../act/useLookAt.ts";
import { useStartRun } from "../act/useStartRun.ts";
import { reading } from "../marks.ts";
import type { RunStatus_series$key } from "../../__generated__/RunStatus_series.graphql.ts";

/** How far the engine is while it reads; what to do when it stopped before its end. Nothing when all is read. */
export function RunStatus({ series: key }: { series: RunStatus_series$key }) {
  const { id, run, model } = useFragment(
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
          tokenRate
          reading
        }
        model {
          state
          words
        }
      }
    `,
    key,
  );
  const [start, isStarting] = useStartRun(id);
  const [cancel, isCancelling] = useCancelRun(id);
  const inHand = run?.state === "running" ? run.reading.join(" ") : "";
  // Rows follow a cell: only those that are in hand, or were a moment ago, render again.
  useEffect(() => reading.set(new Set(inHand.split(" "))), [inHand]);
  useLookAt(run?.state === "running" && run.engine !== "RULES");
  if (model.state === "off" && run?.state !== "running")
    return <ModelOff words={model.words} start={start} isBusy={isStarting} />;
  if (!run || run.state === "done") return null;
  const engine = run.engine.toLowerCase();
  const far = `${count(run.done)} of ${count(run.planned)}`;
  if (run.state === "running") {
    const parts = [
      `${engine}: read ${far}`,
      run.failed > 0 && `${count(run.failed)} failed`,
      run.rate > 0 && perTime(run.rate),
      run.tokenRate >= 1 && `${count(Math.round(run.tokenRate))} tokens/s`,
      run.secondsLeft != null && `${duration(run.secondsLeft)} left`,
    ];
    return (
      <p className="notice run">
        <progress aria-label="Read by the engine" max={run.planned || 1} value={run.done + run.failed} />
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

/** A board without its model goes on with what the rules say. */
function ModelOff({ words, start, isBusy }: { words: string; start: () => void; isBusy: boolean }) {
  return (
    <p className="notice run" data-trouble="true">
      <span>The model is off: {words}</span>
      <button type="button" disabled={isBusy} onClick={start}>
        Try again
      </button>
    </p>
  );
}

/** Rules read thousands a second, a model a few a minute. */
function perTime(perSecond: number): string {
  return perSecond >= 1 ? `${count(Math.round(perSecond))}/s` : `${count(Math.round(perSecond * 60))}/min`;
}
