import { useCallback } from "react";
import { commitMutation, graphql, type IEnvironment } from "relay-runtime";
import { useRelayEnvironment } from "react-relay";
import { plural } from "../../ui/format.ts";
import { say } from "../../ui/status.ts";
import type { Verdict } from "../BoardContext.ts";
import { wished } from "../wait/condition.ts";
import { addConflicts } from "../unsent/late.ts";
import { batchesOf, readDecisions, type Batch } from "./decisionsFile.ts";
import type { useTakeInMutation } from "../../__generated__/useTakeInMutation.graphql.ts";

const mutation = graphql`
  mutation useTakeInMutation($input: TakeInInput!) {
    takeIn(input: $input) {
      taken
      known
      strange
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
        wanted
        condition {
          kind
          day
          days
          of
          pattern
        }
        who
      }
    }
  }
`;

type Taken = useTakeInMutation["response"]["takeIn"];

/** Gives a function that takes a decisions file in: the rows change as for any decision, refusals become conflicts. */
export function useTakeIn(series: { id: string; name: string }) {
  const environment = useRelayEnvironment();
  return useCallback(
    async (file: Blob) => {
      try {
        const work = readDecisions(await file.text());
        if (work.series !== series.name)
          throw new Error(`Those decisions are for ${work.series}: open that board, and drop the file there.`);
        const sum = { taken: 0, known: 0, refused: 0, strange: new Set<string>() };
        for (const batch of batchesOf(work)) {
          const done = await send(environment, series.id, batch);
          addConflicts(done.conflicts.map((one) => conflictOf(one)));
          sum.taken += done.taken;
          sum.known += done.known;
          sum.refused += done.conflicts.length;
          for (const words of done.strange) sum.strange.add(words);
        }
        tell(sum);
      } catch (error) {
        say(error instanceof Error ? error.message : String(error), "trouble");
      }
    },
    [environment, series.id, series.name],
  );
}

const send = (environment: IEnvironment, series: string, batch: Batch) =>
  new Promise<Taken>((resolve, reject) => {
    commitMutation<useTakeInMutation>(environment, {
      mutation,
      variables: { input: { series, ...batch } },
      onCompleted: ({ takeIn }) => resolve(takeIn),
      onError: reject,
    });
  });

function tell({
  taken,
  known,
  refused,
  strange,
}: {
  taken: number;
  known: number;
  refused: number;
  strange: Set<string>;
}) {
  const parts = [
    `${plural(taken, "decision, agreement or note", "decisions, agreements and notes")} taken in`,
    known && `${known} known already`,
    refused && `${refused} refused: both values are shown`,
    ...strange,
  ];
  say(`${parts.filter(Boolean).join(", ")}.`, strange.size ? "trouble" : "news");
}

function conflictOf({ patch, target, verdict, by, wanted, condition, who }: Taken["conflicts"][number]) {
  return {
    patch: patch.id,
    sha: patch.sha,
    target: target.id,
    branch: target.branch,
    theirs: verdict as Verdict,
    by: by ?? null,
    mine: (wanted ?? null) as Verdict | null,
    condition: condition ? wished(condition) : null,
    wanter: who,
  };
}
