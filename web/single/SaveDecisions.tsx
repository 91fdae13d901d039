import { useCell } from "../ui/cell.ts";
import { downloadText } from "../ui/copy.ts";
import { clock, plural } from "../ui/format.ts";
import { decisionsFile } from "./decisionsFile.ts";
import { openedFile } from "./opened.ts";

/** Gives what was decided and noted here as a file that the board takes in. */
export function SaveDecisions() {
  const { at, log, series, epoch } = openedFile();
  const now = useCell(log.cell);
  const fileAt = (savedAt: string) => decisionsFile(now, series, epoch, savedAt);
  const { decisions, agreements, notes } = fileAt("");
  const count = decisions.length + agreements.length + notes.length;
  const words = [
    plural(decisions.length, "decision"),
    plural(agreements.length, "agreement"),
    plural(notes.length, "note"),
  ].join(", ");
  const save = () =>
    downloadText(`${JSON.stringify(fileAt(new Date().toISOString()), null, 1)}\n`, `${series}-decisions.json`);
  return (
    <button
      type="button"
      disabled={count === 0}
      title={`${words}: as a file for patchboard import, or to drop on the board. What you decide in this file of ${clock(at)} stays in this browser.`}
      onClick={save}
    >
      Save<span className="longer"> decisions</span>
      {count > 0 && ` (${count})`}
    </button>
  );
}
