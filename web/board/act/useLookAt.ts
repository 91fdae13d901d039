import { useEffect } from "react";
import { graphql, useMutation } from "react-relay";
import { patchOfRow, rowSelector } from "../table/PatchRow.tsx";
import type { useLookAtMutation } from "../../__generated__/useLookAtMutation.graphql.ts";

const restMs = 400;
const mostRows = 100;

/** While a model reads, tells the server which rows are on the screen, whenever scrolling rests: those are read first. */
export function useLookAt(isWanted: boolean) {
  const [commit] = useMutation<useLookAtMutation>(graphql`
    mutation useLookAtMutation($input: LookAtInput!) {
      lookAt(input: $input) {
        clientMutationId
      }
    }
  `);
  useEffect(() => {
    if (!isWanted) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      const patches = rowsOnScreen();
      // Of no importance: the next rest of the page tells again.
      if (patches.length) commit({ variables: { input: { patches } }, onError: () => {} });
    };
    const rest = () => {
      clearTimeout(timer);
      timer = setTimeout(tell, restMs);
    };
    rest();
    document.addEventListener("scroll", rest, { passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener("scroll", rest);
    };
  }, [isWanted, commit]);
}

function rowsOnScreen(): string[] {
  const seen: string[] = [];
  for (const row of document.querySelectorAll(rowSelector)) {
    const { top, bottom } = row.getBoundingClientRect();
    if (bottom > 0 && top < innerHeight) seen.push(patchOfRow(row));
  }
  return seen.slice(0, mostRows);
}
