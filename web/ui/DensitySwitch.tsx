import { useCell } from "./cell.ts";
import { density } from "./density.ts";

/** Two lines a row, or one. */
export function DensitySwitch() {
  const chosen = useCell(density);
  const other = chosen === "compact" ? "comfortable" : "compact";
  return (
    <button
      type="button"
      className="quiet look"
      aria-label={`Rows: ${chosen}`}
      title={`Rows: ${chosen}. Click for ${other}.`}
      onClick={() => density.set(other)}
    >
      <span aria-hidden="true">{chosen === "compact" ? "≡" : "☰"}</span>
    </button>
  );
}
