import { graphql, useMutation } from "react-relay";
import { say } from "../../ui/status.ts";
import type { useStartSyncMutation } from "../../__generated__/useStartSyncMutation.graphql.ts";

/** Gives a function that makes the server read the repository now, and whether that is on its way. */
export function useStartSync(series: string) {
  const [commit, isBusy] = useMutation<useStartSyncMutation>(graphql`
    mutation useStartSyncMutation($input: StartSyncInput!) {
      startSync(input: $input) {
        series {
          id
        }
      }
    }
  `);
  const start = () => commit({ variables: { input: { series } }, onError: (error) => say(error.message, "trouble") });
  return [start, isBusy] as const;
}
