import pageQuery from "./__generated__/BoardPageQuery.graphql.ts";
import rowsQuery from "./__generated__/BoardRowsQuery.graphql.ts";
import { hear } from "./ask.ts";

/** What the server puts into the page of a board, as `answers` of server/api/opening.ts writes it. */
interface Told {
  asked: "page" | "rows";
  variables: object;
  data: unknown;
}

const operations = { page: pageQuery.params, rows: rowsQuery.params };

/** Resolves when the page has come whole, and what stands in it counts as answered. */
export const told: Promise<void> = whole().then(() => {
  const text = document.getElementById("answers")?.textContent;
  if (!text) return; // a server that could not answer, or the development server: the page asks
  for (const { asked, variables, data } of JSON.parse(text) as Told[]) hear(operations[asked], variables, { data });
});

function whole(): Promise<void> {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener("DOMContentLoaded", () => resolve(), { once: true });
  });
}
