import { useMemo } from "react";
import { graphql, useFragment } from "react-relay";
import { say } from "../ui/status.ts";
import { isFile } from "../place.ts";
import { useStable } from "../ui/useStable.ts";
import { useRoute } from "../useRoute.ts";
import { useChanges } from "./act/useChanges.ts";
import { BoardBody } from "./BoardBody.tsx";
import { BoardDialogs } from "./BoardDialogs.tsx";
import { BoardContext, type BoardShared, type TargetInfo } from "./BoardContext.ts";
import type { PatchRow } from "./BoardRows.ts";
import { touched } from "./detail/touched.ts";
import { ExportDrawer } from "./export/ExportDrawer.tsx";
import { BoardFoot } from "./foot/BoardFoot.tsx";
import { BoardHead } from "./header/BoardHead.tsx";
import { usePlaces } from "./queue/Resume.tsx";
import { usePlace } from "./queue/usePlace.ts";
import { SelectionBar } from "./select/SelectionBar.tsx";
import { useBulk } from "./select/useBulk.ts";
import { usePresence } from "./people/usePresence.ts";
import { DropHere } from "./takeIn/DropHere.tsx";
import { firstNumber, shownTarget } from "../../picks/start.ts";
import { branchWidths, targetInfos } from "./targetInfos.ts";
import { useBoardActs } from "./useBoardActs.ts";
import { useDecide } from "./useDecide.ts";
import { useDialogs } from "./useDialogs.ts";
import { useFocus, useKeptFocus, useKeptSight, useOpened } from "./useFocus.ts";
import { useGoing } from "./useGoing.ts";
import { useKeys } from "./useKeys.ts";
import { useLeaveSearch } from "./useLeaveSearch.ts";
import { useOthers } from "./useOthers.ts";
import { useRows } from "./useRows.ts";
import { FoundMore } from "./search/FoundMore.tsx";
import { useHighlights } from "./search/useHighlights.ts";
import { useSearch } from "./search/useSearch.ts";
import { useShown } from "./useShown.ts";
import { useTargets } from "./useTargets.ts";
import { useUnsent } from "./unsent/useUnsent.ts";
import { useWays } from "./useWays.ts";
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
  const latest = useMemo(() => targetInfos(series.targets), [series.targets]);
  const firstIn = (all: readonly TargetInfo[], on: string | null) =>
    firstNumber(all, { target: on, start: view.start, isMatrix: view.matrix !== null });
  const [list, source] = useRows(series.name, firstIn(latest, view.target));
  const { targets, branch } = useTargets(series.name, latest, view.target, list, source);
  const target = shownTarget(targets, branch);
  const firstFor = (on: string | null) => firstIn(targets, on);
  const start = firstFor(branch);

  const search = useSearch(series.name, view.text);
  const branches = useMemo(() => targets.map((one) => one.branch), [targets]);
  const widths = useMemo(() => branchWidths(targets), [targets]);
  const shown = useShown(list.rows, view, { target, start, me, search, branches });
  useHighlights(shown.filter.text);
  const { filter, order, selection, current, hasMoved, visit } = shown;
  const { visible } = selection;
  const open = (view.open && visible.find((row) => row.sha.startsWith(view.open ?? ""))) || null;
  const { focus, focusFirst } = useFocus(visit, current);
  useKeptFocus(current);
  const isMatrix = view.matrix !== null;
  useKeptSight(current, shown.filterKey, shown.isInForce, isMatrix);

  const dialogs = useDialogs(me);
  const { setPanel, named } = dialogs;
  const { decide, decideCells, agree, agreeCells, send } = useDecide(targets, named, source);
  // Not a stable `decide`: the answer is about the row and the branches of now, whatever comes while the dialog is open.
  const askWait = useStable((row: PatchRow, on: number, then: () => void = () => {}) =>
    dialogs.askWait({
      about: row.subject,
      branch: targets[on]?.branch ?? "",
      wait: row.waits[on] ?? null,
      save: (condition) => (decide(row, [on], "WAIT", condition), then()),
    }),
  );
  const isQueue = view.order === "queue";
  const { go, goOn, toCurrent } = useGoing({ visible, current, open, target, me, isQueue, isMatrix, focus });
  const bulk = useBulk({ targets, target, me, visible, isInForce: !isMatrix, named, send, onApplied: goOn });
  const { places, mine } = usePlaces(seriesKey, me, firstFor);
  usePlace(me, current, hasMoved, targets[target]);

  const { toggle, jump, byAuthor, select } = useWays({
    series: series.name,
    view,
    rows: list.rows,
    visible,
    open,
    focus,
  });
  const { commitUrl, issueUrl } = series;
  const isRunning = series.run?.state === "running";
  const hasModel = series.model.state !== "none";
  const stableDecide = useStable(decide);
  const stableDecideCells = useStable(decideCells);
  const stableAgree = useStable(agree);
  const stableAgreeCells = useStable(agreeCells);
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
      askWaits: dialogs.askWait,
      agree: stableAgree,
      agreeCells: stableAgreeCells,
      select,
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
      dialogs.askWait,
      stableAgree,
      stableAgreeCells,
      select,
      toggle,
      visit,
      jump,
      byAuthor,
      named,
    ],
  );
  const isExporting = dialogs.isOpen("export");
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
    focusFirst,
    go,
    goOn,
    askWait: dialogs.askWait,
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
  useUnsent(since.epoch, me);
  const reload = useStable(() => {
    onStale();
    void source.load(start);
  });
  useChanges({ series: series.id, ...since }, source, touched.set, tellOthers, reload);
  useOpened(open);
  const leaveFilter = useLeaveSearch(shown.isSettled, toCurrent);

  return (
    <BoardContext value={shared}>
      <div className="whole" style={widths}>
        <BoardHead
          series={seriesKey}
          heading={series}
          me={me}
          view={view}
          filter={filter}
          rows={list}
          selection={selection}
          place={!hasMoved && mine?.patch.id !== current?.id ? mine : null}
          searchTrouble={search.trouble}
          onLeaveFilter={leaveFilter}
          perform={perform}
        />
        <BoardFoot series={seriesKey} rows={list} searchGap={search.gap} perform={perform} />
        {shown.hasMore && <FoundMore />}
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
      {!isFile && <DropHere series={series} />}
      <BoardDialogs
        dialogs={dialogs}
        viewer={viewerKey}
        query={queryKey}
        rows={list.rows}
        filter={filter}
        places={places}
        me={me}
        perform={stablePerform}
        toCurrent={toCurrent}
      />
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
