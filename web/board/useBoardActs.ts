import { say } from "../ui/status.ts";
import { wholeMatrix } from "../matrix/view.ts";
import { changeView } from "../useRoute.ts";
import type { View } from "../route.ts";
import { useUndo } from "./act/useUndo.ts";
import type { BoardShared } from "./BoardContext.ts";
import type { PatchRow } from "./BoardRows.ts";
import { copyPatch, openAtForge } from "./detail/patchLinks.ts";
import { noteWanted } from "./detail/noteWanted.ts";
import { isBackported, isUndecided } from "./filter.ts";
import type { Act } from "./keys.ts";
import { afterDecision } from "./settings.ts";

interface Around {
  series: string;
  view: View;
  visible: readonly PatchRow[];
  current: PatchRow | null;
  open: PatchRow | null;
  shared: BoardShared;
  /** Puts the focus on a row. */
  focus: (row: PatchRow) => void;
  panels: { isExporting: boolean; setExporting: (is: boolean) => void; setHelping: (is: boolean) => void };
}

/** What each act does to the board: the keys' meaning, and that of the buttons that do the same. */
export function useBoardActs(around: Around): (act: Act) => void {
  const undo = useUndo(around.series);
  const { current, visible, shared, view, panels } = around;

  const go = (row: PatchRow | undefined) => {
    if (!row) return;
    // Open details follow, so that one can read on from patch to patch.
    if (around.open && around.open.id === current?.id && row.id !== current.id)
      changeView({ open: openId(row) }, "replace");
    around.focus(row);
  };

  const decide = (act: Extract<Act, { do: "decide" }>) => {
    if (!current) return;
    const everywhere = shared.targets
      .map((_, i) => i)
      .filter((i) => shared.targets[i]?.isPresent && !isBackported(current, i));
    shared.decide(current, act.everywhere ? everywhere : [shared.target], act.verdict);
    if (afterDecision.get() === "stay") return around.focus(current);
    const behind = visible.slice(visible.indexOf(current) + 1);
    const next = behind.find((row) => isUndecided(row, shared.target));
    if (next) go(next);
    else around.focus(current);
  };

  const takeBack = () =>
    shared.named(() =>
      undo(
        ({ undone, conflicts, patches }) => {
          if (conflicts.length)
            say(`Not all of it could be undone: ${conflicts[0]?.by ?? "somebody"} decided since.`, "trouble");
          else say(undone ? `Undone: ${undone}.` : "There is nothing of yours to undo.");
          const row = visible.find((one) => one.id === patches[0]?.id);
          if (row) around.focus(row);
        },
        (sentence) => say(`Not undone: ${sentence}`, "trouble"),
      ),
    );

  const close = () => {
    if (panels.isExporting) panels.setExporting(false);
    else if (around.open) changeView({ open: null });
    if (current) around.focus(current);
  };

  return (act) => {
    switch (act.do) {
      case "move":
        return go(visible[(current ? visible.indexOf(current) : -1) + act.by]);
      case "edge":
        return go(act.to === "first" ? visible[0] : visible.at(-1));
      case "decide":
        return decide(act);
      case "undo":
        return takeBack();
      case "toggle":
        return current ? shared.toggle(current) : undefined;
      case "close":
        return close();
      case "note":
        if (!current) return;
        noteWanted.set(current.id);
        return changeView({ open: openId(current) });
      case "search":
        return document.getElementById("search")?.focus();
      case "filter":
        return document.getElementById("filter-area")?.focus();
      case "export":
        return panels.setExporting(!panels.isExporting);
      case "matrix":
        return changeView({ matrix: view.matrix ? null : wholeMatrix, open: null });
      case "copy":
        return current ? copyPatch(current, act.what, shared.targets[shared.target]?.branch ?? null) : undefined;
      case "forge":
        return current ? openAtForge(current, shared.forge) : undefined;
      case "author": {
        const other = current && shared.byAuthor(current, act.by);
        return other ? shared.jump(other.sha) : say("There is no other patch of this author that way.");
      }
      case "views":
        return document.getElementById("views")?.click();
      case "help":
        return panels.setHelping(true);
      case "start":
        return current ? changeView({ start: view.start === current.number ? "last" : current.number }) : undefined;
      case "target": {
        const { length } = shared.targets;
        const next = shared.targets[(shared.target + act.by + length) % length];
        return next ? changeView({ target: next.branch }) : undefined;
      }
    }
  };
}

/** How the URL names an open row. */
export const openId = (row: PatchRow) => row.sha.slice(0, 12);
