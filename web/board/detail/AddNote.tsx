import { useEffect, useRef } from "react";
import { useCell, useCellPart } from "../../ui/cell.ts";
import { useBoard } from "../BoardContext.ts";
import { withKey } from "../keys/bindings.ts";
import { rowElementId } from "../table/PatchRow.tsx";
import { NoteField } from "./NoteField.tsx";
import { drafts, keepDraft, noteWanted } from "./noteWanted.ts";
import { useSaveDraft } from "./useSaveDraft.ts";

/** Behind whatever a draft holds: one goes on where one stopped. */
const longest = 1_000_000;

/** A field for another note; what is typed stays when the details are closed. */
export function AddNote({ patch }: { patch: string }) {
  const text = useCellPart(drafts, (all) => all.get(patch) ?? "");
  const saveDraft = useSaveDraft(useBoard().named);
  const field = useRef<HTMLTextAreaElement>(null);
  const wanted = useCell(noteWanted);
  useEffect(() => {
    if (wanted !== patch) return;
    noteWanted.set(null);
    field.current?.focus();
    field.current?.setSelectionRange(longest, longest);
  }, [wanted, patch]);

  const keep = (next: string) => keepDraft(patch, next);
  const leave = () => document.getElementById(rowElementId(patch))?.focus();
  const save = () => {
    saveDraft(patch);
    leave();
  };
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
