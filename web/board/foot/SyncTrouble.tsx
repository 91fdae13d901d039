import { graphql, useFragment } from "react-relay";
import type { SyncTrouble_series$key } from "../../__generated__/SyncTrouble_series.graphql.ts";

/** Why the repository could not be read, on a line of its own: it is a sentence, and there is no telling how long. */
export function SyncTrouble({ series: key }: { series: SyncTrouble_series$key }) {
  const { sync } = useFragment(
    graphql`
      fragment SyncTrouble_series on Series {
        sync {
          isRunning
          trouble
        }
      }
    `,
    key,
  );
  if (sync.trouble == null || sync.isRunning) return null;
  return (
    <p className="notice trouble" role="alert">
      <bdi dir="auto">{sync.trouble}</bdi>
    </p>
  );
}
