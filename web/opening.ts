import { loadQuery, type PreloadedQuery } from "react-relay";
import type { Environment } from "relay-runtime";
import { boardPageQuery } from "./board/BoardPage.tsx";
import type { BoardPageQuery } from "./__generated__/BoardPageQuery.graphql.ts";

// Longer than a server on this machine takes, and short enough for an empty page.
const patienceMs = 500;

let opened: PreloadedQuery<BoardPageQuery> | null = null;

/** Begins the query of the board that the page is opened on; resolves when it is answered, or has to be waited for on screen. */
export function openBoard(environment: Environment, name: string): Promise<void> {
  const query = loadQuery<BoardPageQuery>(environment, boardPageQuery, { name }, { fetchPolicy: "network-only" });
  opened = query;
  return new Promise((resolve) => {
    setTimeout(resolve, patienceMs);
    query.source?.subscribe({ complete: resolve, error: () => resolve() }); // who reads the query says what went wrong
  });
}

/** The query that `openBoard` began, for the first who asks; null for another board, or later. */
export function takeOpened(name: string): PreloadedQuery<BoardPageQuery> | null {
  if (opened?.variables.name !== name) return null;
  const query = opened;
  opened = null;
  return query;
}
