import { useCallback } from "react";
import { graphql, useMutation } from "react-relay";
import type { OtherNote } from "./useEditNote.ts";
import type { useHideNoteDeleteMutation } from "../../__generated__/useHideNoteDeleteMutation.graphql.ts";
import type { useHideNoteRestoreMutation } from "../../__generated__/useHideNoteRestoreMutation.graphql.ts";

interface Outcome {
  /** The note as somebody else left it when that was refused; null when it was done. */
  onDone: (conflict: OtherNote | null) => void;
  onTrouble: (sentence: string) => void;
}

type Hide = (note: { note: string; expected: number }, outcome: Outcome) => void;

/** Gives functions that delete a note and that bring it back, and whether one of them is on its way. */
export function useHideNote(): { remove: Hide; restore: Hide; isBusy: boolean } {
  const [commitRemove, isRemoving] = useMutation<useHideNoteDeleteMutation>(graphql`
    mutation useHideNoteDeleteMutation($input: NoteInput!) {
      deleteNote(input: $input) {
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
  const [commitRestore, isRestoring] = useMutation<useHideNoteRestoreMutation>(graphql`
    mutation useHideNoteRestoreMutation($input: NoteInput!) {
      restoreNote(input: $input) {
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
  const remove = useCallback<Hide>(
    (note, { onDone, onTrouble }) =>
      commitRemove({
        variables: { input: { ...note, clientMutationId: crypto.randomUUID() } },
        onCompleted: ({ deleteNote }) => onDone(deleteNote.conflict ?? null),
        onError: (error) => onTrouble(error.message),
      }),
    [commitRemove],
  );
  const restore = useCallback<Hide>(
    (note, { onDone, onTrouble }) =>
      commitRestore({
        variables: { input: { ...note, clientMutationId: crypto.randomUUID() } },
        onCompleted: ({ restoreNote }) => onDone(restoreNote.conflict ?? null),
        onError: (error) => onTrouble(error.message),
      }),
    [commitRestore],
  );
  return { remove, restore, isBusy: isRemoving || isRestoring };
}
