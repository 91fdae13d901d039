import { say } from "../ui/status.ts";
import { useCancelRun } from "./act/useCancelRun.ts";
import { useStartRun } from "./act/useStartRun.ts";
import { useStartSync } from "./act/useStartSync.ts";

/** What the server does on demand: reading the repository, and letting the engine read or stop. Each says itself what went wrong. */
export function useServerActs(series: string) {
  const [sync] = useStartSync(series);
  const [startRun] = useStartRun(series);
  const [cancelRun] = useCancelRun(series);
  // Done out of sight, in the head of the page, if at all: who pressed a key must know that it was heard.
  const saying = (text: string, start: () => void) => () => {
    say(text);
    start();
  };
  return {
    sync: saying("Reading the repository…", sync),
    startRun: saying("The engine reads what is left, if anything is.", startRun),
    cancelRun: saying("The engine stops.", cancelRun),
  };
}
