import { graphql, useMutation } from "react-relay";
import { say } from "../../ui/status.ts";
import type { useStartRunMutation } from "../../__generated__/useStartRunMutation.graphql.ts";

/** Gives a function that lets the engine read what it has not read, and whether that is on its way. */
export function useStartRun(series: string) {
  const [commit, isBusy] = useMutation<useStartRunMutation>(graphql`
    mutation useStartRunMutation($input: StartRunInput!) {
      startRun(input: $input) {
        series {
          id
        }
      }
    }
  `);
  const start = () => commit({ variables: { input: { series } }, onError: (error) => say(error.message, "trouble") });
  return [start, isBusy] as const;
}
