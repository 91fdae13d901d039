import { useCallback } from "react";
import { graphql, useMutation } from "react-relay";
import type { useRedoMutation } from "../../__generated__/useRedoMutation.graphql.ts";

export type Redone = useRedoMutation["response"]["redo"];

/** Gives a function that does again what the viewer's last undo on a series took back. */
export function useRedo(series: string) {
  const [commit] = useMutation<useRedoMutation>(graphql`
    mutation useRedoMutation($input: RedoInput!) {
      redo(input: $input) {
        patches {
          id
          ...PatchRow_patch
        }
        redone
        conflicts {
          by
        }
      }
    }
  `);
  return useCallback(
    (onDone: (redone: Redone) => void, onTrouble: (sentence: string) => void) =>
      commit({
        variables: { input: { series, clientMutationId: crypto.randomUUID() } },
        onCompleted: ({ redo }) => onDone(redo),
        onError: (error) => onTrouble(error.message),
      }),
    [commit, series],
  );
}
