import { useEffect, useRef } from "react";
import { useCell, useCellPart } from "../../ui/cell.ts";
import { say } from "../../ui/status.ts";
import { useAddNote } from "../act/useAddNote.ts";
import { useBoard } from "../BoardContext.ts";
import { withKey } from "../keys/bindings.ts";
import { rowElementId } from "../table/PatchRow.tsx";
import { NoteField } from "./NoteField.tsx";
import { drafts, keepDraft, noteWanted } from "./noteWanted.ts";

/** A field for another note; what is typed stays when the details are closed. */
export function AddNote({ patch }: { patch: string }) {
  const text = useCellPart(drafts, (all) => all.get(patch) ?? "");
  const [add] = useAddNote();
  const { named } = useBoard();
  const field = useRef<HTMLTextAreaElement>(null);
  const wanted = useCell(noteWanted);
  useEffect(() => {
    if (wanted !== patch) return;
    noteWanted.set(null);
    field.current?.focus();
  }, [wanted, patch]);

  const keep = (next: string) => keepDraft(patch, next);
  const leave = () => document.getElementById(rowElementId(patch))?.focus();
  // From here on the note is shown as not saved yet, above the field; what the server refuses comes back into it.
  const save = () =>
    named(() => {
      add(
        patch,
        text.trim(),
        () => say("The note is saved."),
        (sentence) => {
          // What was typed meanwhile is the beginning of another note.
          keep(drafts.get().get(patch) ?? text);
          say(`The note was not saved: ${sentence}`, "trouble");
        },
      );
      keep("");
      leave();
    });
  return (
    <NoteField
      label="Add note"
      text={text}
      isBusy={false}
      placeholder={withKey("add a note; @name asks somebody", "note")}
      field={field}
      onChange={keep}
      onSave={save}
      onLeave={leave}
      onCancel={() => {
        keep("");
        leave();
      }}
    />
  );
}
