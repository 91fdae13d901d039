import { outbox } from "../../environment.ts";
import { useCell } from "../../ui/cell.ts";
import type { Letter } from "../../unsent/letter.ts";

/** Notes on a patch that the server does not have yet, each with its mark. */
export function UnsentNotes({ patch }: { patch: string }) {
  const waiting = useCell(outbox.waiting);
  const notes = waiting.filter((letter) => isNoteOn(letter, patch));
  if (!notes.length) return null;
  return (
    <ul className="notes" aria-label="Notes not saved yet">
      {notes.map(({ id, who, variables }) => (
        <li key={id}>
          <p className="muted">
            <bdi>{who}</bdi> <em className="mark warn">not saved yet</em>
          </p>
          <p className="note-text">
            <bdi dir="auto">{variables.input.text}</bdi>
          </p>
        </li>
      ))}
    </ul>
  );
}

const isNoteOn = ({ variables: { input } }: Letter, patch: string) =>
  input.patch === patch && input.text !== undefined && input.note === undefined;
