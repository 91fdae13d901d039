import { useCell } from "../ui/cell.ts";
import { clock } from "../ui/format.ts";
import { isKept } from "./kept.ts";
import { openedFile } from "./opened.ts";
import { SaveDecisions } from "./SaveDecisions.tsx";

/** When the file was made, where its decisions are, and how they get to the board. */
export function FileStatus() {
  const { at } = openedFile();
  const isSafe = useCell(isKept);
  return (
    <div className="sync in-file" data-trouble={!isSafe}>
      {isSafe ? (
        <span className="file-date">file of {clock(at)}</span>
      ) : (
        <span role="alert">This browser keeps nothing: save your decisions before you close the file.</span>
      )}
      <SaveDecisions />
    </div>
  );
}
