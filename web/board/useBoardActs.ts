import { say } from "../ui/status.ts";
import { headHeight } from "../ui/useEdge.ts";
import { nextTheme } from "../ui/theme.ts";
import { wholeMatrix } from "../matrix/view.ts";
import { conditions, letters, wholeView, type View } from "../route.ts";
import { changeView, navigate } from "../useRoute.ts";
import type { BoardShared } from "./BoardContext.ts";
import type { PatchRow } from "./BoardRows.ts";
import { diffWanted } from "./detail/diffWanted.ts";
import { noteInHand } from "./detail/noteInHand.ts";
import { giveUpNote, noteWanted } from "./detail/noteWanted.ts";
import { openPatch } from "../matrix/openPatch.ts";
import { useSaveDraft } from "./detail/useSaveDraft.ts";
import { copyPatches, openAtForge } from "./detail/patchLinks.ts";
import { isUndecided } from "./filter.ts";
import { toggled as toggledIn } from "./filterNames.ts";
import type { Act } from "./keys/commands.ts";
import type { Order } from "./queue/order.ts";
import type { Place } from "./queue/Resume.tsx";
import { allOrNone, extended, selected, toggled } from "./select/selected.ts";
import { atRows } from "./search/atRows.ts";
import type { Bulk } from "./select/useBulk.ts";
import type { Dialogs, Panel } from "./useDialogs.ts";
import { useServerActs } from "./useServerActs.ts";
import { useReviewActs } from "./useReviewActs.ts";

interface Around {
  series: string;
  view: View;
  order: Order;
  rows: readonly PatchRow[];
  visible: readonly PatchRow[];
  current: PatchRow | null;
  open: PatchRow | null;
  shared: BoardShared;
  bulk: Bulk;
  /** Where everybody was, and where this person would go on. */
  places: readonly Place[];
  place: Place | null;
  /** Puts the focus on a row. */
  focus: (row: PatchRow) => void;
  /** The same, with the open details following. */
  go: (row: PatchRow | undefined) => void;
  /** Goes on to the next undecided row when the current one is among these. */
  goOn: (done: readonly PatchRow[]) => void;
  /** Puts it on the first row of what the view shows next. */
  focusFirst: () => void;
  isExporting: boolean;
  /** Opens or closes a part of the page. */
  setPanel: (panel: Panel, isOpen: boolean) => void;
  askWait: Dialogs["askWait"];
  takeIn: () => void;
}

/** What each act does to the board: the keys' meaning, and that of the buttons and the palette's lines that do the same. */
export function useBoardActs(around: Around): (act: Act) => void {
  const { current, visible, shared, view, setPanel, go } = around;

  const review = useReviewActs(around);
  const server = useServerActs(around.series);
  const saveDraft = useSaveDraft(shared.named);

  const close = () => {
    if (around.isExporting) setPanel("export", false);
    else if (selected.get().ids.size) around.bulk.clear();
    else if (around.open) changeView({ open: null });
    if (current) around.focus(current);
  };

  const select = (how: "toggle" | "extend" | "all") => {
    if (how === "all") selected.set(allOrNone(selected.get(), visible));
    else if (current && how === "toggle") selected.set(toggled(selected.get(), current));
    else if (current) selected.set(extended(selected.get(), visible, current));
    if (current) around.focus(current);
  };

  const toPlace = (who: string | null) => {
    const place = who === null ? around.place : around.places.find((one) => one.who === who);
    if (!place) return say("Nobody has been anywhere in this review yet.");
    if (place.target.branch !== shared.targets[shared.target]?.branch) changeView({ target: place.target.branch });
    const row = around.rows.find((one) => one.id === place.patch.id);
    const at = row ? around.order.position(row) : 0;
    // The patch itself may have left the queue: the next one is where to go on.
    go(visible.find((one) => around.order.position(one) >= at) ?? visible.at(-1));
  };

  const toQueue = () => {
    if (view.order === "queue" && !view.matrix) return changeView({ order: "number" });
    changeView({ order: "queue", ...(view.matrix ? { matrix: null, open: null } : {}) });
    // Who comes from a patch that is done begins at the top: what stands behind it is not what is needed most.
    if (current && !isUndecided(current, shared.target)) around.focusFirst();
  };

  const saveNote = () => {
    const wanted = noteWanted.get();
    if (wanted === null) return noteInHand.get()?.();
    giveUpNote(wanted);
    saveDraft(wanted);
  };

  /** The matrix has no details: they open on the list, and "back" returns. */
  const openDetails = (row: PatchRow) => (view.matrix ? openPatch(row) : changeView({ open: openId(row) }));

  /** What is selected, else the current row. */
  const inHand = () => (around.bulk.rows.length ? around.bulk.rows : current ? [current] : []);

  return (act) => {
    if (act.do !== "undo" && act.do !== "redo") review.goneOn();
    switch (act.do) {
      case "move":
        // What the search found late has waited for this.
        atRows.set(false);
        return go(visible[(current ? visible.indexOf(current) : -1) + act.by]);
      case "edge":
        return go(act.to === "first" ? visible[0] : visible.at(-1));
      case "place":
        return toPlace(act.who);
      case "decide":
        return review.decide(act);
      case "agree":
      case "until":
      case "undo":
      case "redo":
        return review[act.do]();
      case "select":
        // The matrix selects cells.
        return view.matrix ? undefined : select(act.how);
      case "toggle":
        if (!current) return;
        return view.matrix ? openPatch(current) : shared.toggle(current);
      case "close":
        return close();
      case "note":
        if (!current) return;
        noteWanted.set(current.id);
        return openDetails(current);
      case "diff":
        if (!current) return;
        diffWanted.set(current.id);
        return around.open?.id === current.id && !view.matrix ? undefined : openDetails(current);
      case "saveNote":
        return saveNote();
      case "search":
        return goToHead("search");
      case "filter":
        return goToHead("filter-area");
      case "show":
        return changeView({ show: toggledIn(view.show, act.letter, letters) });
      case "only":
        // A queue holds only undecided patches anyway.
        if (act.condition === "undecided" && view.order === "queue") return;
        return changeView({ only: toggledIn(view.only, act.condition, conditions) });
      case "clear":
        return changeView({ ...wholeView, target: view.target, start: view.start, order: view.order });
      case "view":
        return changeView(act.change);
      case "begin":
        changeView({ start: view.start === "all" ? "last" : "all" });
        return around.focusFirst();
      case "queue":
        return toQueue();
      case "takeIn":
        atRows.set(false);
        return around.takeIn();
      case "sync":
      case "startRun":
      case "cancelRun":
        return server[act.do]();
      case "export":
        return setPanel("export", !around.isExporting);
      case "matrix":
        return changeView({ matrix: view.matrix ? null : wholeMatrix, open: null });
      case "copy":
        return void copyPatches(inHand(), act.what, shared.targets[shared.target]?.branch ?? null);
      case "forge":
        return current ? openAtForge(current, shared.forge) : undefined;
      case "author": {
        const other = current && shared.byAuthor(current, act.by);
        return other ? shared.jump(other.sha) : say("There is no other patch of this author that way.");
      }
      case "views":
        return openViews();
      case "help":
      case "palette":
        return setPanel(act.do, true);
      case "rename":
        return setPanel("name", true);
      case "theme":
        return nextTheme();
      case "series":
        return navigate({ series: act.name, view: wholeView });
      case "allSeries":
        return navigate({ series: null, view: wholeView });
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

function openViews(): void {
  const button = document.getElementById("views");
  if (button) button.click();
  else say("Nobody had saved a view when this file was made.");
}

/** How the URL names an open row. */
export const openId = (row: PatchRow) => row.sha.slice(0, 12);

/** Gives the focus to a field of the page's head. Where that stays on screen nothing has to scroll, whatever a browser thinks. */
function goToHead(id: string): void {
  document.getElementById(id)?.focus({ preventScroll: headHeight() > 0 });
}
