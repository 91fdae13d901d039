import "./people.css";
import { useCell } from "../../ui/cell.ts";
import { plural } from "../../ui/format.ts";
import type { PatchRow } from "../BoardRows.ts";
import { useBoard } from "../BoardContext.ts";
import { initials, nameOf, present, type Person } from "./present.ts";

const shownAtOnce = 6;
/** Where the first line of the head has no room for more; people.css says where. */
const shownInNarrow = 1;

/** Who else has the board open; each leads to the row that they are on. */
export function People({ rows }: { rows: readonly PatchRow[] }) {
  const { people, more } = useCell(present);
  if (!people.length) return null;
  const shown = people.slice(0, shownAtOnce);
  const all = people.length + more;
  return (
    <ul className="people" aria-label="Here now">
      {shown.map((one) => (
        <li key={one.page}>
          <Somebody person={one} row={rows.find((row) => row.id === one.patch) ?? null} />
        </li>
      ))}
      <Rest count={all - shown.length} className="beyond" />
      <Rest count={all - shownInNarrow} className="beyond-in-narrow" />
    </ul>
  );
}

function Rest({ count, className }: { count: number; className: string }) {
  if (count <= 0) return null;
  return (
    <li className={`muted ${className}`} title={plural(count, "more person", "more people")}>
      +{count}
    </li>
  );
}

function Somebody({ person, row }: { person: Person; row: PatchRow | null }) {
  const { jump } = useBoard();
  const name = nameOf(person.who);
  const words = row ? `${name}, on patch ${row.number}: ${row.subject}` : `${name}, looking`;
  return (
    <button
      type="button"
      className="initials"
      data-named={person.who !== null}
      aria-label={words}
      title={words}
      disabled={!row}
      onClick={() => row && jump(row.sha)}
    >
      {person.who === null ? "?" : initials(name)}
    </button>
  );
}
