import { graphql, useFragment } from "react-relay";
import { clock } from "../../ui/format.ts";
import { useStartSync } from "../act/useStartSync.ts";
import { withKey } from "../keys/bindings.ts";
import { Key } from "../keys/Key.tsx";
import type { SyncStatus_series$key } from "../../__generated__/SyncStatus_series.graphql.ts";

/** Reads the repository, and says when the server did last. How far it is stands at the foot. */
export function SyncStatus({ series: key }: { series: SyncStatus_series$key }) {
  const { id, sync } = useFragment(
    graphql`
      fragment SyncStatus_series on Series {
        id
        sync {
          isRunning
          at
          trouble
        }
      }
    `,
    key,
  );
  const [start, isBusy] = useStartSync(id);
  return (
    <span className="sync" data-trouble={sync.trouble != null}>
      <button
        type="button"
        className="quiet"
        disabled={isBusy || sync.isRunning}
        onClick={start}
        title={withKey(sync.at ? `Repository read ${clock(sync.at)}: read it now` : "Read the repository now", "sync")}
      >
        <span aria-hidden="true" className="turn" data-turning={sync.isRunning}>
          ↻
        </span>
        <span className="unseen">Read the repository now</span> <Key of="sync" />
      </button>
    </span>
  );
}
