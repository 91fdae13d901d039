import { useCallback } from "react";
import { graphql, useMutation } from "react-relay";
import { markUnsaved } from "../marks.ts";
import type { Verdict } from "../BoardContext.ts";
import type { PatchRow } from "../BoardRows.ts";
import type { useOverrideVerdictMutation, WaitInput } from "../../__generated__/useOverrideVerdictMutation.graphql.ts";

/** A decision that the server refused because somebody decided first. */
export type Refused = useOverrideVerdictMutation["response"]["overrideVerdict"]["conflicts"][number];

interface Outcome {
  onDone: (refused: readonly Refused[]) => void;
  onTrouble: (sentence: string) => void;
}

/** Gives a function that sets a verdict on targets (indexes with their ids) of patches; it shows at once, marked unsaved. */
export function useOverrideVerdict() {
  const [commit] = useMutation<useOverrideVerdictMutation>(graphql`
    mutation useOverrideVerdictMutation($input: OverrideVerdictInput!) @raw_response_type {
      overrideVerdict(input: $input) {
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
      targets: readonly { id: string; index: number }[],
      { verdict, condition }: { verdict: Verdict | null; condition: WaitInput | null },
      who: string,
      outcome: Outcome,
    ) => {
      const saved = markUnsaved(rows.map((row) => row.id));
      commit({
        variables: {
          input: {
            decisions: rows.flatMap((row) =>
              targets.map(({ id, index }) => ({ patch: row.id, target: id, expected: row.revisions[index] ?? 0 })),
            ),
            verdict,
            condition,
            clientMutationId: crypto.randomUUID(),
          },
        },
        optimisticResponse: {
          overrideVerdict: { patches: rows.map((row) => decided(row, targets, verdict, who)), conflicts: [] },
        },
        onCompleted: ({ overrideVerdict }) => {
          saved();
          outcome.onDone(overrideVerdict.conflicts);
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

// A withdrawn decision keeps its verdict until the server says what the machines think.
function decided(row: PatchRow, targets: readonly { index: number }[], verdict: Verdict | null, who: string) {
  const here = new Set(targets.map(({ index }) => index));
  return {
    ...row,
    verdicts: row.verdicts.map((old, i) => (here.has(i) && verdict ? verdict : old)),
    deciders: row.deciders.map((old, i) => (here.has(i) ? (verdict ? who : null) : (old ?? null))),
    // What a wait waits for is the server's to say; until then the last one stands, and none when nothing waits any more.
    waits: row.waits.map((old, i) => (here.has(i) && verdict && verdict !== "WAIT" ? null : (old ?? null))),
    revisions: row.revisions.map((old, i) => (here.has(i) ? old + 1 : old)),
  };
}
