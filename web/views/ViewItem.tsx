import { useState, type MouseEvent } from "react";
import { graphql, useFragment } from "react-relay";
import { useBoard } from "../board/BoardContext.ts";
import { isFile } from "../place.ts";
import { parseRoute, type Route } from "../route.ts";
import { urlOf } from "../useRoute.ts";
import { SaveView } from "./SaveView.tsx";
import type { useViewMutations } from "./useViewMutations.ts";
import type { ViewItem_view$key } from "../__generated__/ViewItem_view.graphql.ts";

interface Props {
  view: ViewItem_view$key;
  series: string;
  /** The query part of the URL of what the board shows now. */
  shown: string;
  onGo: () => void;
  mutations: ReturnType<typeof useViewMutations>;
}

/** Where the query part of a saved view's URL leads. */
export const routeOfView = (series: string, search: string): Route =>
  parseRoute(`/s/${encodeURIComponent(series)}`, `?${search}`);

/** One saved view: a link, and what can be done with it; in a file, which shares nothing with others, only the link. */
export function ViewItem({ view: key, series, shown, onGo, mutations }: Props) {
  const view = useFragment(
    graphql`
      fragment ViewItem_view on SavedView {
        id
        name
        search
        who
        revision
      }
    `,
    key,
  );
  const { named } = useBoard();
  // The revision that renaming began with: what somebody does meanwhile must not be overwritten unseen.
  const [renaming, setRenaming] = useState<typeof view | null>(null);
  if (renaming) {
    return (
      <li>
        <SaveView
          label="New name"
          name={renaming.name}
          onCancel={() => setRenaming(null)}
          onSave={(name) =>
            named(() => mutations.edit(renaming, { name, search: renaming.search }, () => setRenaming(null)))
          }
        />
      </li>
    );
  }
  const go = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // into a tab of its own
    event.preventDefault();
    onGo();
  };
  const isShown = view.search === shown;
  return (
    <li>
      <a
        href={urlOf(routeOfView(series, view.search))}
        aria-current={isShown || undefined}
        title={`by ${view.who}`}
        onClick={go}
      >
        <bdi dir="auto">{view.name}</bdi>
      </a>
      {!isFile && !isShown && (
        <button
          type="button"
          className="quiet"
          title="Make this view what the board shows now"
          onClick={() => named(() => mutations.edit(view, { name: view.name, search: shown }, () => {}))}
        >
          replace<span className="unseen"> {view.name}</span>
        </button>
      )}
      {!isFile && (
        <>
          <button type="button" className="quiet" onClick={() => setRenaming(view)}>
            rename<span className="unseen"> {view.name}</span>
          </button>
          <button type="button" className="quiet" onClick={() => named(() => mutations.remove(view))}>
            delete<span className="unseen"> {view.name}</span>
          </button>
        </>
      )}
    </li>
  );
}
