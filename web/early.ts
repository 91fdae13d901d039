// The page's entry. What a board asks first stands in the page, or is asked for while the rest of the script is on its way.
import "./tokens.css";
import "./app.css";
import "./looks/edges.css";
import "./looks/density.css";
import "./looks/contrast.css";
import "./looks/phone.css";
import "./looks/print.css";
import pageQuery from "./__generated__/BoardPageQuery.graphql.ts";
import rowsQuery from "./__generated__/BoardRowsQuery.graphql.ts";
import { askEarly } from "./ask.ts";
import { told } from "./told.ts";
import { firstNumber, firstRows } from "../picks/start.ts";
import { parseRoute } from "./route.ts";
import type { Board_series$data } from "./__generated__/Board_series.graphql.ts";

void import("./main.tsx");
await told;

const { series: name, view } = parseRoute(location.pathname, location.search, location.hash);
if (name !== null) {
  const answer = await askEarly<{ series: Pick<Board_series$data, "targets"> | null }>(pageQuery.params, { name });
  const targets = answer?.series?.targets;
  if (targets) {
    const start = firstNumber(targets, { ...view, isMatrix: view.matrix !== null });
    await askEarly(rowsQuery.params, firstRows(name, start));
  }
}
