import { useEffect, useLayoutEffect, useRef } from "react";
import type { WaitInput } from "../__generated__/useOverrideVerdictMutation.graphql.ts";
import { useBoard, type Verdict } from "../board/BoardContext.ts";
import type { PatchRow } from "../board/BoardRows.ts";
import { isSeenBy } from "../board/filter.ts";
import { plural } from "../ui/format.ts";
import { say } from "../ui/status.ts";
import { useStable } from "../ui/useStable.ts";
import { changeView } from "../useRoute.ts";
import type { CellAct } from "./cellKeys.ts";
import { cellsIn, movedArea, openCells, type Area, type Corner } from "./cells.ts";
import { openPatch } from "./openPatch.ts";
import { keptPatches, nothingSelected, selected } from "./selected.ts";

interface Around {
  rows: readonly PatchRow[];
  current: PatchRow | null;
  /** Puts the focus on a row; here that is its cell for the target. */
  focus: (row: PatchRow) => void;
  /** Offers the verdicts for the cells in hand, at one of them. */
  choose: (at: Corner) => void;
}

/** So many cells at once: a request with more decisions would be refused as too large. */
const mostCells = 1_000;

/** What keys and the pointer do to cells. The current cell is the current patch on the target: both are the board's own. */
export function useCellActs({ rows, current, focus, choose }: Around) {
  const { targets, target, me, decideCells, agreeCells, askWaits } = useBoard();
  useEffect(() => unselect, []);

  const here = (): Corner | null => (current ? { patch: current.id, target } : null);

  const goTo = (row: PatchRow | undefined, column: number) => {
    if (!row) return;
    if (column !== target) changeView({ target: targets[column]?.branch ?? null }, "replace");
    focus(row);
  };

  const select = useStable((area: Area | null) => {
    const cells = area && cellsIn(rows, area);
    if (!area || !cells) return unselect();
    const { left, right } = cells;
    selected.set({ area, patches: new Set(cells.rows.map((row) => row.id)), left, right });
  });

  // Before anybody can press a key: a new branch moves the others, and what is selected is on the ones where it was.
  const branches = useRef(targets);
  useLayoutEffect(() => {
    const [before, now] = [branches.current, targets].map((all) => all.map((one) => one.id));
    branches.current = targets;
    const { area } = selected.get();
    if (area && before && now && before.join() !== now.join()) select(movedArea(area, before, now));
  }, [targets, select]);

  const visit = useStable((corner: Corner) =>
    goTo(
      rows.find((row) => row.id === corner.patch),
      corner.target,
    ),
  );

  const step = (act: Extract<CellAct, { do: "move" | "extend" }>) => {
    const { area } = selected.get();
    const end = (act.do === "extend" && area?.to) || here();
    const begin = (act.do === "extend" && area?.from) || here();
    if (!end || !begin) return;
    const at = rows.findIndex((row) => row.id === end.patch);
    const row = rows[Math.min(Math.max(at + act.rows, 0), rows.length - 1)];
    if (!row) return;
    const column = Math.min(Math.max(end.target + act.targets, 0), targets.length - 1);
    select(act.do === "extend" ? { from: begin, to: { patch: row.id, target: column } } : null);
    goTo(row, column);
  };

  /** The selection, or else the current cell; `everywhere` the current patch on all targets. */
  const inHand = (everywhere: boolean) => {
    const { area } = selected.get();
    if (area && !everywhere) return cellsIn(rows, area);
    if (!current) return null;
    return everywhere
      ? { rows: [current], left: 0, right: targets.length - 1 }
      : { rows: [current], left: target, right: target };
  };

  /** Calls `then` with the cells in hand on which something can be said, how many they are, and none when they are too many. */
  const withOpen = (
    cells: ReturnType<typeof inHand>,
    then: (open: ReturnType<typeof openCells<PatchRow>>, count: number) => void,
  ) => {
    if (!cells) return;
    const open = openCells(cells, targets);
    const count = open.reduce((sum, one) => sum + one.targets.length, 0);
    if (!count) return say("Nothing to decide: what is on the branch already stays as it is.");
    if (count > mostCells) return say(`${plural(count, "cell")} are too many at once: at most 1,000.`, "trouble");
    keptPatches.set(new Set(open.map(({ row }) => row.id)));
    then(open, count);
  };

  const decide = useStable((verdict: Verdict | null, everywhere: boolean) =>
    withOpen(inHand(everywhere), (open) => decideCells(open, verdict)),
  );

  const agree = () =>
    withOpen(inHand(false), (open) => {
      const unseen = open.flatMap(({ row, targets: all }) => {
        const left = all.filter(({ index }) => !isSeenBy(row, index, me));
        return left.length ? [{ row, targets: left }] : [];
      });
      if (unseen.length) agreeCells(unseen);
      else say("You have agreed with all of these already.");
    });

  const until = () =>
    withOpen(inHand(false), (open, count) => {
      const on = [...new Set(open.flatMap((one) => one.targets.map(({ index }) => index)))];
      const branch = on.length === 1 ? (targets[on[0] ?? 0]?.branch ?? "") : plural(on.length, "target");
      const save = (condition: WaitInput) => decideCells(open, "WAIT", condition);
      askWaits({ about: `${plural(count, "cell")}, as selected`, branch, wait: null, save });
    });

  /** All rows on the current branch, or none; one cell is selected by going from it with Shift. */
  const selectHow = (how: "toggle" | "extend" | "all") => {
    const [from, to] = [rows[0], rows.at(-1)];
    if (how !== "all") return say("Cells are selected by Shift with the arrow keys, or by dragging.");
    if (selected.get().patches.size === rows.length || !from || !to) return select(null);
    select({ from: { patch: from.id, target }, to: { patch: to.id, target } });
  };

  const act = (one: CellAct) => {
    const at = selected.get().area?.to ?? here();
    switch (one.do) {
      case "move":
      case "extend":
        return step(one);
      case "edge":
        select(null);
        return goTo(one.to === "first" ? rows[0] : rows.at(-1), target);
      case "decide":
        return decide(one.verdict, one.everywhere);
      case "agree":
        return agree();
      case "until":
        return until();
      case "select":
        return selectHow(one.how);
      case "choose":
        return at ? choose(at) : undefined;
      case "open":
        return current ? openPatch(current) : undefined;
      case "unselect":
        return select(null);
    }
  };
  return { act: useStable(act), select, visit, decide, here, inHand };
}

function unselect() {
  selected.set(nothingSelected);
  keptPatches.set(nothingSelected.patches);
}
