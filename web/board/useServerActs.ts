import { useCancelRun } from "./act/useCancelRun.ts";
import { useStartRun } from "./act/useStartRun.ts";
import { useStartSync } from "./act/useStartSync.ts";

/** What the server does on demand: reading the repository, and letting the engine read or stop. Each says itself what went wrong. */
export function useServerActs(series: string) {
  const [sync] = useStartSync(series);
  const [startRun] = useStartRun(series);
  const [cancelRun] = useCancelRun(series);
  return { sync, startRun, cancelRun };
}
