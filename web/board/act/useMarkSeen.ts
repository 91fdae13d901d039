import { useCallback } from "react";
import { graphql, useMutation } from "react-relay";
import type { TargetInfo, Verdict } from "../BoardContext.ts";
import type { PatchRow } from "../BoardRows.ts";
import { markUnsaved } from "../marks.ts";
import { lookedAt } from "../wait/lookedAt.ts";
import { isQuick, type Outcome } from "./useOverrideVerdict.ts";
import type { useMarkSeenMutation } from "../../__generated__/useMarkSeenMutation.graphql.ts";

/** Gives a function that keeps that a person looked at patches on one target and agrees with what is shown there. */
export function useMarkSeen() {
  const [commit] = useMutation<useMarkSeenMutation>(graphql`
    mutation useMarkSeenMutation($input: MarkSeenInput!) @raw_response_type {
      markSeen(input: $input) {
        patches {
          ...PatchRow_patch
        }
        conflicts {
          patch {
            id
            sha
          }
          target {
            id
            branch
          }
          verdict
          by
        }
      }
    }
  `);
  return useCallback(
    (
      rows: readonly PatchRow[],
      { id, index }: Pick<TargetInfo, "id"> & { index: number },
      who: string,
      action: string | null,
      outcome: Outcome,
    ) => {
      const saved = markUnsaved(rows.map((row) => row.id));
      const agreements = rows.map((row) => ({ patch: row.id, target: id, verdict: row.verdicts[index] as Verdict }));
      const patches = isQuick(rows.length) ? rows.map((row) => agreed(row, index, who)) : null;
      commit({
        variables: { input: { agreements, action, clientMutationId: crypto.randomUUID() } },
        ...(patches ? { optimisticResponse: { markSeen: { patches, conflicts: [] } } } : {}),
        onCompleted: ({ markSeen }) => {
          saved();
          outcome.onDone(markSeen.conflicts);
        },
        onError: (error) => {
          saved();
          outcome.onTrouble(error.message);
        },
      });
    },
    [commit],
  );
}

function agreed(row: PatchRow, target: number, who: string) {
  const names = row.verdicts.map((_, i) => {
    const before = row.agreed?.[i] ?? [];
    return i === target && !before.includes(who) ? [...before, who] : before;
  });
  return { ...row, agreed: names, waits: row.waits.map((old, i) => (i === target ? lookedAt(old) : (old ?? null))) };
}
