import { day, plural } from "../../ui/format.ts";
import type { PatchRow } from "../BoardRows.ts";

/** A wait as a row has it. */
export type Wait = NonNullable<PatchRow["waits"][number]>;

const dayMs = 24 * 3_600_000;

/** How far a wait is, in few words: "ripe for 3 days", "ripe in 9 days", else what it waits for. `now` in milliseconds. */
export function farWords(wait: Wait, now: number): string {
  const at = wait.at ? Date.parse(wait.at) : Number.NaN;
  if (wait.isRipe) return Number.isNaN(at) ? "ripe" : ripeWords(day(wait.at ?? ""), Math.floor((now - at) / dayMs));
  if (Number.isNaN(at)) return wait.kind === "OPEN" ? "no end set" : wait.words.replace(/ is out$/, "");
  // The page's clock may be ahead of the server's, which alone says what is ripe.
  const days = Math.max(1, Math.ceil((at - now) / dayMs));
  return days > 999 ? `ripe on ${day(wait.at ?? "")}` : `ripe in ${plural(days, "day")}`;
}

function ripeWords(since: string, days: number): string {
  if (days < 1) return "ripe today";
  return days > 99 ? `ripe since ${since}` : `ripe for ${plural(days, "day")}`;
}

/** All that is known of a wait, for a tooltip and for screen readers. */
export function fullWords(wait: Wait): string {
  const whose = wait.isAuthors ? ", as the author asks" : "";
  const when = wait.at ? `; ${wait.isRipe ? "since" : "on"} ${day(wait.at)}${wait.tag ? ` (${wait.tag})` : ""}` : "";
  return `Wait ${wait.words}${whose}${when}`;
}
