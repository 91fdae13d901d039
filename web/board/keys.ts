/** What a key asks the board to do. */
export type Act =
  | { do: "move"; by: 1 | -1 }
  | { do: "edge"; to: "first" | "last" }
  | { do: "decide"; verdict: "NO" | "UNCERTAIN" | "WAIT" | "YES"; everywhere: boolean }
  | {
      do: "undo" | "toggle" | "close" | "note" | "search" | "filter" | "export" | "start" | "help" | "matrix" | "views";
    }
  | { do: "target" | "author"; by: 1 | -1 }
  | { do: "copy"; what: "id" | "link" }
  | { do: "forge" };

/** The part of a keyboard event that matters. */
export interface Stroke {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** Keys as the help shows them, in its order. */
export const keyHelp: readonly (readonly [group: string, rows: readonly (readonly [keys: string, does: string])[]])[] =
  [
    [
      "Move",
      [
        ["j  k", "next, previous patch (also the arrow keys)"],
        ["g g  G", "first, last patch"],
        ["[  ]", "previous, next target"],
        ["M", "matrix of patches and stable branches, or the list"],
        ["o  Enter", "open or close the details"],
        ["<  >", "previous, next patch of the same author"],
        ["Esc", "close what is open"],
      ],
    ],
    [
      "Decide",
      [
        ["n  u  w  y", "no, uncertain, wait, yes for the target"],
        ["N  U  W  Y", "the same for all targets"],
        ["z", "undo your last action"],
        ["a", "add a note"],
      ],
    ],
    [
      "Find",
      [
        ["/", "search"],
        ["V", "saved views"],
        ["f", "filters"],
        ["r", "start the review at this patch, or behind the last backport again"],
        ["c  C", "copy the commit's id, a link to the patch"],
        ["O", "open the commit at the forge"],
        ["e", "export"],
        ["?", "this help"],
      ],
    ],
  ];

const decisions: Record<string, "NO" | "UNCERTAIN" | "WAIT" | "YES"> = { n: "NO", u: "UNCERTAIN", w: "WAIT", y: "YES" };

const acts: Record<string, Act> = {
  j: { do: "move", by: 1 },
  k: { do: "move", by: -1 },
  ArrowDown: { do: "move", by: 1 },
  ArrowUp: { do: "move", by: -1 },
  G: { do: "edge", to: "last" },
  z: { do: "undo" },
  o: { do: "toggle" },
  Enter: { do: "toggle" },
  Escape: { do: "close" },
  a: { do: "note" },
  "/": { do: "search" },
  f: { do: "filter" },
  e: { do: "export" },
  r: { do: "start" },
  M: { do: "matrix" },
  V: { do: "views" },
  c: { do: "copy", what: "id" },
  C: { do: "copy", what: "link" },
  O: { do: "forge" },
  "<": { do: "author", by: -1 },
  ">": { do: "author", by: 1 },
  "?": { do: "help" },
  "[": { do: "target", by: -1 },
  "]": { do: "target", by: 1 },
};

/** What a stroke means after the key before it (for g g); null when the board has nothing to do with it. */
export function actOf(stroke: Stroke, before: string | null): Act | null {
  if (stroke.ctrlKey || stroke.metaKey || stroke.altKey) return null;
  const { key } = stroke;
  if (key === "g") return before === "g" ? { do: "edge", to: "first" } : null;
  const verdict = decisions[key.toLowerCase()];
  // Caps lock gives capitals without shift: a wider decision is only made on purpose.
  if (verdict && key.length === 1) return { do: "decide", verdict, everywhere: stroke.shiftKey };
  return acts[key] ?? null;
}
