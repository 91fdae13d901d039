import { useLayoutEffect, useMemo, useState } from "react";
import { graphql, useFragment } from "react-relay";
import { say } from "../ui/status.ts";
import { isFile } from "../place.ts";
import { useStable } from "../ui/useStable.ts";
import { wholeView } from "../route.ts";
import { changeView, navigate, useRoute } from "../useRoute.ts";
import { useChanges } from "./act/useChanges.ts";
import { BoardBody } from "./BoardBody.tsx";
import { BoardContext, type BoardShared, type TargetInfo } from "./BoardContext.ts";
import type { PatchRow } from "./BoardRows.ts";
import { touched } from "./detail/touched.ts";
import { ExportDrawer } from "./export/ExportDrawer.tsx";
import { BoardHead } from "./header/BoardHead.tsx";
import { HelpDialog } from "./HelpDialog.tsx";
import { NameDialog } from "./NameDialog.tsx";
import { usePlaces } from "./queue/Resume.tsx";
import { usePlace } from "./queue/usePlace.ts";
import { SelectionBar } from "./select/SelectionBar.tsx";
import { extended, selected, toggled } from "./select/selected.ts";
import { useBulk } from "./select/useBulk.ts";
import { PaletteDialog } from "./palette/PaletteDialog.tsx";
import { usePresence } from "./people/usePresence.ts";
import { DropHere } from "./takeIn/DropHere.tsx";
import { rowElementId } from "./table/PatchRow.tsx";
import { openId, useBoardActs, type Panel } from "./useBoardActs.ts";
import { shownTarget, startIn, startNumber } from "../../picks/start.ts";
import { useDecide } from "./useDecide.ts";
import { useFocus, useKeptFocus } from "./useFocus.ts";
import { useKeys } from "./useKeys.ts";
import { useLeaveSearch } from "./useLeaveSearch.ts";
import { useOthers } from "./useOthers.ts";
import { useRows } from "./useRows.ts";
import { useHighlights } from "./search/useHighlights.ts";
import { useSearch } from "./search/useSearch.ts";
import { useShown } from "./useShown.ts";
import { WaitDialog } from "./wait/WaitDialog.tsx";
import { useUnsent } from "./unsent/useUnsent.ts";
import type { BoardPageQuery$data } from "../__generated__/BoardPageQuery.graphql.ts";
import type { Board_series$key } from "../__generated__/Board_series.graphql.ts";
import type { PaletteDialog_query$key } from "../__generated__/PaletteDialog_query.graphql.ts";
import type { Board_viewer$key } from "../__generated__/Board_viewer.graphql.ts";

interface Props {
  series: NonNullable<BoardPageQuery$data["series"]>;
  viewer: BoardPageQuery$data["viewer"];
  query: PaletteDialog_query$key;
  since: { after: number; epoch: string };
  onStale: () => void;
}

/** The board itself: rows, what chooses them, and what people do with them. */
export function Board({ series: seriesKey, viewer: viewerKey, query: queryKey, since, onStale }: Props) {
  const series = useSeries(seriesKey);
  const me = useViewer(viewerKey);
  const { view } = useRoute();
  const targets = useMemo(() => series.targets.map(targetInfo), [series.targets]);
  const target = shownTarget(targets, view.target);
  const start = startNumber(startIn(view.start, view.matrix !== null), targets[target]?.lastBackported ?? 0);

  const [list, source] = useRows(series.name, start);
  const search = useSearch(series.name, view.text);
  const branches = useMemo(() => targets.map((one) => one.branch), [targets]);
  const shown = useShown(list.rows, view, { target, start, me, search, branches });
  useHighlights(shown.filter.text);
  const { filter, order, selection, current, hasMoved, visit } = shown;
  const { visible } = selection;
  const open = (view.open && visible.find((row) => row.sha.startsWith(view.open ?? ""))) || null;
  const focus = useFocus(visit);
  useKeptFocus(current);

  const [asking, setAsking] = useState<((who: string) => void) | null>(null);
  const [panels, setPanels] = useState<readonly Panel[]>([]);
  const setPanel = useStable((panel: Panel, isOpen: boolean) => {
    if (panel === "name") return setAsking(() => () => {});
    setPanels((old) => [...old.filter((one) => one !== panel), ...(isOpen ? [panel] : [])]);
  });
  const named = useStable((then: (who: string) => void) => (me ? then(me) : setAsking(() => then)));
  const { decide, decideCells, agree, send, conflicts, settle } = useDecide(targets, named);
  const toCurrent = useStable(() => {
    if (current) focus(current);
  });
  const [waiting, setWaiting] = useState<{ row: PatchRow; target: number } | null>(null);
  const askWait = useStable((row: PatchRow, on: number) => setWaiting({ row, target: on }));
  const bulk = useBulk({ targets, target, me, visible, named, send, onDone: toCurrent });
  const { places, mine } = usePlaces(seriesKey, me);
  usePlace(me, current, hasMoved, targets[target]);

  const toggle = useStable((row: PatchRow) => {
    const isOpen = open?.id === row.id;
    changeView({ open: isOpen ? null : openId(row) });
    focus(row);
  });
  const jump = useStable((sha: string) => {
    const row = visible.find((one) => one.sha === sha);
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
  const stableAgree = useStable(agree);
  const selectRow = useStable((row: PatchRow, how: "toggle" | "extend") => {
    const now = selected.get();
    selected.set(how === "toggle" ? toggled(now, row) : extended(now, visible, row));
  });
  const shared = useMemo<BoardShared>(
    () => ({
      forge: { commitUrl, issueUrl },
      targets,
      target,
      me,
      isRunning,
      hasModel,
      decide: stableDecide,
      decideCells: stableDecideCells,
      askWait,
      agree: stableAgree,
      select: selectRow,
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
      me,
      isRunning,
      hasModel,
      stableDecide,
      stableDecideCells,
      askWait,
      stableAgree,
      selectRow,
      toggle,
      visit,
      jump,
      byAuthor,
      named,
    ],
  );
  const isExporting = panels.includes("export");
  const perform = useBoardActs({
    series: series.id,
    view,
    order,
    rows: list.rows,
    visible,
    current,
    open,
    shared,
    bulk,
    places,
    place: mine,
    focus,
    isExporting,
    setPanel,
    takeIn: () => void source.takeIn(),
  });
  const stablePerform = useStable(perform);
  useKeys(perform);

  useOthers(source, me, branches);
  const tellOthers = useStable((events: readonly { who: string; text: string }[]) => {
    const last = events.findLast(({ who }) => who !== me);
    if (last) say(`${last.who} ${last.text}.`);
  });
  usePresence(series.id, me, current?.id ?? null);
  useUnsent(since.epoch, me, targets);
  const reload = useStable(() => {
    onStale();
    void source.load(start);
  });
  useChanges({ series: series.id, ...since }, source, touched.set, tellOthers, reload);
  useOpened(open);
  const leaveSearch = useLeaveSearch(shown.isSettled, toCurrent);

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
          place={!hasMoved && mine?.patch.id !== current?.id ? mine : null}
          searchTrouble={search.trouble}
          onLeaveSearch={leaveSearch}
          perform={perform}
        />
        <div className="board">
          <BoardBody
            series={series.id}
            isSyncing={series.sync.isRunning}
            list={list}
            selection={selection}
            matching={shown.matching}
            view={view}
            focus={focus}
            current={current}
            open={open}
            order={order}
            perform={perform}
            onRetry={reload}
          />
          {isExporting && (
            <ExportDrawer
              series={seriesKey}
              targetId={targets[target]?.id ?? null}
              start={view.start}
              onClose={() => setPanel("export", false)}
            />
          )}
        </div>
      </div>
      <SelectionBar bulk={bulk} perform={perform} />
      {!isFile && <DropHere series={series} targets={targets} />}
      {panels.includes("palette") && (
        <PaletteDialog
          query={queryKey}
          rows={list.rows}
          filter={filter}
          places={places}
          me={me}
          onClose={() => setPanel("palette", false)}
          onChosen={(act) => {
            setPanel("palette", false);
            setTimeout(() => stablePerform(act)); // when the dialog is gone: nothing beside it can have the focus before
          }}
        />
      )}
      {waiting && <WaitDialog row={waiting.row} target={waiting.target} onClose={() => setWaiting(null)} />}
      {panels.includes("help") && <HelpDialog onClose={() => setPanel("help", false)} />}
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
