import type { Letter, Only, View } from "../../route.ts";

/** What a key, a button or the palette asks the board to do. */
export type Act =
  | { do: "move"; by: 1 | -1 }
  | { do: "edge"; to: "first" | "last" }
  | { do: "decide"; verdict: "NO" | "UNCERTAIN" | "WAIT" | "YES"; everywhere: boolean }
  | { do: "select"; how: "toggle" | "extend" | "all" }
  | { do: "target" | "author"; by: 1 | -1 }
  | { do: "copy"; what: "id" | "link" }
  | { do: "show"; letter: Letter }
  | { do: "only"; condition: Only }
  | { do: "view"; change: Partial<View> }
  | { do: "place"; who: string | null }
  | { do: "series"; name: string }
  | { do: Plain };

type Plain =
  | ("agree" | "undo" | "redo" | "note" | "until" | "toggle" | "diff" | "close")
  | ("search" | "filter" | "clear" | "queue" | "start" | "begin" | "takeIn")
  | ("matrix" | "views" | "forge" | "export" | "help" | "palette" | "theme" | "rename" | "allSeries")
  | ("sync" | "startRun" | "cancelRun" | "saveNote");

/** An act with the words and the key by which people find it. */
export interface Command {
  id: string;
  group: "Move" | "Decide" | "Select" | "Find" | "Board";
  does: string;
  /** The key as it comes; null for none. People can set another one. */
  key: string | null;
  /** Keys that mean the same and stay. */
  also?: readonly string[];
  act: Act;
}

/** Every act that has a place of its own, in the order of the help. */
export const commands: readonly Command[] = [
  { id: "next", group: "Move", does: "next patch", key: "j", also: ["ArrowDown"], act: { do: "move", by: 1 } },
  { id: "previous", group: "Move", does: "previous patch", key: "k", also: ["ArrowUp"], act: { do: "move", by: -1 } },
  { id: "first", group: "Move", does: "first patch", key: "g g", act: { do: "edge", to: "first" } },
  { id: "last", group: "Move", does: "last patch", key: "G", act: { do: "edge", to: "last" } },
  { id: "place", group: "Move", does: "go on where you were", key: "p", act: { do: "place", who: null } },
  { id: "previous-target", group: "Move", does: "previous target", key: "[", act: { do: "target", by: -1 } },
  { id: "next-target", group: "Move", does: "next target", key: "]", act: { do: "target", by: 1 } },
  {
    id: "previous-by-author",
    group: "Move",
    does: "previous patch of the same author",
    key: "<",
    act: { do: "author", by: -1 },
  },
  {
    id: "next-by-author",
    group: "Move",
    does: "next patch of the same author",
    key: ">",
    act: { do: "author", by: 1 },
  },
  { id: "open", group: "Move", does: "open or close the details", key: "o", also: ["Enter"], act: { do: "toggle" } },
  { id: "diff", group: "Move", does: "show or hide the diff", key: "D", act: { do: "diff" } },
  { id: "close", group: "Move", does: "close what is open, select nothing", key: "Escape", act: { do: "close" } },

  { id: "agree", group: "Decide", does: "seen, and agreed with what is shown", key: "s", act: { do: "agree" } },
  { id: "no", group: "Decide", does: "no for the target", key: "n", act: decide("NO", false) },
  { id: "uncertain", group: "Decide", does: "uncertain for the target", key: "u", act: decide("UNCERTAIN", false) },
  { id: "wait", group: "Decide", does: "wait for the target", key: "w", act: decide("WAIT", false) },
  { id: "yes", group: "Decide", does: "yes for the target", key: "y", act: decide("YES", false) },
  { id: "no-everywhere", group: "Decide", does: "no for all targets", key: "N", act: decide("NO", true) },
  {
    id: "uncertain-everywhere",
    group: "Decide",
    does: "uncertain for all targets",
    key: "U",
    act: decide("UNCERTAIN", true),
  },
  { id: "wait-everywhere", group: "Decide", does: "wait for all targets", key: "W", act: decide("WAIT", true) },
  { id: "yes-everywhere", group: "Decide", does: "yes for all targets", key: "Y", act: decide("YES", true) },
  { id: "undo", group: "Decide", does: "undo your last action, and the one before", key: "z", act: { do: "undo" } },
  { id: "redo", group: "Decide", does: "do again what you undid", key: "Z", act: { do: "redo" } },
  { id: "until", group: "Decide", does: "wait until when, or for what", key: "t", act: { do: "until" } },
  { id: "note", group: "Decide", does: "add a note", key: "a", act: { do: "note" } },

  { id: "select", group: "Select", does: "select the patch, or no longer", key: "x", act: select("toggle") },
  { id: "extend", group: "Select", does: "select from the last one to here", key: "X", act: select("extend") },
  { id: "select-all", group: "Select", does: "select all that the filter matches", key: "*", act: select("all") },

  {
    id: "matrix",
    group: "Find",
    does: "matrix of patches and stable branches, or the list",
    key: "M",
    act: { do: "matrix" },
  },
  { id: "views", group: "Find", does: "saved views", key: "V", act: { do: "views" } },
  { id: "queue", group: "Find", does: "queue of what is left, or all by number", key: "q", act: { do: "queue" } },
  { id: "search", group: "Find", does: "search", key: "/", act: { do: "search" } },
  { id: "filter", group: "Find", does: "areas and authors", key: "f", act: { do: "filter" } },
  { id: "unseen", group: "Find", does: "only what you have not seen", key: "h", act: only("unseen") },
  { id: "undecided", group: "Find", does: "only what nobody has decided", key: "d", act: only("undecided") },
  { id: "notes", group: "Find", does: "only patches with notes", key: "6", act: only("notes") },
  { id: "ripe", group: "Find", does: "only waits whose time has come", key: "R", act: only("ripe") },
  { id: "asked", group: "Find", does: "only questions without an answer", key: "A", act: only("asked") },
  { id: "people", group: "Find", does: "only what people decided", key: "b", act: only("people") },
  { id: "disputed", group: "Find", does: "only what engines disagree about", key: "v", act: only("disputed") },
  { id: "show-no", group: "Find", does: "show or hide no", key: "1", act: { do: "show", letter: "n" } },
  { id: "show-uncertain", group: "Find", does: "show or hide uncertain", key: "2", act: { do: "show", letter: "u" } },
  { id: "show-wait", group: "Find", does: "show or hide wait", key: "3", act: { do: "show", letter: "w" } },
  { id: "show-yes", group: "Find", does: "show or hide yes", key: "4", act: { do: "show", letter: "y" } },
  { id: "show-backported", group: "Find", does: "show or hide backported", key: "5", act: { do: "show", letter: "b" } },
  { id: "show-merges", group: "Find", does: "show or hide merges", key: "7", act: { do: "show", letter: "m" } },
  { id: "clear", group: "Find", does: "clear all filters", key: "0", act: { do: "clear" } },
  {
    id: "start",
    group: "Find",
    does: "start the review here, or behind the last backport",
    key: "r",
    act: { do: "start" },
  },
  {
    id: "begin",
    group: "Find",
    does: "review from the first patch, or from behind the last backport",
    key: "B",
    act: { do: "begin" },
  },

  {
    id: "palette",
    group: "Board",
    does: "find an action, a target, a filter, a series",
    key: "Mod+k",
    act: { do: "palette" },
  },
  { id: "copy-id", group: "Board", does: "copy the commit's id", key: "c", act: { do: "copy", what: "id" } },
  { id: "copy-link", group: "Board", does: "copy a link to the patch", key: "C", act: { do: "copy", what: "link" } },
  { id: "forge", group: "Board", does: "open the commit at the forge", key: "O", act: { do: "forge" } },
  { id: "export", group: "Board", does: "what to cherry-pick", key: "e", act: { do: "export" } },
  { id: "sync", group: "Board", does: "read the repository now", key: "S", act: { do: "sync" } },
  { id: "take-in", group: "Board", does: "show patches that arrived", key: "i", act: { do: "takeIn" } },
  { id: "all-series", group: "Board", does: "all series", key: "l", act: { do: "allSeries" } },
  { id: "theme", group: "Board", does: "light, dark, or as the system has it", key: "T", act: { do: "theme" } },
  { id: "rename", group: "Board", does: "change your name", key: "m", act: { do: "rename" } },
  { id: "help", group: "Board", does: "keys and signs", key: "?", act: { do: "help" } },
];

function decide(verdict: "NO" | "UNCERTAIN" | "WAIT" | "YES", everywhere: boolean): Act {
  return { do: "decide", verdict, everywhere };
}

function select(how: "toggle" | "extend" | "all"): Act {
  return { do: "select", how };
}

function only(condition: Only): Act {
  return { do: "only", condition };
}
