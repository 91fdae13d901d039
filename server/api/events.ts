import type { WaitCondition } from "../domain.ts";
import { inWords as conditionInWords } from "../ledger/conditions.ts";
import type { ChangeRow } from "../store/changes.ts";

/** What a change says beyond its kind. */
export function detailOf(row: ChangeRow): Record<string, unknown> {
  return row.detail ? (JSON.parse(row.detail) as Record<string, unknown>) : {};
}

/** A change as a person reads it. */
export function inWords(row: ChangeRow): string {
  const detail = detailOf(row);
  const of = (key: string) => (typeof detail[key] === "string" ? detail[key] : "");
  switch (row.what) {
    case "decided": {
      const change = `${of("from") || "the engine's"} → ${of("to") || "the engine's"}`;
      return `${prefixes[of("how")] ?? ""}${change} on ${of("target")}${until(detail["condition"])}`;
    }
    case "agreed":
      return `saw and agreed: ${of("verdict")} on ${of("target")}`;
    case "agreement taken back":
      return `no longer agrees: ${of("verdict")} on ${of("target")}`;
    case "took back":
    case "did again":
      return `${row.what} ${counted(detail)}`;
    case "ripe":
      return `the wait on ${of("target")} is over: ${of("words")}`;
    case "classified":
      return `${of("engine")}: ${of("verdict")}`;
    case "note edited":
      return `note edited, before: ${of("from")}`;
    case "note deleted":
      return `note deleted, it was: ${of("text")}`;
    case "note restored":
      return `note restored: ${of("text")}`;
    case "note added":
      return `note: ${of("text")}`;
    case "backport":
      return `found on ${of("target")}${of("evidence") ? ` by ${of("evidence")}` : ""}`;
    case "followed":
      return `rewritten: ${of("from").slice(0, 12)} is now ${of("to").slice(0, 12)}`;
    default:
      return row.what;
  }
}

const prefixes: Record<string, string> = { undo: "took back: ", redo: "did again: " };

function until(condition: unknown): string {
  return condition ? `, ${conditionInWords(condition as WaitCondition)}` : "";
}

/** "14 decisions", "one agreement": what an undo concerned. */
function counted({ decisions, agreements }: Record<string, unknown>): string {
  const of = (n: unknown, one: string) =>
    typeof n === "number" && n > 0 ? [n === 1 ? `one ${one}` : `${n} ${one}s`] : [];
  return [...of(decisions, "decision"), ...of(agreements, "agreement")].join(" and ") || "nothing";
}
