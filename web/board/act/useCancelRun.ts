import { graphql, useMutation } from "react-relay";
import { say } from "../../ui/status.ts";
import type { useCancelRunMutation } from "../../__generated__/useCancelRunMutation.graphql.ts";

/** Gives a function that stops the run that goes on, and whether that is on its way. */
export function useCancelRun(series: string) {
  const [commit, isBusy] = useMutation<useCancelRunMutation>(graphql`
    mutation useCancelRunMutation($input: CancelRunInput!) {
      cancelRun(input: $input) {
        series {
          id
        }
      }
    }
  `);
  const cancel = () => commit({ variables: { input: { series } }, onError: (error) => say(error.message, "trouble") });
  return [cancel, isBusy] as const;
}
