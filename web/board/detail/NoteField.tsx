import { useEffect, useState, type RefObject } from "react";
import { useStable } from "../../ui/useStable.ts";
import { noteInHand } from "./noteInHand.ts";

const longestNote = 4_000;

interface Props {
  label: string;
  text: string;
  isBusy: boolean;
  onChange: (text: string) => void;
  onSave: () => void;
  onCancel: () => void;
  /** Escape goes back to the row, and throws nothing away. */
  onLeave: () => void;
  placeholder?: string;
  field?: RefObject<HTMLTextAreaElement | null>;
}

/** A field for a note: Ctrl-Enter saves, Escape leaves it as it is. */
export function NoteField({ label, text, isBusy, onChange, onSave, onCancel, onLeave, placeholder, field }: Props) {
  const canSave = !isBusy && text.trim() !== "";
  const saved = useStable(() => {
    if (canSave) onSave();
  });
  // The palette, which can be called from here, offers to save what is open.
  const [isInHand, setInHand] = useState(false);
  useEffect(() => {
    if (!isInHand || !canSave) return;
    noteInHand.set(saved);
    return () => {
      if (noteInHand.get() === saved) noteInHand.set(null);
    };
  }, [isInHand, canSave, saved]);
  return (
    <form
      className="note-field"
      onSubmit={(event) => {
        event.preventDefault();
        saved();
      }}
    >
      <textarea
        ref={field}
        aria-label={label}
        placeholder={placeholder}
        dir="auto"
        rows={Math.min(8, Math.max(2, text.split("\n").length))}
        maxLength={longestNote}
        value={text}
        onFocus={() => setInHand(true)}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onLeave();
          else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) saved();
        }}
      />
      {text !== "" && (
        <footer>
          <button type="button" onClick={onCancel}>
            Cancel
          </button>
          <button type="submit" className="main" disabled={!canSave}>
            Save note <kbd aria-hidden>Ctrl-⏎</kbd>
          </button>
        </footer>
      )}
    </form>
  );
}
