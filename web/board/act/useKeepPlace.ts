import { useCallback } from "react";
import { commitMutation, graphql, useRelayEnvironment } from "react-relay";
import type { useKeepPlaceMutation } from "../../__generated__/useKeepPlaceMutation.graphql.ts";

/** Gives a function that remembers where the viewer is. It waits for nothing and is not sent again: the next move tells more. */
export function useKeepPlace() {
  const environment = useRelayEnvironment();
  return useCallback(
    (patch: string, target: string) =>
      commitMutation<useKeepPlaceMutation>(environment, {
        mutation: graphql`
          mutation useKeepPlaceMutation($input: KeepPlaceInput!) {
            keepPlace(input: $input) {
              series {
                ...Resume_series
              }
            }
          }
        `,
        variables: { input: { patch, target } },
        onError: () => {}, // the next move tells more
      }),
    [environment],
  );
}
