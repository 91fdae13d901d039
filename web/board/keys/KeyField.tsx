import { useState } from "react";
import { useCell } from "../../ui/cell.ts";
import { bindings, keyOf, rebind, shownKey, strokeName } from "./bindings.ts";
import type { Command } from "./commands.ts";

const fixed: ReadonlySet<string> = new Set(["close", "palette"]);

/** The keys of a command. Pressed, the changeable one waits for another; Escape leaves it, Backspace takes it away. */
export function KeyField({ command, onRefused }: { command: Command; onRefused: (sentence: string | null) => void }) {
  const [isWaiting, setWaiting] = useState(false);
  const key = keyOf(command.id, useCell(bindings));
  const also = command.also?.map((one) => <kbd key={one}>{shownKey(one)}</kbd>);
  if (fixed.has(command.id)) return <kbd>{shownKey(key ?? "")}</kbd>;
  const pressed = (event: React.KeyboardEvent) => {
    if (!isWaiting || event.key === "Shift" || event.key === "Tab") return;
    event.preventDefault();
    event.stopPropagation();
    const name = strokeName(event);
    if (event.key === "Escape") onRefused(null);
    else if (event.key === "Backspace" || event.key === "Delete") onRefused(rebind(command.id, null));
    else
      onRefused(
        name === null ? "Keys with Ctrl, Alt or Meta are the browser’s: choose another key." : rebind(command.id, name),
      );
    setWaiting(false);
  };
  return (
    <>
      <button
        type="button"
        className="key-field"
        data-changed={key !== command.key}
        aria-label={`${command.does}: ${isWaiting ? "press a key" : key === null ? "none" : shownKey(key)}`}
        title="Click, then press another key; Backspace for none"
        onClick={() => {
          onRefused(null);
          setWaiting(!isWaiting);
        }}
        onKeyDown={pressed}
        onBlur={() => setWaiting(false)}
      >
        {isWaiting ? "press a key" : <kbd>{key === null ? "none" : shownKey(key)}</kbd>}
      </button>
      {also}
    </>
  );
}
