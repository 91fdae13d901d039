import { useCallback } from "react";
import { graphql, useMutation } from "react-relay";
import { outbox } from "../../environment.ts";
import { lastAction } from "../../unsent/underway.ts";
import type { useUndoMutation } from "../../__generated__/useUndoMutation.graphql.ts";

export type Undone = useUndoMutation["response"]["undo"];

/** Gives a function that takes back the viewer's own last action on a series. */
export function useUndo(series: string) {
  const [commit] = useMutation<useUndoMutation>(graphql`
    mutation useUndoMutation($input: UndoInput!) {
      undo(input: $input) {
        patches {
          id
          ...PatchRow_patch
        }
        undone
        conflicts {
          patch {
            sha
          }
          target {
            branch
          }
          verdict
          by
        }
      }
    }
  `);
  return useCallback(
    (onDone: (undone: Undone) => void, onTrouble: (sentence: string) => void) =>
      commit({
        variables: { input: { series, of: lastAction(outbox.waiting.get()), clientMutationId: crypto.randomUUID() } },
        onCompleted: ({ undo }) => onDone(undo),
        onError: (error) => onTrouble(error.message),
      }),
    [commit, series],
  );
}
