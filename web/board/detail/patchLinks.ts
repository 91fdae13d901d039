import { formatRoute, parseRoute, wholeView } from "../../route.ts";
import { copyText } from "../../ui/copy.ts";
import { urlFor, type Forge } from "../../ui/links.ts";
import { say } from "../../ui/status.ts";
import type { PatchRow } from "../BoardRows.ts";
import { openId } from "../useBoardActs.ts";

/** What to send to somebody who should see this patch, on this stable branch, whatever is filtered here. */
export function patchLink(row: PatchRow, branch: string | null): string {
  const { series } = parseRoute(location.pathname, location.search);
  const view = { ...wholeView, target: branch, start: "all", open: openId(row) } as const;
  return location.origin + formatRoute({ series, view });
}

/** Copies the id of a patch's commit or a link to the patch, and says so. */
export async function copyPatch(row: PatchRow, what: "id" | "link", branch: string | null): Promise<void> {
  const isDone = await copyText(what === "id" ? row.sha : patchLink(row, branch));
  const name = `${what === "id" ? "The id of" : "A link to"} ${row.sha.slice(0, 8)}`;
  say(isDone ? `${name} is copied.` : "The browser does not let us copy.", isDone ? "news" : "trouble");
}

/** Opens a patch's commit at the forge; says so when it is not known where that is. */
export function openAtForge(row: PatchRow, forge: Forge): void {
  const url = urlFor(forge.commitUrl, row.sha);
  if (url) window.open(url, "_blank", "noreferrer");
  else say("It is not known where this repository's commits are to be seen: it has no forge's address.");
}
