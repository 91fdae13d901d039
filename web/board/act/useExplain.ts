import { graphql, useMutation } from "react-relay";
import { say } from "../../ui/status.ts";
import type { useExplainMutation } from "../../__generated__/useExplainMutation.graphql.ts";

/** Gives a function that has the model write out its reasons for a patch, and whether the wish is on its way. */
export function useExplain(patch: string) {
  const [commit, isBusy] = useMutation<useExplainMutation>(graphql`
    mutation useExplainMutation($input: ExplainInput!) {
      explain(input: $input) {
        patch {
          id
        }
      }
    }
  `);
  const explain = () => commit({ variables: { input: { patch } }, onError: (error) => say(error.message, "trouble") });
  return [explain, isBusy] as const;
}
