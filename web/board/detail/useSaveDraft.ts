import { say } from "../../ui/status.ts";
import { useAddNote } from "../act/useAddNote.ts";
import type { BoardShared } from "../BoardContext.ts";
import { drafts, keepDraft } from "./noteWanted.ts";

/** Gives a function that saves the draft of a patch as a note. It is shown as not saved yet; what the server refuses comes back. */
export function useSaveDraft(named: BoardShared["named"]): (patch: string) => void {
  const [add] = useAddNote();
  return (patch) =>
    named(() => {
      const text = drafts.get().get(patch) ?? "";
      if (!text.trim()) return;
      keepDraft(patch, "");
      add(
        patch,
        text.trim(),
        () => say("The note is saved."),
        (sentence) => {
          // What was typed meanwhile is the beginning of another note.
          keepDraft(patch, drafts.get().get(patch) ?? text);
          say(`The note was not saved: ${sentence}`, "trouble");
        },
      );
    });
}
