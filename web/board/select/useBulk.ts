import { useEffect, useMemo, useState } from "react";
import { plural } from "../../ui/format.ts";
import { say } from "../../ui/status.ts";
import { useCell } from "../../ui/cell.ts";
import { nameOf, type TargetInfo } from "../BoardContext.ts";
import type { PatchRow } from "../BoardRows.ts";
import { previewOf, type Preview, type Proposal } from "./preview.ts";
import { selected, selectNone } from "./selected.ts";

/** Decisions of one call: as many as fit into a request, fewer than the server takes. */
const callSize = 1_000;

interface Around {
  targets: readonly TargetInfo[];
  target: number;
  me: string | null;
  visible: readonly PatchRow[];
  named: (then: (who: string) => void) => void;
  send: (changes: Preview["changes"], proposal: Proposal, who: string, action: string) => Promise<number>;
  /** Called with the rows when all is done: the focus must not stay behind in a bar that goes. */
  onDone: (done: readonly PatchRow[]) => void;
}

export type Bulk = ReturnType<typeof useBulk>;

/** The selection, what is proposed for it, and doing that: in calls that the server keeps as one action. */
export function useBulk({ targets, target, me, visible, named, send, onDone }: Around) {
  const { ids } = useCell(selected);
  const [proposal, propose] = useState<Proposal | null>(null);
  const [saving, setSaving] = useState<{ done: number; total: number } | null>(null);
  useEffect(() => selectNone, []); // another board has other patches

  // What the filter hides is not acted on: nobody changes what they do not see.
  const rows = useMemo(() => (ids.size ? visible.filter((row) => ids.has(row.id)) : []), [ids, visible]);
  const preview = useMemo(
    () => proposal && previewOf(rows, proposal.everywhere ? present(targets) : [target], proposal, me),
    [proposal, rows, targets, target, me],
  );
  const clear = () => {
    selectNone();
    propose(null);
  };
  const apply = () => {
    if (!proposal || !preview || saving) return;
    const { changes } = preview;
    const place = proposal.everywhere ? "all targets" : (targets[target]?.branch ?? "");
    if (!changes.length) return clear();
    named((who) => void run(changes, proposal, who, place));
  };
  const run = async (changes: Preview["changes"], proposed: Proposal, who: string, place: string) => {
    const action = crypto.randomUUID();
    let refused = 0;
    try {
      for (let done = 0; done < changes.length;) {
        setSaving({ done, total: changes.length });
        const call = callOf(changes, done);
        refused += await send(call, proposed, who, action);
        done += call.length;
      }
      say(sentence(changes.length, refused, proposed.verdict, place));
    } catch (error) {
      say(`Not all saved: ${error instanceof Error ? error.message : String(error)}`, "trouble");
    }
    setSaving(null);
    clear();
    onDone(changes.map(({ row }) => row));
  };
  return { rows, hidden: ids.size - rows.length, proposal, preview, saving, propose, apply, clear };
}

const present = (targets: readonly TargetInfo[]) => targets.flatMap((one, i) => (one.isPresent ? [i] : []));

/** The changes from one on that go into one call. */
function callOf(changes: Preview["changes"], from: number): Preview["changes"] {
  let size = 0;
  let to = from;
  while (to < changes.length && (to === from || size + (changes[to]?.targets.length ?? 0) <= callSize))
    size += changes[to++]?.targets.length ?? 0;
  return changes.slice(from, to);
}

function sentence(patches: number, refused: number, verdict: Proposal["verdict"], place: string): string {
  const many = plural(patches, "patch", "patches");
  if (refused && verdict === "AGREE")
    return `${plural(refused, "patch", "patches")} of ${patches} changed: look again.`;
  if (refused) return `${plural(refused, "decision")} not saved: somebody decided first.`;
  if (verdict === "AGREE") return `${many} on ${place}: seen and agreed.`;
  return `${many} set to ${nameOf(verdict).toLowerCase()} on ${place}: saved.`;
}
