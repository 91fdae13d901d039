import type { View } from "../../route.ts";
import { DensitySwitch } from "../../ui/DensitySwitch.tsx";
import { ThemeSwitch } from "../../ui/ThemeSwitch.tsx";
import { Views } from "../../views/Views.tsx";
import type { PatchRow } from "../BoardRows.ts";
import { withKey } from "../keys/bindings.ts";
import type { Act } from "../keys/commands.ts";
import { Key } from "../keys/Key.tsx";
import { People } from "../people/People.tsx";
import { initials } from "../people/present.ts";
import type { Views_series$key } from "../../__generated__/Views_series.graphql.ts";

interface Props {
  series: Views_series$key;
  view: View;
  rows: readonly PatchRow[];
  me: string | null;
  perform: (act: Act) => void;
}

/** What is there whatever is shown: the way back, who is here, how the page looks, all actions, help, and the way out to git. */
export function Tools({ series, view, rows, me, perform }: Props) {
  return (
    <span className="tools">
      {(["undo", "redo"] as const).map((one) => (
        <button
          key={one}
          type="button"
          className="quiet"
          title={withKey(one === "undo" ? "Take back your last action" : "Do again what you undid", one)}
          onClick={() => perform({ do: one })}
        >
          <span aria-hidden="true">{one === "undo" ? "↶" : "↷"}</span>
          <span className="unseen">{one === "undo" ? "Undo" : "Redo"}</span> <Key of={one} />
        </button>
      ))}
      <Views series={series} view={view} />
      <People rows={rows} />
      <button
        type="button"
        className="quiet person"
        onClick={() => perform({ do: "rename" })}
        title={me ? withKey(`You are ${me}: change your name`, "rename") : withKey("Say who you are", "rename")}
      >
        <bdi className="whole-name">{me ?? "no name yet"}</bdi>
        <span className="initials" data-named={me !== null} aria-hidden="true">
          {initials(me ?? "")}
        </span>{" "}
        <Key of="rename" />
      </button>
      <DensitySwitch />
      <ThemeSwitch />
      <button
        type="button"
        className="quiet"
        onClick={() => perform({ do: "palette" })}
        aria-label="Actions"
        title={withKey("Find an action, a target, a filter", "palette")}
      >
        ⋯
      </button>
      <button
        type="button"
        className="quiet"
        onClick={() => perform({ do: "help" })}
        aria-label="Help"
        title={withKey("Keys and signs", "help")}
      >
        ?
      </button>
      <button type="button" onClick={() => perform({ do: "export" })} title={withKey("What to cherry-pick", "export")}>
        Export <Key of="export" />
      </button>
    </span>
  );
}
