import { readFileSync } from "node:fs";
import type { GraphQLSchema } from "graphql";
import { firstNumber, firstRows, parseStart } from "../../picks/start.ts";
import { answer } from "./answer.ts";
import type { Context } from "./context.ts";

/** The page of a board in two parts: what is known before anything was looked up, and the rest. */
export interface Opening {
  head: string;
  /** With what the page asks first, answered; without, when that failed: then the page asks, and says what went wrong. */
  rest(context: Context, series: string, said: URLSearchParams): Promise<string>;
}

/** Of the page's own query, what its first rows depend on. */
interface Page {
  series: { targets: { branch: string; isPresent: boolean; lastBackported: number }[] } | null;
}

/**
 * A page that brings its answers: otherwise it asks for the head of the board when its script has come, and for the rows when
 * it knows the head. The browser fetches the script while the answers are made. `built` is the folder of the built page.
 */
export function makeOpening(schema: GraphQLSchema, built: string): Opening {
  const html = readFileSync(`${built}index.html`, "utf8");
  const asks = JSON.parse(readFileSync(`${built}asks.json`, "utf8")) as { page: string; rows: string };
  const end = html.lastIndexOf("</body>");
  return {
    head: html.slice(0, end),
    async rest(context, name, said) {
      try {
        const page = await answer<Page>(schema, context, asks.page, { name });
        const answers: object[] = [{ asked: "page", variables: { name }, data: page }];
        if (page.series) {
          const variables = firstRows(name, startOf(page.series.targets, said));
          answers.push({ asked: "rows", variables, data: await answer(schema, context, asks.rows, variables) });
        }
        return `${asData(answers)}${html.slice(end)}`;
      } catch {
        return html.slice(end);
      }
    },
  };
}

function startOf(targets: NonNullable<Page["series"]>["targets"], said: URLSearchParams): number {
  const view = { target: said.get("target") || null, start: parseStart(said.get("start")) };
  return firstNumber(targets, { ...view, isMatrix: said.get("as") === "matrix" });
}

/** Data that no browser takes for a script, and in which nothing ends the element. */
function asData(answers: object): string {
  return `<script type="application/json" id="answers">${JSON.stringify(answers).replaceAll("<", "\\u003c")}</script>`;
}
