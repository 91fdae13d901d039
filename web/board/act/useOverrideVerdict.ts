import { useCallback } from "react";
import { graphql, useMutation } from "react-relay";
import { markUnsaved } from "../marks.ts";
import type { Verdict } from "../BoardContext.ts";
import type { PatchRow } from "../BoardRows.ts";
import type { useOverrideVerdictMutation } from "../../__generated__/useOverrideVerdictMutation.graphql.ts";

/** A decision that the server refused because somebody decided first. */
export type Refused = useOverrideVerdictMutation["response"]["overrideVerdict"]["conflicts"][number];

/** What comes of a decision, sooner or later. */
export interface Outcome {
  onDone: (refused: readonly Refused[]) => void;
  onTrouble: (sentence: string) => void;
}

/** A patch with the targets (indexes with their ids) on which something is decided. */
export interface Wanted {
  row: PatchRow;
  targets: readonly { id: string; index: number }[];
}

/** So many rows can be shown changed at once; more are shown when the server has them. */
const quickRows = 200;

/** Gives a function that sets a verdict on patches, in one action; it shows at once, marked unsaved. */
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
    (wanted: readonly Wanted[], verdict: Verdict | null, who: string, outcome: Outcome) => {
      const saved = markUnsaved(wanted.map(({ row }) => row.id));
      const isQuick = wanted.length <= quickRows;
      const patches = isQuick ? wanted.map(({ row, targets }) => decided(row, targets, verdict, who)) : null;
      commit({
        variables: {
          input: {
            decisions: wanted.flatMap(({ row, targets }) =>
              targets.map(({ id, index }) => ({ patch: row.id, target: id, expected: row.revisions[index] ?? 0 })),
            ),
            verdict,
            clientMutationId: crypto.randomUUID(),
          },
        },
        ...(patches ? { optimisticResponse: { overrideVerdict: { patches, conflicts: [] } } } : {}),
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
    revisions: row.revisions.map((old, i) => (here.has(i) ? old + 1 : old)),
  };
}
