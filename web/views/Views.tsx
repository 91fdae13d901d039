import "./views.css";
import { useLayoutEffect, useRef, useState } from "react";
import { graphql, useFragment } from "react-relay";
import { useBoard } from "../board/BoardContext.ts";
import { withKey } from "../board/keys/bindings.ts";
import { Key } from "../board/keys/Key.tsx";
import { isFile } from "../place.ts";
import { formatRoute, type View } from "../route.ts";
import { placeBeside } from "../ui/place.ts";
import { navigate } from "../useRoute.ts";
import { SaveView } from "./SaveView.tsx";
import { useViewMutations } from "./useViewMutations.ts";
import { routeOfView, ViewItem } from "./ViewItem.tsx";
import type { Views_series$key } from "../__generated__/Views_series.graphql.ts";

/** The saved views of a series: go to one, save what is shown as another, rename, replace, delete. */
export function Views({ series: key, view }: { series: Views_series$key; view: View }) {
  const { id, name, views } = useFragment(
    graphql`
      fragment Views_series on Series {
        id
        name
        views {
          id
          search
          ...ViewItem_view
        }
      }
    `,
    key,
  );
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  const [isOpen, setOpen] = useState(false);
  useLayoutEffect(() => {
    if (isOpen) toFirst(box.current);
  }, [isOpen]);
  const { named } = useBoard();
  const mutations = useViewMutations(id);
  const shown = formatRoute({ series: name, view: { ...view, open: null } }).split("?")[1] ?? "";
  const goTo = (search: string) => {
    navigate(routeOfView(name, search));
    document.getElementById("views-list")?.hidePopover();
  };
  // Nobody can save one in a file: without any there is nothing to open.
  if (isFile && views.length === 0) return null;
  return (
    <>
      <button
        ref={button}
        id="views"
        type="button"
        className="quiet"
        popoverTarget="views-list"
        title={withKey("Saved views", "views")}
      >
        Views <Key of="views" />
      </button>
      <div
        ref={box}
        id="views-list"
        popover="auto"
        role="dialog"
        aria-label="Saved views"
        className="views"
        onKeyDown={(event) => event.stopPropagation()} // the board's keys are for the board
        // What is in it is there before the next key comes; it goes when the popover has given the focus back.
        onBeforeToggle={(event) => {
          if (event.newState === "open") {
            setOpen(true);
            hadFocus.current = document.activeElement !== document.body;
          } else if (!hadFocus.current) leave(event.currentTarget);
        }}
        onToggle={(event) => {
          if (event.newState === "closed") return setOpen(false);
          if (button.current) placeBeside(event.currentTarget, button.current);
          toFirst(event.currentTarget);
        }}
      >
        {isOpen && (
          <>
            {views.length === 0 && <p className="muted">Nobody has saved a view of this series yet.</p>}
            <ul>
              {views.map((one) => (
                <ViewItem
                  key={one.id}
                  view={one}
                  series={name}
                  shown={shown}
                  onGo={() => goTo(one.search)}
                  mutations={mutations}
                />
              ))}
            </ul>
            {!isFile && (
              <SaveView
                label="Save what is shown as"
                onSave={(text, done) => named(() => mutations.save(text, shown, done))}
              />
            )}
          </>
        )}
      </div>
    </>
  );
}

/** The first view, or the name of a new one: keys that are pressed now must not reach the board. Once the popover is open. */
function toFirst(box: HTMLElement | null): void {
  if (box?.matches(":popover-open") && !box.contains(document.activeElement))
    box.querySelector<HTMLElement>("a, input")?.focus();
}

/**
 * Takes the focus out of a popover that closes and that the browser has nothing to give it back to: else it stays on a field that
 * nobody sees until the next frame, and the keys pressed meanwhile are lost.
 */
function leave(box: HTMLElement): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && box.contains(activeElement)) activeElement.blur();
}
