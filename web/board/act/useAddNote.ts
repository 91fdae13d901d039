import { useCallback } from "react";
import { graphql, useMutation } from "react-relay";
import type { useAddNoteMutation } from "../../__generated__/useAddNoteMutation.graphql.ts";

/** Gives a function that adds a note to a patch, and whether one is on its way. */
export function useAddNote() {
  const [commit, isBusy] = useMutation<useAddNoteMutation>(graphql`
    mutation useAddNoteMutation($input: AddNoteInput!) {
      addNote(input: $input) {
        patch {
          ...PatchRow_patch
          ...Notes_patch
          ...History_patch
        }
      }
    }
  `);
  const add = useCallback(
    (patch: string, text: string, onDone: () => void, onTrouble: (sentence: string) => void) =>
      commit({
        variables: { input: { patch, text, clientMutationId: crypto.randomUUID() } },
        onCompleted: onDone,
        onError: (error) => onTrouble(error.message),
      }),
    [commit],
  );
  return [add, isBusy] as const;
}
