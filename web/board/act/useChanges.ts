import { useMemo } from "react";
import { graphql, useSubscription } from "react-relay";
import type { GraphQLSubscriptionConfig } from "relay-runtime";
import { say } from "../../ui/status.ts";
import type { BoardRows } from "../BoardRows.ts";
import type { useChangesSubscription } from "../../__generated__/useChangesSubscription.graphql.ts";

const subscription = graphql`
  subscription useChangesSubscription($series: ID!, $after: Int!, $epoch: ID!) {
    changes(series: $series, after: $after, epoch: $epoch) {
      # Read by the connection, which resumes behind it.
      seq
      isStale
      patches {
        id
        ...PatchRow_patch
      }
      events {
        who
        text
      }
      series {
        ...Board_series
        ...RunStatus_series
        ...SyncStatus_series
        ...Views_series
        ...ExportDrawer_series
      }
    }
  }
`;

interface Since {
  series: string;
  after: number;
  epoch: string;
}

/** What somebody did with many patches in one go. */
export type Told = useChangesSubscription["response"]["changes"]["events"][number];

/**
 * Follows what changes on a series. `onTouched` hears which patches, `onTold` what people took back, `onStale` that all of it
 * has to be read again.
 */
export function useChanges(
  { series, after, epoch }: Since,
  rows: BoardRows,
  onTouched: (patches: readonly string[]) => void,
  onTold: (events: readonly Told[]) => void,
  onStale: () => void,
): void {
  const config = useMemo<GraphQLSubscriptionConfig<useChangesSubscription>>(
    () => ({
      subscription,
      variables: { series, after, epoch },
      onNext: (answer) => {
        if (!answer) return;
        const { isStale, patches, events } = answer.changes;
        if (isStale) return onStale();
        const ids = patches.map((patch) => patch.id);
        rows.hear(ids);
        onTouched(ids);
        if (events.length) onTold(events);
      },
      onError: (error) => say(`Changes no longer arrive: ${error.message} Reload the page.`, "trouble"),
    }),
    [series, after, epoch, rows, onTouched, onTold, onStale],
  );
  useSubscription(config);
}
