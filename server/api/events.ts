import type { WaitCondition } from "../domain.ts";
import { inWords as conditionInWords } from "../ledger/conditions.ts";
import type { ChangeRow } from "../store/changes.ts";

/** An event of the log in words. */
export function inWords(row: ChangeRow): string {
  const detail = row.detail ? (JSON.parse(row.detail) as Record<string, unknown>) : {};
  const of = (key: string) => (typeof detail[key] === "string" ? detail[key] : "");
  switch (row.what) {
    case "decided":
      return `${of("from") || "the engine's"} → ${of("to") || "the engine's"} on ${of("target")}${until(detail["condition"])}`;
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

function until(condition: unknown): string {
  return condition ? `, ${conditionInWords(condition as WaitCondition)}` : "";
}
