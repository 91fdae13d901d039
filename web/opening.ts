import { loadQuery, type PreloadedQuery } from "react-relay";
import { createOperationDescriptor, getRequest, type Environment } from "relay-runtime";
import { firstNumber } from "../picks/start.ts";
import { boardPageQuery } from "./board/BoardPage.tsx";
import { openRows } from "./board/openedRows.ts";
import type { View } from "./route.ts";
import type { BoardPageQuery, BoardPageQuery$data } from "./__generated__/BoardPageQuery.graphql.ts";

// Longer than a server on this machine takes, and short enough for an empty page.
const patienceMs = 500;

let opened: PreloadedQuery<BoardPageQuery> | null = null;

/**
 * Begins what the board needs that the page is opened on. Resolves when its head and first rows are there, so that they are
 * rendered once and together, or when they have to be waited for on screen.
 */
export async function openBoard(environment: Environment, name: string, view: View): Promise<void> {
  const query = loadQuery<BoardPageQuery>(environment, boardPageQuery, { name }, { fetchPolicy: "network-only" });
  opened = query;
  await inTime((done) => query.source?.subscribe({ complete: done, error: done })); // who reads it says what went wrong
  const start = startOf(environment, name, view);
  if (start === null) return;
  const { cell } = openRows(environment, name, start);
  if (!cell.get().rows.length) await inTime((done) => cell.follow(done));
}

/** The query that `openBoard` began, for the first who asks; null for another board, or later. */
export function takeOpened(name: string): PreloadedQuery<BoardPageQuery> | null {
  if (opened?.variables.name !== name) return null;
  const query = opened;
  opened = null;
  return query;
}

/** The number of the first patch to review; null when the board could not be read, or is not there. */
function startOf(environment: Environment, name: string, view: View): number | null {
  const operation = createOperationDescriptor(getRequest(boardPageQuery), { name });
  const { series } = environment.lookup(operation.fragment).data as Partial<BoardPageQuery$data>;
  return series?.targets ? firstNumber(series.targets, { ...view, isMatrix: view.matrix !== null }) : null;
}

function inTime(begin: (done: () => void) => unknown): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, patienceMs);
    begin(resolve);
  });
}
