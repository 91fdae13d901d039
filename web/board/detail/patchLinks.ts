import { formatRoute, parseRoute, viewOf } from "../../route.ts";
import { maxCharacters } from "../../../search/query.ts";
import { count, plural } from "../../ui/format.ts";
import { copyText } from "../../ui/copy.ts";
import { urlFor, type Forge } from "../../ui/links.ts";
import { say } from "../../ui/status.ts";
import type { PatchRow } from "../BoardRows.ts";
import { openId } from "../useBoardActs.ts";

/** Digits of an id that tell commits of one project apart. */
const shownDigits = 8;

/** What to send to somebody who should see this patch, on this stable branch, whatever is filtered here. */
export function patchLink(row: PatchRow, branch: string | null): string {
  const { series } = parseRoute(location.pathname, location.search);
  const view = { ...viewOf([row]), target: branch, open: openId(row) };
  return location.origin + formatRoute({ series, view });
}

/** The same for several patches: a search that names them. Null when they are more than a search can hold. */
export function patchesLink(rows: readonly PatchRow[], branch: string | null): string | null {
  const { series } = parseRoute(location.pathname, location.search);
  const text = `id:${rows.map((row) => row.sha.slice(0, shownDigits)).join(",")}`;
  if (text.length > maxCharacters) return null;
  return location.origin + formatRoute({ series, view: { ...viewOf(rows), target: branch, text } });
}

/** Copies the ids of commits, a line each, or a link to their patches, and says so. */
export async function copyPatches(
  rows: readonly PatchRow[],
  what: "id" | "link",
  branch: string | null,
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const isOne = rows.length === 1;
  const link = () => (isOne ? patchLink(first, branch) : patchesLink(rows, branch));
  const text = what === "id" ? rows.map((row) => row.sha).join("\n") : link();
  if (text === null)
    return say(`${count(rows.length)} patches are too many for a link: save a view instead.`, "trouble");
  const isDone = await copyText(text);
  const name = isOne ? first.sha.slice(0, shownDigits) : plural(rows.length, "patch", "patches");
  const ids = isOne ? "The id of" : "The ids of";
  const verb = isOne || what === "link" ? "is" : "are";
  if (isDone) say(`${what === "id" ? ids : "A link to"} ${name} ${verb} copied.`);
  else say("The browser does not let us copy.", "trouble");
}

/** Opens a patch's commit at the forge; says so when it is not known where that is. */
export function openAtForge(row: PatchRow, forge: Forge): void {
  const url = urlFor(forge.commitUrl, row.sha);
  if (url) window.open(url, "_blank", "noreferrer");
  else say("It is not known where this repository's commits are to be seen: it has no forge's address.");
}
