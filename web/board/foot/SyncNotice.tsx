import { graphql, useFragment } from "react-relay";
import { useLasting } from "../../ui/useLasting.ts";
import type { SyncNotice_series$key } from "../../__generated__/SyncNotice_series.graphql.ts";

/** A sync that takes longer is worth a word; most are over before anybody could read it. */
const patienceMs = 600;

/** How far the repository is read, or why it could not be: on a line of its own, because there is no telling how long the words are. */
export function SyncNotice({ series: key }: { series: SyncNotice_series$key }) {
  const { sync } = useFragment(
    graphql`
      fragment SyncNotice_series on Series {
        sync {
          isRunning
          progress
          trouble
        }
      }
    `,
    key,
  );
  const isLong = useLasting(sync.isRunning ? "sync" : null, patienceMs);
  if (isLong) return <p className="notice wait">{sync.progress ?? "reading the repository"}</p>;
  if (sync.trouble == null || sync.isRunning) return null;
  return (
    <p className="notice trouble" role="alert">
      <bdi dir="auto">{sync.trouble}</bdi>
    </p>
  );
}
