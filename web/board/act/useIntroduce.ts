import { useCallback } from "react";
import { graphql, useMutation } from "react-relay";
import type { useIntroduceMutation } from "../../__generated__/useIntroduceMutation.graphql.ts";

/** Gives a function that gives the viewer a name. */
export function useIntroduce() {
  const [commit, isBusy] = useMutation<useIntroduceMutation>(graphql`
    mutation useIntroduceMutation($input: IntroduceInput!) {
      introduce(input: $input) {
        viewer {
          ...NameDialog_viewer
          ...Board_viewer
        }
      }
    }
  `);
  const introduce = useCallback(
    (name: string, onDone: () => void, onTrouble: (sentence: string) => void) =>
      commit({
        variables: { input: { name } },
        onCompleted: onDone,
        onError: (error) => onTrouble(error.message),
      }),
    [commit],
  );
  return [introduce, isBusy] as const;
}
