import { graphql, useFragment } from "react-relay";
import { clock } from "../../ui/format.ts";
import { say } from "../../ui/status.ts";
import { useHideNote } from "../act/useHideNote.ts";
import { useBoard } from "../BoardContext.ts";
import { NoteText } from "./NoteText.tsx";
import type { DeletedNote_note$key } from "../../__generated__/DeletedNote_note.graphql.ts";

/** A note that somebody deleted: closed, and with a way back. */
export function DeletedNote({ note: key }: { note: DeletedNote_note$key }) {
  const note = useFragment(
    graphql`
      fragment DeletedNote_note on Note {
        id
        who
        revision
        deletedBy
        deletedAt
        ...NoteText_note
      }
    `,
    key,
  );
  const { named } = useBoard();
  const { restore, isBusy } = useHideNote();
  const bringBack = () =>
    named(() =>
      restore(
        { note: note.id, expected: note.revision },
        {
          onDone: (conflict) =>
            say(conflict ? "Somebody was faster: the note is as they left it." : "The note is back."),
          onTrouble: (sentence) => say(`The note was not restored: ${sentence}`, "trouble"),
        },
      ),
    );
  return (
    <li className="deleted-note">
      <details>
        <summary>
          a note by <bdi>{note.who}</bdi>, deleted by <bdi>{note.deletedBy}</bdi>{" "}
          {note.deletedAt && <time dateTime={note.deletedAt}>{clock(note.deletedAt)}</time>}
        </summary>
        <NoteText note={note} />
        <button type="button" disabled={isBusy} onClick={bringBack}>
          Restore
        </button>
      </details>
    </li>
  );
}
