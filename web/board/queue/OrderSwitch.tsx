import type { View } from "../../route.ts";
import { withKey } from "../keys/bindings.ts";
import type { Act } from "../keys/commands.ts";
import { Key } from "../keys/Key.tsx";

/** Switches between all patches by number and the queue of what is left. */
export function OrderSwitch({ view, perform }: { view: View; perform: (act: Act) => void }) {
  return (
    <button
      type="button"
      className="order-switch"
      aria-pressed={view.order === "queue"}
      title={withKey("Only what is left, disputes first", "queue")}
      onClick={() => perform({ do: "queue" })}
    >
      Queue <Key of="queue" />
    </button>
  );
}
