import { Cell, useCell } from "./ui/cell.ts";
import { isFile } from "./place.ts";
import { formatRoute, parseRoute, type Route, type View } from "./route.ts";

/** The route in a URL: in path and query, and for a file, whose path is not ours, in the fragment. */
export function routeIn({ pathname, search, hash }: Pick<Location, "pathname" | "search" | "hash">): Route {
  if (!isFile) return parseRoute(pathname, search, hash);
  const [path = "", query = ""] = hash.slice(1).split("?");
  return parseRoute(path, query, "");
}

/** The URL of a route, as a link on this page has it. */
export const urlOf = (to: Route): string => `${isFile ? "#" : ""}${formatRoute(to)}`;

const here = () => routeIn(location);
const route = new Cell<Route>(here());
addEventListener("popstate", arrive);
addEventListener("hashchange", arrive);
arrive();

/** What the URL says, kept up to date. */
export const useRoute = (): Route => useCell(route);

/** Goes to a route; `replace` for what is no place to come back to, such as a search while it is typed. */
export function navigate(to: Route, how: "push" | "replace" = "push"): void {
  const url = urlOf(to);
  if (url !== (isFile ? location.hash : location.pathname + location.search))
    history[how === "push" ? "pushState" : "replaceState"](null, "", url);
  route.set(to);
}

/**
 * Changes part of the view that is shown. Unless said otherwise, another branch, layout or open row is a place to come back
 * to, and what is filtered there is not: "back" leads from place to place, however often one filtered in between.
 */
export function changeView(change: Partial<View>, how: "push" | "replace" = howTo(route.get().view, change)): void {
  const now = route.get();
  navigate({ ...now, view: { ...now.view, ...change } }, how);
}

function howTo(now: View, change: Partial<View>): "push" | "replace" {
  const isElsewhere = change.matrix !== undefined && Boolean(change.matrix) !== Boolean(now.matrix);
  return isElsewhere || "open" in change || "target" in change ? "push" : "replace";
}

/** Takes over what the URL says. A link to patchbot's page becomes one of ours, so that what is shown and sent on is the same. */
function arrive() {
  const to = here();
  if (!isFile && location.hash && to.series !== null) history.replaceState(null, "", formatRoute(to));
  route.set(to);
}
