import { parseStart, type Start } from "../picks/start.ts";
import { patchbotView } from "./patchbot.ts";
import { parseMatrix, writeMatrix, type MatrixView } from "./matrix/view.ts";

/** The classes of a row for one target: its verdict's letter, b when it is backported there, or m for a mere merge. */
export const letters = ["n", "u", "w", "y", "b", "m"] as const;
export type Letter = (typeof letters)[number];

/** All but merges, which nobody reviews: what they bring has rows of its own. */
export const lettersToReview: readonly Letter[] = letters.filter((one) => one !== "m");

/** Conditions that narrow the rows further; all of those given must hold. */
export const conditions = ["undecided", "unseen", "ripe", "asked", "notes", "people", "disputed"] as const;
export type Only = (typeof conditions)[number];

/** What a board shows, as its URL says it. */
export interface View {
  /** Branch name; null for the newest stable branch. */
  target: string | null;
  show: readonly Letter[];
  only: readonly Only[];
  area: string;
  author: string;
  text: string;
  /** All patches as they came upstream, or what is left, most urgent first. */
  order: "number" | "queue";
  /** Where the review starts. */
  start: Start;
  /** The commit id (or the start of one) of the row that is open. */
  open: string | null;
  /** What the matrix of patches and stable branches shows; null while the board is a list. */
  matrix: MatrixView | null;
}

/** The page that a URL names: a series' board, or the list of series when `series` is null. */
export interface Route {
  series: string | null;
  view: View;
}

/** A board as it opens when the URL says nothing more. */
export const wholeView: View = {
  target: null,
  show: lettersToReview,
  only: [],
  area: "",
  author: "",
  text: "",
  order: "number",
  start: "last",
  open: null,
  matrix: null,
};

/** A board that filters none of these patches out, merges among them included. */
export function viewOf(patches: readonly { isMerge: boolean }[]): View {
  return { ...wholeView, show: patches.some((one) => one.isMerge) ? letters : lettersToReview, start: "all" };
}

/**
 * Reads a URL; what it does not understand counts as not said, so that an old or mistyped link still opens. A fragment of
 * patchbot's page outranks the query.
 */
export function parseRoute(pathname: string, search: string, hash = ""): Route {
  const name = /^\/s\/([^/]+)\/?$/.exec(pathname)?.[1];
  const said = new URLSearchParams(search);
  return { series: name ? decoded(name) : null, view: { ...parseView(said), ...patchbotView(hash) } };
}

/** The URL of a route: only what differs from the default is written. Inverse of `parseRoute`. */
export function formatRoute({ series, view }: Route): string {
  if (series === null) return "/";
  const query = new URLSearchParams();
  if (view.target !== null) query.set("target", view.target);
  const show = letters.filter((one) => view.show.includes(one)).join("");
  if (show !== lettersToReview.join("")) query.set("show", show);
  if (view.only.length) query.set("only", view.only.join(","));
  if (view.area) query.set("area", view.area);
  if (view.author) query.set("author", view.author);
  if (view.text) query.set("q", view.text);
  if (view.order !== "number") query.set("order", view.order);
  if (view.start !== "last") query.set("start", String(view.start));
  if (view.open) query.set("open", view.open);
  if (view.matrix) writeMatrix(view.matrix, query);
  const said = query.toString();
  return `/s/${encodeURIComponent(series)}${said ? `?${said}` : ""}`;
}

function parseView(said: URLSearchParams): View {
  const show = said.get("show");
  const only = (said.get("only") ?? "").split(",");
  const open = said.get("open");
  return {
    target: said.get("target") || null,
    show: show === null ? lettersToReview : letters.filter((one) => show.includes(one)),
    only: conditions.filter((one) => only.includes(one)),
    area: said.get("area") ?? "",
    author: said.get("author") ?? "",
    text: said.get("q") ?? "",
    order: said.get("order") === "queue" ? "queue" : "number",
    start: parseStart(said.get("start")),
    open: open && /^[0-9a-f]{7,64}$/.test(open) ? open : null,
    matrix: parseMatrix(said),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray % in a hand-written URL
  }
}
