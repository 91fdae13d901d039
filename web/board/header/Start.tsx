import type { View } from "../../route.ts";
import { changeView } from "../../useRoute.ts";
import { useBoard } from "../BoardContext.ts";
import { withKey } from "../keys/bindings.ts";

/** Where the review starts. */
export function Start({ view }: { view: View }) {
  const { targets, target } = useBoard();
  const last = targets[target]?.lastBackported ?? 0;
  return (
    <select
      aria-label="Start of review"
      title={`Where the review starts; ${withKey("at the current patch", "start")}, ${withKey("at the first", "begin")}`}
      value={String(view.start)}
      data-set={view.start !== "last"}
      onChange={({ target: { value } }) =>
        changeView({ start: value === "all" || value === "last" ? value : Number(value) })
      }
    >
      <option value="last">{last ? `after backport ${last}` : "from the first patch"}</option>
      {last > 0 && <option value="all">from the first patch</option>}
      {typeof view.start === "number" && <option value={view.start}>from patch {view.start}</option>}
    </select>
  );
}
