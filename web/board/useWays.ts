import { viewOf, type View } from "../route.ts";
import { useStable } from "../ui/useStable.ts";
import { changeView, navigate } from "../useRoute.ts";
import type { PatchRow } from "./BoardRows.ts";
import { extended, selected, toggled } from "./select/selected.ts";
import { openId } from "./useBoardActs.ts";

interface Around {
  series: string;
  view: View;
  rows: readonly PatchRow[];
  visible: readonly PatchRow[];
  open: PatchRow | null;
  focus: (row: PatchRow) => void;
}

/** Ways to a patch that rows and details offer: its details, its commit's id, its author, the selection. None ever changes. */
export function useWays({ series, view, rows, visible, open, focus }: Around) {
  const toggle = useStable((row: PatchRow) => {
    const isOpen = open?.id === row.id;
    changeView({ open: isOpen ? null : openId(row) });
    focus(row);
  });
  const jump = useStable((sha: string) => {
    const row = visible.find((one) => one.sha === sha);
    if (row) return row.id === open?.id ? focus(row) : toggle(row);
    const hidden = rows.find((one) => one.sha === sha);
    // Not among the rows shown: show all of them, and let "back" return to the filter.
    const whole = viewOf(hidden ? [hidden] : []);
    navigate({ series, view: { ...whole, target: view.target, open: sha.slice(0, 12) } });
    if (hidden) focus(hidden);
  });
  const byAuthor = useStable((row: PatchRow, by: 1 | -1) => {
    const isOther = (one: PatchRow) => one.author === row.author && (one.number - row.number) * by > 0;
    return (by > 0 ? rows.find(isOther) : rows.findLast(isOther)) ?? null;
  });
  const select = useStable((row: PatchRow, how: "toggle" | "extend") => {
    const now = selected.get();
    selected.set(how === "toggle" ? toggled(now, row) : extended(now, visible, row));
  });
  return { toggle, jump, byAuthor, select };
}
