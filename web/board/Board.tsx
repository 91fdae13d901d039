import { useDeferredValue, useLayoutEffect, useMemo, useState } from "react";
import { graphql, useFragment } from "react-relay";
import { useCell } from "../ui/cell.ts";
import { useStable } from "../ui/useStable.ts";
import { matrixRows } from "../matrix/cells.ts";
import { keptPatches } from "../matrix/selected.ts";
import { letters, wholeView } from "../route.ts";
import { changeView, navigate, useRoute } from "../useRoute.ts";
import { useChanges } from "./act/useChanges.ts";
import { BoardBody } from "./BoardBody.tsx";
import { BoardContext, type BoardShared, type TargetInfo } from "./BoardContext.ts";
import type { PatchRow } from "./BoardRows.ts";
import { touched } from "./detail/touched.ts";
import { ExportDrawer } from "./export/ExportDrawer.tsx";
import { makeSelect, withKept, type Filter } from "./filter.ts";
import { BoardHead } from "./header/BoardHead.tsx";
import { HelpDialog } from "./HelpDialog.tsx";
import { NameDialog } from "./NameDialog.tsx";
import { rowElementId } from "./table/PatchRow.tsx";
import { openId, useBoardActs } from "./useBoardActs.ts";
import { shownTarget, startNumber } from "./start.ts";
import { currentRow, useCurrent } from "./useCurrent.ts";
import { useDecide } from "./useDecide.ts";
import { useFocus, useKeptFocus } from "./useFocus.ts";
import { useKeys } from "./useKeys.ts";
import { useLeaveSearch } from "./useLeaveSearch.ts";
import { useOthers } from "./useOthers.ts";
import { useRows } from "./useRows.ts";
import type { BoardPageQuery$data } from "../__generated__/BoardPageQuery.graphql.ts";
import type { Board_series$key } from "../__generated__/Board_series.graphql.ts";
import type { Board_viewer$key } from "../__generated__/Board_viewer.graphql.ts";

interface Props {
  series: NonNullable<BoardPageQuery$data["series"]>;
  viewer: BoardPageQuery$data["viewer"];
  since: { after: number; epoch: string };
  onStale: () => void;
}

/** The board itself: rows, what chooses them, and what people do with them. */
export function Board({ series: seriesKey, viewer: viewerKey, since, onStale }: Props) {
  const series = useSeries(seriesKey);
  const me = useViewer(viewerKey);
  const { view } = useRoute();
  const targets = useMemo(() => series.targets.map(targetInfo), [series.targets]);
  const target = shownTarget(targets, view.target);
  // The matrix is about all of the past too, and its own filter asks for states.
  const { show, start: begin } = view.matrix ? { show: letters, start: fromFirst(view.start) } : view;
  const start = startNumber(begin, targets[target]?.lastBackported ?? 0);

  const [list, source] = useRows(series.name, start);
  const text = useDeferredValue(view.text);
  const filter = useMemo<Filter>(
    () => ({ show, only: view.only, area: view.area, author: view.author, text, target, start }),
    [show, view.only, view.area, view.author, text, target, start],
  );
  // In the matrix the target is where the focus is: a row that was decided stays while one moves along it.
  const filterKey = JSON.stringify([view.matrix ? { ...filter, target: null } : filter, view.matrix]);
  const { current: visited, keep, visit } = useCurrent(filterKey);
  const [select] = useState(() => makeSelect<PatchRow>());
  const chosen = useMemo(() => select(list.rows, filter), [select, list.rows, filter]);
  const branches = useMemo(() => targets.map((one) => one.branch), [targets]);
  const kept = useCell(keptPatches);
  const inMatrix = useMemo(
    () => (view.matrix ? matrixRows(chosen.visible, view.matrix, branches, kept) : chosen.visible),
    [chosen, view.matrix, branches, kept],
  );
  const visible = useMemo(() => withKept(inMatrix, list.rows, keep), [inMatrix, list.rows, keep]);
  const selection = useMemo(() => ({ ...chosen, visible }), [chosen, visible]);
  const current = currentRow(selection.visible, visited);
  const open = (view.open && selection.visible.find((row) => row.sha.startsWith(view.open ?? ""))) || null;
  const focus = useFocus(visit);
  useKeptFocus(current);

  const [asking, setAsking] = useState<((who: string) => void) | null>(null);
  const [isExporting, setExporting] = useState(false);
  const [isHelping, setHelping] = useState(false);
  const named = useStable((then: (who: string) => void) => (me ? then(me) : setAsking(() => then)));
  const { decide, decideCells, conflicts, settle } = useDecide(targets, named);

  const toggle = useStable((row: PatchRow) => {
    const isOpen = open?.id === row.id;
    changeView({ open: isOpen ? null : openId(row) });
    focus(row);
  });
  const jump = useStable((sha: string) => {
    const row = selection.visible.find((one) => one.sha === sha);
    if (row) return row.id === open?.id ? focus(row) : toggle(row);
    const hidden = list.rows.find((one) => one.sha === sha);
    // Not among the rows shown: show all of them, and let "back" return to the filter.
    navigate({
      series: series.name,
      view: { ...wholeView, target: view.target, start: "all", open: sha.slice(0, 12) },
    });
    if (hidden) focus(hidden);
  });
  const byAuthor = useStable((row: PatchRow, by: 1 | -1) => {
    const isOther = (one: PatchRow) => one.author === row.author && (one.number - row.number) * by > 0;
    return (by > 0 ? list.rows.find(isOther) : list.rows.findLast(isOther)) ?? null;
  });
  const { commitUrl, issueUrl } = series;
  const isRunning = series.run?.state === "running";
  const hasModel = series.model.state !== "none";
  const stableDecide = useStable(decide);
  const stableDecideCells = useStable(decideCells);
  const shared = useMemo<BoardShared>(
    () => ({
      forge: { commitUrl, issueUrl },
      targets,
      target,
      isRunning,
      hasModel,
      decide: stableDecide,
      decideCells: stableDecideCells,
      toggle,
      visit,
      jump,
      byAuthor,
      named,
    }),
    [
      commitUrl,
      issueUrl,
      targets,
      target,
      isRunning,
      hasModel,
      stableDecide,
      stableDecideCells,
      toggle,
      visit,
      jump,
      byAuthor,
      named,
    ],
  );
  const panels = { isExporting, setExporting, setHelping };
  const perform = useBoardActs({
    series: series.id,
    view,
    visible: selection.visible,
    current,
    open,
    shared,
    focus,
    panels,
  });
  useKeys(perform);

  useOthers(source, me, branches);
  const reload = useStable(() => {
    onStale();
    void source.load(start);
  });
  useChanges({ series: series.id, ...since }, source, touched.set, reload);
  useOpened(open);
  const toCurrent = useStable(() => {
    if (current) focus(current);
  });
  const leaveSearch = useLeaveSearch(text === view.text, toCurrent);

  return (
    <BoardContext value={shared}>
      <div className="whole" style={{ "--branches": targets.length } as React.CSSProperties}>
        <BoardHead
          series={seriesKey}
          heading={series}
          me={me}
          view={view}
          filter={filter}
          rows={list}
          selection={selection}
          conflicts={conflicts}
          onSettled={settle}
          onRename={() => setAsking(() => () => {})}
          onTakeIn={() => void source.takeIn()}
          onLeaveSearch={leaveSearch}
          perform={perform}
        />
        <div className="board">
          <BoardBody
            series={series.id}
            isSyncing={series.sync.isRunning}
            list={list}
            selection={selection}
            matching={chosen.visible}
            view={view}
            focus={focus}
            current={current}
            open={open}
            perform={perform}
            onRetry={reload}
          />
          {isExporting && (
            <ExportDrawer
              series={seriesKey}
              targetId={targets[target]?.id ?? null}
              start={view.start}
              onClose={() => setExporting(false)}
            />
          )}
        </div>
      </div>
      {isHelping && <HelpDialog onClose={() => setHelping(false)} />}
      {asking && (
        <NameDialog
          viewer={viewerKey}
          onClose={() => setAsking(null)}
          onNamed={(who) => {
            setAsking(null);
            asking(who);
            if (current) focus(current);
          }}
        />
      )}
    </BoardContext>
  );
}

function useSeries(key: Board_series$key) {
  return useFragment(
    graphql`
      fragment Board_series on Series {
        id
        name
        repositoryName
        upstream
        base
        commitUrl
        issueUrl
        run {
          state
        }
        model {
          state
        }
        sync {
          isRunning
        }
        targets {
          id
          branch
          version
          isPresent
          lastBackported
        }
      }
    `,
    key,
  );
}

function useViewer(key: Board_viewer$key): string | null {
  const viewer = useFragment(
    graphql`
      fragment Board_viewer on Viewer {
        name
      }
    `,
    key,
  );
  return viewer.name ?? null;
}

const fromFirst = (start: number | "last" | "all") => (start === "last" ? "all" : start);

/** Brings a row whose details were opened to the top, so that they have the screen. */
function useOpened(open: PatchRow | null) {
  const id = open?.id;
  useLayoutEffect(() => {
    if (id) document.getElementById(rowElementId(id))?.scrollIntoView({ block: "start" });
  }, [id]);
}

function targetInfo(target: ReturnType<typeof useSeries>["targets"][number]): TargetInfo {
  const { id, branch, version, isPresent, lastBackported } = target;
  return { id, branch, label: version ?? branch, isPresent, lastBackported };
}
