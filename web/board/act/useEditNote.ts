import { useCallback } from "react";
import { graphql, useMutation } from "react-relay";
import type { useEditNoteMutation } from "../../__generated__/useEditNoteMutation.graphql.ts";

/** A note as somebody else left it. */
export type OtherNote = NonNullable<useEditNoteMutation["response"]["editNote"]["conflict"]>;

/** Gives a function that replaces a note's text if it is still at revision `expected`, and whether one is on its way. */
export function useEditNote() {
  const [commit, isBusy] = useMutation<useEditNoteMutation>(graphql`
    mutation useEditNoteMutation($input: EditNoteInput!) {
      editNote(input: $input) {
        patch {
          ...PatchRow_patch
          ...Notes_patch
          ...History_patch
        }
        conflict {
          id
          text
          revision
          who
          editedBy
          deletedBy
        }
      }
    }
  `);
  const edit = useCallback(
    (
      change: { note: string; text: string; expected: number },
      onDone: (conflict: OtherNote | null) => void,
      onTrouble: (sentence: string) => void,
    ) =>
      commit({
        variables: { input: { ...change, clientMutationId: crypto.randomUUID() } },
        onCompleted: ({ editNote }) => onDone(editNote.conflict ?? null),
        onError: (error) => onTrouble(error.message),
      }),
    [commit],
  );
  return [edit, isBusy] as const;
}
