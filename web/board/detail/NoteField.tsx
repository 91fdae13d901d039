import type { RefObject } from "react";

const longestNote = 4_000;

interface Props {
  label: string;
  text: string;
  isBusy: boolean;
  onChange: (text: string) => void;
  onSave: () => void;
  onCancel: () => void;
  placeholder?: string;
  field?: RefObject<HTMLTextAreaElement | null>;
}

/** A field for a note: Ctrl-Enter saves, Escape gives up. */
export function NoteField({ label, text, isBusy, onChange, onSave, onCancel, placeholder, field }: Props) {
  const canSave = !isBusy && text.trim() !== "";
  return (
    <form
      className="note-field"
      onSubmit={(event) => {
        event.preventDefault();
        if (canSave) onSave();
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
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onCancel();
          else if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && canSave) onSave();
        }}
      />
      {text !== "" && (
        <footer>
          <button type="button" onClick={onCancel}>
            Cancel <kbd aria-hidden>Esc</kbd>
          </button>
          <button type="submit" className="main" disabled={!canSave}>
            Save note <kbd aria-hidden>Ctrl-⏎</kbd>
          </button>
        </footer>
      )}
    </form>
  );
}
