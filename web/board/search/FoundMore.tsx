import { atRows } from "./atRows.ts";
import { Key } from "../keys/Key.tsx";

/** Says that the search has more than is shown, over the rows, because a line between would move them. */
export function FoundMore() {
  return (
    <p className="found-more" role="status">
      <button type="button" className="pill" onClick={() => atRows.set(false)}>
        The search found other rows: show <Key of="take-in" />
      </button>
    </p>
  );
}
