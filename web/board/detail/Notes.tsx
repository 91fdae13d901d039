import { graphql, useFragment } from "react-relay";
import { AddNote } from "./AddNote.tsx";
import { NoteItem } from "./NoteItem.tsx";
import { UnsentNotes } from "../unsent/UnsentNotes.tsx";
import type { Notes_patch$key } from "../../__generated__/Notes_patch.graphql.ts";

/** The notes on a patch, oldest first, and a field for another one. */
export function Notes({ patch: key, id }: { patch: Notes_patch$key; id: string }) {
  const { notes } = useFragment(
    graphql`
      fragment Notes_patch on Patch {
        notes {
          id
          ...NoteItem_note
        }
      }
    `,
    key,
  );
  return (
    <section aria-label="Notes">
      <h2>Notes</h2>
      {notes.length > 0 && (
        <ul className="notes">
          {notes.map((note) => (
            <NoteItem key={note.id} patch={id} note={note} />
          ))}
        </ul>
      )}
      <UnsentNotes patch={id} />
      <AddNote patch={id} />
    </section>
  );
}
