import { useMemo, useState } from "react";
import type { View } from "../../route.ts";
import { changeView } from "../../useRoute.ts";
import { makeValuesOf, type Filter, type Row } from "../filter.ts";
import { withKey } from "../keys/bindings.ts";

const longestList = 400;

/** Area and author, chosen from those that there are. */
export function Fields({ rows, filter, view }: { rows: readonly Row[]; filter: Filter; view: View }) {
  return (
    <>
      {(["area", "author"] as const).map((field) => (
        <Field key={field} field={field} rows={rows} filter={filter} chosen={view[field]} />
      ))}
    </>
  );
}

interface FieldProps {
  field: "area" | "author";
  rows: readonly Row[];
  filter: Filter;
  chosen: string;
}

/** Its list is counted while somebody is at it: going through all rows twice more would cost each letter of a search. */
function Field(props: FieldProps) {
  const { field, chosen } = props;
  const [isAt, setAt] = useState(false);
  return (
    <select
      id={`filter-${field}`}
      aria-label={field === "area" ? "Area" : "Author"}
      value={chosen}
      title={field === "area" ? withKey("Only one area", "filter") : "Only one author"}
      data-set={Boolean(chosen)}
      onPointerDown={() => setAt(true)}
      onFocus={() => setAt(true)}
      onBlur={() => setAt(false)}
      onChange={(event) => changeView({ [field]: event.target.value })}
    >
      <option value="">{field === "area" ? "area" : "author"}</option>
      {isAt ? <Values {...props} /> : chosen && <option value={chosen}>{chosen}</option>}
    </select>
  );
}

function Values({ field, rows, filter, chosen }: FieldProps) {
  const [valuesOf] = useState(() => makeValuesOf(field));
  const rest = useMemo(() => ({ ...filter, [field]: "" }), [filter, field]);
  const values = useMemo(() => valuesOf(rows, rest).slice(0, longestList), [valuesOf, rows, rest]);
  const isListed = !chosen || values.some(([value]) => value === chosen);
  return (
    <>
      {!isListed && <option value={chosen}>{chosen}</option>}
      {values.map(([value, n]) => (
        <option key={value} value={value}>
          {value} ({n})
        </option>
      ))}
    </>
  );
}
