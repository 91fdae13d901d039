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

function Field({
  field,
  rows,
  filter,
  chosen,
}: {
  field: "area" | "author";
  rows: readonly Row[];
  filter: Filter;
  chosen: string;
}) {
  const [valuesOf] = useState(() => makeValuesOf(field));
  const rest = useMemo(() => ({ ...filter, [field]: "" }), [filter, field]);
  const values = useMemo(() => valuesOf(rows, rest).slice(0, longestList), [valuesOf, rows, rest]);
  const isListed = !chosen || values.some(([value]) => value === chosen);
  return (
    <select
      id={`filter-${field}`}
      aria-label={field === "area" ? "Area" : "Author"}
      value={chosen}
      title={field === "area" ? withKey("Only one area", "filter") : "Only one author"}
      data-set={Boolean(chosen)}
      onChange={(event) => changeView({ [field]: event.target.value })}
    >
      <option value="">{field === "area" ? "area" : "author"}</option>
      {!isListed && <option value={chosen}>{chosen}</option>}
      {values.map(([value, n]) => (
        <option key={value} value={value}>
          {value} ({n})
        </option>
      ))}
    </select>
  );
}
