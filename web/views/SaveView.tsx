import { useState } from "react";

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
  return (
    <form
      className="save-view"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) onSave(text.trim(), () => setText(""));
      }}
    >
      <input
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
