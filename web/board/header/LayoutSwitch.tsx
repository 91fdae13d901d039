import { wholeMatrix } from "../../matrix/view.ts";
import type { View } from "../../route.ts";
import { changeView } from "../../useRoute.ts";
import { withKey } from "../keys/bindings.ts";
import { Key } from "../keys/Key.tsx";

const layouts = [
  ["list", "List", "All patches as they came upstream", null],
  ["queue", "Queue", "Only what is left, disputes first", "queue"],
  ["matrix", "Matrix", "Patches and stable branches: what is missing where", "matrix"],
] as const;

type Layout = (typeof layouts)[number][0];

/** Three ways to see the same patches: by number, by what is left to do, or against all stable branches. */
export function LayoutSwitch({ view }: { view: View }) {
  const shown: Layout = view.matrix ? "matrix" : view.order === "queue" ? "queue" : "list";
  return (
    <span role="group" aria-label="Layout" className="toggles only">
      {layouts.map(([layout, name, title, command]) => (
        <button
          key={layout}
          type="button"
          aria-pressed={layout === shown}
          title={command ? withKey(title, command) : title}
          onClick={() => changeView(changeTo(layout, view))}
        >
          {name} {command && <Key of={command} />}
        </button>
      ))}
    </span>
  );
}

/** The matrix has no open row, and keeps the order of the list that one comes back to. */
function changeTo(layout: Layout, view: View): Partial<View> {
  if (layout === "matrix") return view.matrix ? {} : { matrix: wholeMatrix, open: null };
  return { order: layout === "queue" ? "queue" : "number", ...(view.matrix ? { matrix: null, open: null } : {}) };
}
