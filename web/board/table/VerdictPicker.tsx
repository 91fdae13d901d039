import { unsaved } from "../marks.ts";
import { useCellPart } from "../../ui/cell.ts";
import { withKey } from "../keys/bindings.ts";
import { useBoard, verdictNames } from "../BoardContext.ts";
import type { PatchRow } from "../BoardRows.ts";

/** The verdict on the target as four radios. A person's is solid, a machine's tinted, an unsaved one has a dot. */
export function VerdictPicker({ row, isCurrent }: { row: PatchRow; isCurrent: boolean }) {
  const { target, targets, decide } = useBoard();
  const isUnsaved = useCellPart(unsaved, (ids) => ids.has(row.id));
  const verdict = row.verdicts[target];
  const by = row.deciders[target];
  const agreed = row.agreed?.[target] ?? [];
  const branch = targets[target]?.branch ?? "";
  return (
    <div
      role="radiogroup"
      aria-label={`Verdict for ${branch}${by ? `, by ${by}` : agreed.length ? `, agreed by ${agreed.join(", ")}` : ""}${isUnsaved ? ", not saved yet" : ""}`}
      className="picker"
      data-by={by ? "person" : agreed.length ? "agreed" : "machine"}
      data-unsaved={isUnsaved}
    >
      {verdictNames.map(([value, letter, name, title]) => (
        <label key={value} data-verdict={letter} title={withKey(title, name.toLowerCase())}>
          <input
            type="radio"
            name={row.id}
            aria-label={name}
            checked={verdict === value}
            tabIndex={isCurrent && verdict === value ? 0 : -1}
            onChange={() => decide(row, [target], value)}
            // A click on what is chosen already changes nothing in a radio, and yet agrees with the machine.
            onClick={() => verdict === value && !by && decide(row, [target], value)}
          />
          <span aria-hidden="true">{letter}</span>
        </label>
      ))}
    </div>
  );
}
