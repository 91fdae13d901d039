import { useRef, useState } from "react";

interface Props {
  label: string;
  name?: string;
  /** Saves under that name; `done` empties the field. */
  onSave: (name: string, done: () => void) => void;
  onCancel?: () => void;
}

const longestName = 80;

/** A name for a view, and a button that saves it. */
export function SaveView({ label, name = "", onSave, onCancel }: Props) {
  const [text, setText] = useState(name);
  const field = useRef<HTMLInputElement>(null);
  return (
    <form
      className="save-view"
      onSubmit={(event) => {
        event.preventDefault();
        if (!text.trim()) return;
        onSave(text.trim(), () => {
          setText("");
          // The button has nothing to save any more: the focus would fall out of the popover, and Escape with it.
          field.current?.focus();
        });
      }}
    >
      <input
        ref={field}
        aria-label={label}
        placeholder={label}
        value={text}
        maxLength={longestName}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="main" disabled={!text.trim()}>
        Save
      </button>
      {onCancel && (
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      )}
    </form>
  );
}
