import { useCallback } from "react";
import type { IEnvironment } from "relay-runtime";
import { graphql, useMutation, useRelayEnvironment } from "react-relay";
import { outbox } from "../../environment.ts";
import { callsAbout } from "../../unsent/underway.ts";
import { markUnsaved } from "../marks.ts";
import { settleConflicts } from "../unsent/late.ts";
import { lookedAt } from "../wait/lookedAt.ts";
import type { Verdict } from "../BoardContext.ts";
import type { PatchRow } from "../BoardRows.ts";
import type { useOverrideVerdictMutation, WaitInput } from "../../__generated__/useOverrideVerdictMutation.graphql.ts";

/** A decision that the server refused because somebody decided first. */
export type Refused = useOverrideVerdictMutation["response"]["overrideVerdict"]["conflicts"][number];

/** What comes of a decision, sooner or later. */
export interface Outcome {
  /** `over`: how many waits were decided whose time has come already. */
  onDone: (refused: readonly Refused[], over: number) => void;
  onTrouble: (sentence: string) => void;
}

/** A patch with the targets (indexes with their ids) on which something is decided. */
export interface Wanted {
  row: PatchRow;
  targets: readonly { id: string; index: number }[];
}

/** What is decided: a verdict, null to withdraw one's own, and what a wait waits for (null: as before). */
export interface Wish {
  verdict: Verdict | null;
  condition?: WaitInput | null;
}

const quickRows = 200;

/** True for as few rows as can be shown changed at once; more are shown when the server has them. */
export const isQuick = (rows: number): boolean => rows <= quickRows;

/** Gives a function that sets a verdict on patches; it shows at once, marked unsaved. Calls of one `action` are undone as one. */
export function useOverrideVerdict() {
  const environment = useRelayEnvironment();
  const [commit] = useMutation<useOverrideVerdictMutation>(graphql`
    mutation useOverrideVerdictMutation($input: OverrideVerdictInput!) @raw_response_type {
      overrideVerdict(input: $input) {
        patches {
          id
          waits {
            isRipe
          }
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
      wanted: readonly Wanted[],
      { verdict, condition = null }: Wish,
      who: string,
      action: string | null,
      outcome: Outcome,
    ) => {
      settleConflicts(wanted.flatMap(({ row, targets }) => targets.map(({ id }) => ({ patch: row.id, target: id }))));
      const saved = markUnsaved(wanted.map(({ row }) => row.id));
      const canShow = isQuick(wanted.length) && wanted.every(({ row }) => hasItsBranches(environment, row));
      const patches = canShow ? wanted.map(({ row, targets }) => decided(row, targets, verdict, who)) : null;
      const after = callsAbout(outbox.waiting.get());
      commit({
        variables: {
          input: {
            decisions: wanted.flatMap(({ row, targets }) =>
              targets.map(({ id, index }) => ({
                patch: row.id,
                target: id,
                expected: row.revisions[index] ?? 0,
                after: after(row.id, id),
              })),
            ),
            verdict,
            condition,
            action,
            clientMutationId: crypto.randomUUID(),
          },
        },
        ...(patches ? { optimisticResponse: { overrideVerdict: { patches, conflicts: [] } } } : {}),
        onCompleted: ({ overrideVerdict }) => {
          saved();
          const waits = new Map(overrideVerdict.patches.map((patch) => [patch.id, patch.waits]));
          const over = wanted.flatMap(({ row, targets }) =>
            targets.filter((at) => waits.get(row.id)?.[at.index]?.isRipe),
          );
          outcome.onDone(overrideVerdict.conflicts, over.length);
        },
        onError: (error) => {
          saved();
          outcome.onTrouble(error.message);
        },
      });
    },
    [commit, environment],
  );
}

/**
 * False for a row from before a new branch came: somebody was asked about it meanwhile. Its lists are shorter than what is
 * kept by now, and would put what they hold beside other branches.
 */
function hasItsBranches(environment: IEnvironment, row: PatchRow): boolean {
  const kept = environment.getStore().getSource().get(row.id)?.["verdicts"];
  return !Array.isArray(kept) || kept.length === row.verdicts.length;
}

// A withdrawn decision keeps its verdict until the server says what the machines think.
function decided(row: PatchRow, targets: readonly { index: number }[], verdict: Verdict | null, who: string) {
  const here = new Set(targets.map(({ index }) => index));
  return {
    ...row,
    // Until the server says who agreed with the new verdict, nobody has.
    agreed: row.agreed?.map((names, i) => (here.has(i) && verdict !== row.verdicts[i] ? [] : names)) ?? null,
    verdicts: row.verdicts.map((old, i) => (here.has(i) && verdict ? verdict : old)),
    deciders: row.deciders.map((old, i) => (here.has(i) ? (verdict ? who : null) : (old ?? null))),
    // What a wait waits for is the server's to say; until then the last one stands, and none when nothing waits any more.
    waits: row.waits.map((old, i) =>
      here.has(i) && verdict ? (verdict === "WAIT" ? lookedAt(old) : null) : (old ?? null),
    ),
    revisions: row.revisions.map((old, i) => (here.has(i) ? old + 1 : old)),
  };
}
