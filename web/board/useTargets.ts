import { useEffect, useState } from "react";
import { shownTarget } from "../../picks/start.ts";
import type { TargetInfo } from "./BoardContext.ts";
import type { BoardRows, Rows } from "./BoardRows.ts";

/**
 * The stable branches whose places the rows know, and the name of the one that is shown. A branch that is new has no row of its own
 * until all were read again; and where a view names none, the newest one of when the board was opened stays what it was:
 * whoever fills a branch goes on filling that one.
 */
export function useTargets(
  series: string,
  latest: readonly TargetInfo[],
  named: string | null,
  list: Rows,
  source: BoardRows,
): { targets: readonly TargetInfo[]; branch: string | null } {
  const [opened, setOpened] = useState({ series, targets: latest });
  if (opened.series !== series) setOpened({ series, targets: latest }); // while rendering: another board
  const known = list.targets ?? opened.targets;
  const isKnown = keyOf(known) === keyOf(latest);
  useEffect(() => {
    if (!isKnown) void source.readAgain(latest);
    // The same targets can come as other objects: those are no reason to read again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isKnown, keyOf(latest), source]);
  const targets = isKnown ? latest : known;
  const first = opened.targets[shownTarget(opened.targets, null)]?.branch;
  const branch = named ?? (targets.some((one) => one.branch === first) ? first : undefined) ?? null;
  return { targets, branch };
}

// What the first reading of a branch finds is told of the branch, and not of each patch: then rows are read again, too.
const keyOf = (targets: readonly TargetInfo[]) =>
  targets.map(({ id, lastBackported }) => `${id} ${lastBackported > 0}`).join();
