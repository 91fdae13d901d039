import type { Source } from "./answer.ts";
import type { Content, FilePatch } from "./content.ts";
import type { FileBoard } from "./fileBoard.ts";
import type { KeptLog } from "./kept.ts";
import type { Entry, Place } from "./log.ts";
import type { WaitInput } from "../__generated__/useOverrideVerdictMutation.graphql.ts";
import { added, redoLast, undoLast } from "./steps.ts";

const longestName = 80;

/** A patch as GraphQL's `node` gives it. */
export const asNode = (patch: FilePatch) => ({ __typename: "Patch", ...patch });

/** What can be done in a file, as the mutations of the schema; the others need a server. */
export function mutations(content: Content, board: FileBoard, log: KeptLog): Source {
  const { targets } = content.page.series;
  const add = (entry: Entry) => log.write(added(log.cell.get(), entry));
  const shown = (patches: readonly FilePatch[]) => patches.map((patch) => asNode(board.shown(patch)));
  const mine = (id: string) => {
    const { who } = log.cell.get();
    if (!who) throw new Error("Say who you are first: every decision and note carries a name.");
    return { id, who, at: new Date().toISOString() };
  };
  const patchesAt = (shas: readonly string[]) => [...new Set(shas)].flatMap((sha) => board.bySha(sha) ?? []);
  /** Takes over a log that was stepped back or forth: its patches as they are then, and what was done in words. */
  const take = (step: ReturnType<typeof undoLast>) => {
    if (!step) return { patches: [], what: null };
    log.write(step.log);
    const patches = patchesAt(step.act.on.map((place) => place.patch));
    const many = patches.length === 1 ? "one patch" : `${patches.length} patches`;
    const what = step.act.kind === "agreed" ? "agreement" : (step.act.verdict?.toLowerCase() ?? "withdrawn");
    return { patches: shown(patches), what: `${what} on ${many}` };
  };
  return {
    // Where one person is matters only to others.
    keepPlace: () => ({ clientMutationId: null, series: null }),
    introduce: ({ input }: { input: { name: string } }) => {
      log.write({ ...log.cell.get(), who: input.name.trim().slice(0, longestName) });
      return { viewer: { name: log.cell.get().who, suggestedName: null } };
    },
    overrideVerdict: ({ input }: { input: Decision }) => {
      const patches = [...new Set(input.decisions.map((one) => one.patch))].flatMap((id) => board.byId(id) ?? []);
      const on = input.decisions.flatMap((one): Place[] => {
        const [patch, index] = [board.byId(one.patch), targets.findIndex(({ id }) => id === one.target)];
        const target = targets[index];
        return patch && target
          ? [
              {
                patch: patch.sha,
                target: target.branch,
                expected: patch.revisions[index] ?? 0,
                ...(input.verdict === "WAIT" ? { condition: input.condition ?? board.conditionOf(patch, target) } : {}),
              },
            ]
          : [];
      });
      add({ ...mine(input.clientMutationId), kind: "decided", verdict: input.verdict ?? null, on });
      return { patches: shown(patches), conflicts: [] };
    },
    addNote: ({ input }: { input: { patch: string; text: string; clientMutationId: string } }) => {
      const patch = board.byId(input.patch);
      if (!patch) throw new Error(`This file has no patch ${input.patch}.`);
      add({ ...mine(input.clientMutationId), kind: "noted", patch: patch.sha, text: input.text });
      return { patch: shown([patch])[0] };
    },
    markSeen: ({ input }: { input: Looks }) => {
      const looked = input.agreements.flatMap((one) => {
        const [patch, index] = [board.byId(one.patch), targets.findIndex(({ id }) => id === one.target)];
        const target = targets[index];
        return patch && target ? [{ patch: board.shown(patch), target, index, verdict: one.verdict }] : [];
      });
      // Another window on the same file may have decided since.
      const [same, other] = [true, false].map((is) =>
        looked.filter(({ patch, index, verdict }) => (patch.verdicts[index] === verdict) === is),
      ) as [typeof looked, typeof looked];
      const on = same.map(({ patch, target, verdict }) => ({ patch: patch.sha, target: target.branch, verdict }));
      if (on.length) add({ ...mine(input.clientMutationId), kind: "agreed", on });
      const conflicts = other.map(({ patch, target, index }) => ({
        patch: asNode(patch),
        target,
        verdict: patch.verdicts[index],
        by: patch.deciders[index] ?? null,
      }));
      return { patches: shown(patchesAt(looked.map(({ patch }) => patch.sha))), conflicts };
    },
    undo: () => {
      const { patches, what } = take(undoLast(log.cell.get()));
      return { patches, undone: what, conflicts: [] };
    },
    redo: () => {
      const { patches, what } = take(redoLast(log.cell.get()));
      return { patches, redone: what, conflicts: [] };
    },
  };
}

interface Looks {
  agreements: readonly { patch: string; target: string; verdict: string }[];
  clientMutationId: string;
}

interface Decision {
  decisions: readonly { patch: string; target: string }[];
  verdict?: string | null;
  condition?: WaitInput | null;
  clientMutationId: string;
}
