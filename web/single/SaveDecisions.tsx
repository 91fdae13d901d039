import { useCell } from "../ui/cell.ts";
import { downloadText } from "../ui/copy.ts";
import { clock, plural } from "../ui/format.ts";
import { decisionsFile } from "./decisionsFile.ts";
import type { Log } from "./log.ts";
import { openedFile } from "./opened.ts";

/** Gives what was decided and noted here as a file that the board takes in. */
export function SaveDecisions() {
  const { at, log, series, epoch } = openedFile();
  const now = useCell(log.cell);
  const { decisions, agreements, notes } = decisionsFile(now, series, epoch, "");
  const count = decisions.length + agreements.length + notes.length;
  const words = [
    plural(decisions.length, "decision"),
    plural(agreements.length, "agreement"),
    plural(notes.length, "note"),
  ].join(", ");
  return (
    <button
      type="button"
      disabled={count === 0}
      title={`${words}: as a file for patchboard import, or to drop on the board. What you decide in this file of ${clock(at)} stays in this browser.`}
      onClick={() => save(now, series, epoch)}
    >
      Save<span className="longer"> decisions</span>
      {count > 0 && ` (${count})`}
    </button>
  );
}

function save(log: Log, series: string, epoch: string): void {
  const file = decisionsFile(log, series, epoch, new Date().toISOString());
  downloadText(`${JSON.stringify(file, null, 1)}\n`, `${series}-decisions.json`);
}
