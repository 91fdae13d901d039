import { graphql, useFragment } from "react-relay";
import { clock } from "../../ui/format.ts";
import { useStartSync } from "../act/useStartSync.ts";
import { withKey } from "../keys/bindings.ts";
import { Key } from "../keys/Key.tsx";
import type { SyncStatus_series$key } from "../../__generated__/SyncStatus_series.graphql.ts";

/** When the server read the repository, or how far it is while it reads. */
export function SyncStatus({ series: key }: { series: SyncStatus_series$key }) {
  const { id, sync } = useFragment(
    graphql`
      fragment SyncStatus_series on Series {
        id
        sync {
          isRunning
          progress
          at
          trouble
        }
      }
    `,
    key,
  );
  const [start, isBusy] = useStartSync(id);
  if (sync.isRunning) return <span className="sync wait">{sync.progress ?? "reading the repository…"}</span>;
  return (
    <span className="sync" data-trouble={sync.trouble != null}>
      <button
        type="button"
        className="quiet"
        disabled={isBusy}
        onClick={start}
        title={withKey(sync.at ? `Repository read ${clock(sync.at)}: read it now` : "Read the repository now", "sync")}
      >
        <span aria-hidden="true">↻</span>
        <span className="unseen">Read the repository now</span> <Key of="sync" />
      </button>
    </span>
  );
}
