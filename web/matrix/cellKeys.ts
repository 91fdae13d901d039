import type { Verdict } from "../board/BoardContext.ts";
import { actOf, strokeName, type Stroke } from "../board/keys/bindings.ts";

/** What a key does to the cells of the matrix. */
export type CellAct =
  | { do: "move" | "extend"; rows: number; targets: number }
  | { do: "edge"; to: "first" | "last" }
  | { do: "decide"; verdict: Verdict; everywhere: boolean }
  | { do: "choose" | "open" | "unselect" }
  | { do: "agree" | "until" }
  | { do: "select"; how: "toggle" | "extend" | "all" };

/** A screen of rows, less what one wants to see again. */
const pageRows = 16;

const steps: Record<string, readonly [rows: number, targets: number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageDown: [pageRows, 0],
  PageUp: [-pageRows, 0],
  h: [0, -1],
  l: [0, 1],
};

/** What a stroke means on a cell; null for what is the board's, or the browser's. */
export function cellActOf(stroke: Stroke): CellAct | null {
  const { key, shiftKey } = stroke;
  if (stroke.altKey || stroke.metaKey) return null;
  // A grid's own keys: Home and End go along the row, and with Ctrl to the ends of the whole.
  if (key === "Home" || key === "End") {
    if (stroke.ctrlKey) return { do: "edge", to: key === "Home" ? "first" : "last" };
    return { do: shiftKey ? "extend" : "move", rows: 0, targets: key === "Home" ? -Infinity : Infinity };
  }
  if (stroke.ctrlKey) return null;
  if (key === "Enter" || key === " ") return { do: "choose" };
  if (key === "Escape") return { do: "unselect" };
  const own = ownAct(stroke);
  const step = steps[key];
  // Capitals of letters are the board's, and a letter is the person's first.
  if (step && (key.length > 1 || (!shiftKey && !own)))
    return { do: shiftKey ? "extend" : "move", rows: step[0], targets: step[1] };
  return own;
}

/** What the person's own keys, as they are in the list, mean on a cell. */
function ownAct(stroke: Stroke): CellAct | null {
  const act = actOf(strokeName(stroke) ?? "", null);
  if (act?.do === "decide") return { do: "decide", verdict: act.verdict, everywhere: act.everywhere };
  if (act?.do === "move") return { do: "move", rows: act.by, targets: 0 };
  if (act?.do === "agree" || act?.do === "until") return { do: act.do };
  if (act?.do === "select") return { do: "select", how: act.how };
  return act?.do === "toggle" ? { do: "open" } : null;
}
