import { useEffect, useRef, useState } from "react";
import { graphql, useFragment } from "react-relay";
import { clock } from "../../ui/format.ts";
import { useCellPart } from "../../ui/cell.ts";
import { say } from "../../ui/status.ts";
import { useEditNote, type OtherNote } from "../act/useEditNote.ts";
import { useHideNote } from "../act/useHideNote.ts";
import { useBoard } from "../BoardContext.ts";
import { rowElementId } from "../table/PatchRow.tsx";
import { DeletedNote } from "./DeletedNote.tsx";
import { NoteField } from "./NoteField.tsx";
import { NoteText } from "./NoteText.tsx";
import { edits, keepEdit } from "./noteWanted.ts";
import type { NoteItem_note$key } from "../../__generated__/NoteItem_note.graphql.ts";

/** One note. An edit that meets somebody else's shows both texts, and what to do is the person's choice. */
export function NoteItem({ patch, note: key }: { patch: string; note: NoteItem_note$key }) {
  const note = useFragment(
    graphql`
      fragment NoteItem_note on Note {
        id
        who
        at
        text
        revision
        editedBy
        editedAt
        deletedBy
        ...NoteText_note
        ...DeletedNote_note
      }
    `,
    key,
  );
  const { named } = useBoard();
  const draft = useCellPart(edits, (all) => all.get(note.id) ?? null);
  const field = useRef<HTMLTextAreaElement>(null);
  const isAsked = useRef(false);
  const isEdited = draft !== null;
  useEffect(() => {
    if (!isEdited || !isAsked.current) return;
    isAsked.current = false;
    // The button that was pressed is gone: without the field, what is typed now would be the board's keys.
    field.current?.focus();
    field.current?.setSelectionRange(note.text.length, note.text.length);
  }, [isEdited, note.text]);
  const [other, setOther] = useState<OtherNote | null>(null);
  const [edit, isBusy] = useEditNote();
  const { remove, isBusy: isRemoving } = useHideNote();
  const drop = () =>
    named(() =>
      remove(
        { note: note.id, expected: note.revision },
        {
          onDone: (conflict) =>
            say(
              conflict
                ? "The note was not deleted: somebody edited it first."
                : "The note is deleted; it can be restored.",
            ),
          onTrouble: (sentence) => say(`The note was not deleted: ${sentence}`, "trouble"),
        },
      ),
    );
  const close = () => {
    keepEdit(note.id, null);
    setOther(null);
  };
  const save = (text: string, expected: number) =>
    named(() =>
      edit(
        { note: note.id, text, expected },
        (conflict) => {
          setOther(conflict);
          if (conflict) {
            const what = conflict.deletedBy == null ? "edited" : "deleted";
            say(`The note was not saved: somebody ${what} it first. Both texts are shown.`);
            // The button that was pressed could not keep the focus while the note was on its way.
            if (document.activeElement === document.body) field.current?.focus();
          } else {
            close();
            say("The note is saved.");
          }
        },
        (sentence) => say(`The note was not saved: ${sentence}`, "trouble"),
      ),
    );
  // Who is editing keeps the editor: saving shows that somebody deleted the note.
  if (note.deletedBy != null && !draft) return <DeletedNote note={note} />;
  return (
    <li>
      <p className="muted">
        <bdi>{note.who}</bdi> <time dateTime={note.at}>{clock(note.at)}</time>
        {note.editedBy && note.editedAt && (
          <>
            , edited by <bdi>{note.editedBy}</bdi> {clock(note.editedAt)}
          </>
        )}{" "}
        {!draft && (
          <>
            <button
              type="button"
              className="quiet"
              onClick={() => {
                isAsked.current = true;
                keepEdit(note.id, { text: note.text, expected: note.revision });
              }}
            >
              edit
            </button>
            <button type="button" className="quiet" disabled={isRemoving} onClick={drop}>
              delete
            </button>
          </>
        )}
      </p>
      {!draft && <NoteText note={note} />}
      {draft && other && (
        <div className="both" role="alert">
          <p>
            <bdi>{other.deletedBy ?? other.editedBy ?? other.who}</bdi>{" "}
            {other.deletedBy == null ? "made it:" : "deleted it; it was:"}
          </p>
          <p className="note-text">
            <bdi dir="auto">{other.text}</bdi>
          </p>
          <button type="button" onClick={close}>
            Keep theirs
          </button>
          <button type="button" className="main" disabled={isBusy} onClick={() => save(draft.text, other.revision)}>
            Replace it by mine
          </button>
        </div>
      )}
      {draft && (
        <NoteField
          label="Edit note"
          text={draft.text}
          isBusy={isBusy}
          field={field}
          onChange={(text) => keepEdit(note.id, { ...draft, text })}
          onSave={() => save(draft.text, other?.revision ?? draft.expected)}
          onCancel={close}
          onLeave={() => {
            if (draft.text === note.text) close();
            document.getElementById(rowElementId(patch))?.focus();
          }}
        />
      )}
    </li>
  );
}
