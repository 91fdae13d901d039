import { useCellPart } from "../../ui/cell.ts";
import { initials, nameOf, onPatch } from "./present.ts";

/** A mark with the initials of those who are on a row now. */
export function OnRow({ patch }: { patch: string }) {
  const text = useCellPart(onPatch, (rows) => rows.get(patch));
  if (text === undefined) return null;
  const names = text.split("\n");
  const words = `${names.join(", ")} ${names.length > 1 ? "are" : "is"} here`;
  return (
    <span className="mark on-row" title={words}>
      {names.map((name, i) => (
        <span key={i} className="initials" data-named={name !== nameOf(null)} aria-hidden="true">
          {name === nameOf(null) ? "?" : initials(name)}
        </span>
      ))}
      <span className="unseen">{words}</span>
    </span>
  );
}
