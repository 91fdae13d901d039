import { useCallback } from "react";
import { graphql, useMutation } from "react-relay";
import type { Verdict } from "../BoardContext.ts";
import { markUnsaved } from "../marks.ts";
import { lookedAt } from "../wait/lookedAt.ts";
import { isQuick, type Outcome, type Wanted } from "./useOverrideVerdict.ts";
import type { useMarkSeenMutation } from "../../__generated__/useMarkSeenMutation.graphql.ts";

/** Gives a function that keeps that a person looked at patches on targets and agrees with what is shown there. */
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
    (wanted: readonly Wanted[], who: string, action: string | null, outcome: Outcome) => {
      const saved = markUnsaved(wanted.map(({ row }) => row.id));
      const agreements = wanted.flatMap(({ row, targets }) =>
        targets.map(({ id, index }) => ({ patch: row.id, target: id, verdict: row.verdicts[index] as Verdict })),
      );
      const patches = isQuick(wanted.length) ? wanted.map((one) => agreed(one, who)) : null;
      commit({
        variables: { input: { agreements, action, clientMutationId: crypto.randomUUID() } },
        ...(patches ? { optimisticResponse: { markSeen: { patches, conflicts: [] } } } : {}),
        onCompleted: ({ markSeen }) => {
          saved();
          outcome.onDone(markSeen.conflicts, 0);
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

function agreed({ row, targets }: Wanted, who: string) {
  const here = new Set(targets.map(({ index }) => index));
  const names = row.verdicts.map((_, i) => {
    const before = row.agreed?.[i] ?? [];
    return here.has(i) && !before.includes(who) ? [...before, who] : before;
  });
  return { ...row, agreed: names, waits: row.waits.map((old, i) => (here.has(i) ? lookedAt(old) : (old ?? null))) };
}
