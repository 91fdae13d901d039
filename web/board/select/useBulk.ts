import { useEffect, useMemo, useState } from "react";
import { plural } from "../../ui/format.ts";
import { say } from "../../ui/status.ts";
import { useCell } from "../../ui/cell.ts";
import { nameOf, type TargetInfo } from "../BoardContext.ts";
import type { PatchRow } from "../BoardRows.ts";
import { wishWords } from "../wait/condition.ts";
import { previewOf, type Preview, type Proposal } from "./preview.ts";
import { selected, selectNone } from "./selected.ts";

/** Decisions of one call: as many as fit into a request, fewer than the server takes. */
const callSize = 1_000;

interface Around {
  targets: readonly TargetInfo[];
  target: number;
  me: string | null;
  visible: readonly PatchRow[];
  /** False in the matrix, which selects cells: patches stay selected, and come back with the list. */
  isInForce: boolean;
  named: (then: (who: string) => void) => void;
  send: (changes: Preview["changes"], proposal: Proposal, who: string, action: string) => Promise<number>;
  /** Called with the rows when they are on their way: the focus must not stay behind in a bar that goes. */
  onApplied: (rows: readonly PatchRow[]) => void;
}

/** How many patches have their answer, of those of all bulks that are on their way. */
interface Saving {
  done: number;
  total: number;
}

export type Bulk = ReturnType<typeof useBulk>;

/**
 * The selection, what is proposed for it, and doing that: in calls that the server keeps as one action. What is confirmed is
 * selected no more and goes its own way: one goes on at once, with another selection too, however long the server takes.
 */
export function useBulk({ targets, target, me, visible, isInForce, named, send, onApplied }: Around) {
  const { ids } = useCell(selected);
  const [proposal, propose] = useState<Proposal | null>(null);
  const [saving, setSaving] = useState<Saving | null>(null);
  useEffect(() => selectNone, []); // another board has other patches

  // What the filter hides is not acted on: nobody changes what they do not see.
  const rows = useMemo(
    () => (ids.size && isInForce ? visible.filter((row) => ids.has(row.id)) : []),
    [ids, visible, isInForce],
  );
  const preview = useMemo(
    () => proposal && previewOf(rows, proposal.everywhere ? present(targets) : [target], proposal, me),
    [proposal, rows, targets, target, me],
  );
  const clear = () => {
    selectNone();
    propose(null);
  };
  const apply = () => {
    if (!proposal || !preview) return;
    const { changes } = preview;
    const place = proposal.everywhere ? "all targets" : (targets[target]?.branch ?? "");
    if (!changes.length) return clear();
    named((who) => {
      void run(changes, proposal, who, place);
      clear();
      onApplied(changes.map(({ row }) => row));
    });
  };
  // All calls at once: the outbox sends them in their order, and keeps them when the page is closed meanwhile. Nothing that
  // somebody does next can come between two of them.
  const run = async (changes: Preview["changes"], proposed: Proposal, who: string, place: string) => {
    const action = crypto.randomUUID();
    setSaving((old) => counted(old, 0, changes.length));
    const answers = callsOf(changes).map((call) =>
      send(call, proposed, who, action).finally(() => setSaving((old) => counted(old, call.length))),
    );
    const ends = await Promise.allSettled(answers);
    const failed = ends.find((one) => one.status === "rejected");
    if (failed) return say(`Not all saved: ${(failed.reason as Error).message}`, "trouble");
    const refused = ends.reduce((sum, one) => sum + (one.status === "fulfilled" ? one.value : 0), 0);
    say(sentence(changes.length, refused, proposed, place));
  };
  return { rows, hidden: isInForce ? ids.size - rows.length : 0, proposal, preview, saving, propose, apply, clear };
}

const present = (targets: readonly TargetInfo[]) => targets.flatMap((one, i) => (one.isPresent ? [i] : []));

/** Counts more that is done, and more that is to be; null when all of it is done. */
function counted(old: Saving | null, done: number, more = 0): Saving | null {
  const next = { done: (old?.done ?? 0) + done, total: (old?.total ?? 0) + more };
  return next.done < next.total ? next : null;
}

/** The changes as they go into calls. */
function callsOf(changes: Preview["changes"]): Preview["changes"][] {
  const calls: Preview["changes"][number][][] = [];
  let size = Infinity;
  for (const change of changes) {
    size += change.targets.length;
    if (size <= callSize) calls.at(-1)?.push(change);
    else {
      calls.push([change]);
      size = change.targets.length;
    }
  }
  return calls;
}

function sentence(patches: number, refused: number, { verdict, condition }: Proposal, place: string): string {
  const many = plural(patches, "patch", "patches");
  if (refused && verdict === "AGREE")
    return `${plural(refused, "patch", "patches")} of ${patches} changed: look again.`;
  if (refused) return `${plural(refused, "decision")} not saved: somebody decided first.`;
  if (verdict === "AGREE") return `${many} on ${place}: seen and agreed.`;
  return `${many} set to ${nameOf(verdict).toLowerCase()} on ${place}${wishWords(condition)}: saved.`;
}
