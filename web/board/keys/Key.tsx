import { useCell } from "../../ui/cell.ts";
import { bindings, keyOf, shownKey } from "./bindings.ts";

/** The key of a command, printed on what it serves. For the eye: the control itself is what screen readers read. */
export function Key({ of }: { of: string }) {
  const key = keyOf(of, useCell(bindings));
  return key === null ? null : <kbd aria-hidden="true">{shownKey(key)}</kbd>;
}
