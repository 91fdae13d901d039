import { graphql, useMutation } from "react-relay";
import { say } from "../ui/status.ts";
import type { useViewMutationsDeleteMutation } from "../__generated__/useViewMutationsDeleteMutation.graphql.ts";
import type { useViewMutationsEditMutation } from "../__generated__/useViewMutationsEditMutation.graphql.ts";
import type { useViewMutationsSaveMutation } from "../__generated__/useViewMutationsSaveMutation.graphql.ts";

/** A saved view as the server has it. */
interface Saved {
  readonly id: string;
  readonly name: string;
  readonly search: string;
  readonly revision: number;
}

/** Saves, changes and deletes views; `done` is called when the server has done it. */
export function useViewMutations(series: string) {
  const [commitSave] = useMutation<useViewMutationsSaveMutation>(graphql`
    mutation useViewMutationsSaveMutation($input: SaveViewInput!) {
      saveView(input: $input) {
        series {
          ...Views_series
        }
      }
    }
  `);
  const [commitEdit] = useMutation<useViewMutationsEditMutation>(graphql`
    mutation useViewMutationsEditMutation($input: EditViewInput!) {
      editView(input: $input) {
        series {
          ...Views_series
        }
        conflict {
          name
          who
        }
      }
    }
  `);
  const [commitDelete] = useMutation<useViewMutationsDeleteMutation>(graphql`
    mutation useViewMutationsDeleteMutation($input: DeleteViewInput!) {
      deleteView(input: $input) {
        series {
          ...Views_series
        }
        conflict {
          name
          who
        }
      }
    }
  `);
  const onError = (error: Error) => say(`Not saved: ${error.message}`, "trouble");
  const clientMutationId = () => crypto.randomUUID();
  return {
    save(name: string, search: string, done: () => void) {
      const input = { series, name, search, clientMutationId: clientMutationId() };
      commitSave({
        variables: { input },
        onError,
        onCompleted: () => {
          say(`The view “${name}” is saved, for everybody.`);
          done();
        },
      });
    },
    edit(view: Saved, to: { name: string; search: string }, done: () => void) {
      const input = { view: view.id, ...to, expected: view.revision, clientMutationId: clientMutationId() };
      commitEdit({
        variables: { input },
        onError,
        onCompleted: ({ editView: { conflict } }) => {
          if (conflict) return say(`${conflict.who} changed the view first: look at it again.`, "trouble");
          say(`The view “${to.name}” is saved.`);
          done();
        },
      });
    },
    remove(view: Saved) {
      commitDelete({
        variables: { input: { view: view.id, expected: view.revision, clientMutationId: clientMutationId() } },
        onError,
        onCompleted: ({ deleteView: { conflict } }) =>
          conflict
            ? say(`Not deleted: ${conflict.who} changed the view meanwhile.`, "trouble")
            : say(`The view “${view.name}” is deleted.`),
      });
    },
  };
}
